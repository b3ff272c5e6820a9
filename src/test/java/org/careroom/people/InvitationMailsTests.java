package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.careroom.CareroomTest;
import org.careroom.organizations.MemberInvitations;
import org.careroom.organizations.MemberList;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.organizations.Status;
import org.careroom.people.IssuedInvitation.Mailing;
import org.careroom.shared.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Inviting where mail is configured: the link is there whatever is asked for, the mail only so often. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class InvitationMailsTests {

    @Autowired
    private Staff staff;

    @Autowired
    private MemberInvitations memberInvitations;

    @Autowired
    private MemberList list;

    @Autowired
    private InvitationRepository repository;

    @Autowired
    private ObjectProvider<InvitationKind> kinds;

    @Autowired
    private People people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Words words;

    @Autowired
    private PublicLinks links;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private final BlockingQueue<String> mailed = new LinkedBlockingQueue<>();
    private Invitations invitations;
    private Person amara;
    private UUID membership;

    @BeforeEach
    void withMail() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", new Sender());
        PeopleSettings settings = new PeopleSettings(URI.create("http://localhost"), List.of(), "care@example.org");
        Letters letters = new Letters(beans.getBeanProvider(JavaMailSender.class), words, settings);
        invitations = new Invitations(repository, kinds, people, accounts, letters, links, transaction, clock);
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        memberInvitations.invite(amara, riverside, address(), "");
        membership = list.all(amara, riverside, Status.INVITED).get(0).id().value();
    }

    @Test
    void nobodyIsMailedAgainAndAgainWhoeverAsks() throws Exception {
        String sams = address();
        String lees = address();
        Person bela = staff.person("Bela Nagy");
        for (int mail = 0; mail < Invitations.MOST_MAILS_TO_ADDRESS; mail++) {
            assertThat(issue(mail % 2 == 0 ? amara : bela, sams).mailing()).isEqualTo(Mailing.SENT);
        }
        IssuedInvitation onlyHandedOver = issue(amara, sams);
        assertThat(onlyHandedOver.mailing()).isEqualTo(Mailing.TOO_MANY);
        assertThat(invitations
                        .open(onlyHandedOver.link().replaceFirst(".*/", ""))
                        .email())
                .isEqualTo(sams);
        assertThat(issue(amara, lees).mailing()).isEqualTo(Mailing.SENT);
        for (int mail = 0; mail < Invitations.MOST_MAILS_TO_ADDRESS; mail++) {
            assertThat(mailed.poll(20, TimeUnit.SECONDS)).isEqualTo(sams);
        }
        assertThat(mailed.poll(20, TimeUnit.SECONDS)).isEqualTo(lees);
    }

    @Test
    void onePersonMailsAHospitalButNotTheWorld() {
        String tired = address();
        transaction.executeWithoutResult(status -> {
            for (int mail = 1; mail < Invitations.MOST_MAILS_BY_PERSON; mail++) {
                issue(amara, tired);
            }
        });
        assertThat(issue(amara, address()).mailing()).isEqualTo(Mailing.SENT);
        assertThat(issue(amara, address()).mailing()).isEqualTo(Mailing.TOO_MANY);
        assertThat(issue(staff.person("Bela Nagy"), address()).mailing()).isEqualTo(Mailing.SENT);
    }

    private IssuedInvitation issue(Person by, String email) {
        return Objects.requireNonNull(
                transaction.execute(status -> invitations.issue(by, "MEMBERSHIP", membership, email)));
    }

    private static String address() {
        return "new." + UUID.randomUUID() + "@example.org";
    }

    private final class Sender extends JavaMailSenderImpl {

        @Override
        public void send(SimpleMailMessage letter) {
            mailed.add(Objects.requireNonNull(letter.getTo())[0]);
        }
    }
}
