package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.careroom.shared.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;

/** Asking for a link where mail is configured: neither the words nor the time of the answer tell who has an account. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ForgottenPasswordTests {

    @Autowired
    private Staff staff;

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private Hashing hashing;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Words words;

    @Autowired
    private PublicLinks links;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Clock clock;

    private final CountDownLatch delivering = new CountDownLatch(1);
    private final CountDownLatch mayDeliver = new CountDownLatch(1);
    private final BlockingQueue<SimpleMailMessage> delivered = new LinkedBlockingQueue<>();
    private ForgottenPasswords passwords;
    private Person sam;

    @BeforeEach
    void withMail() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", new Sender());
        PeopleSettings settings = new PeopleSettings(URI.create("http://localhost"), List.of(), "care@example.org");
        Letters letters = new Letters(beans.getBeanProvider(JavaMailSender.class), words, settings);
        passwords = new ForgottenPasswords(accounts, hashing, sessions, letters, links, jdbc, transaction, clock);
        sam = staff.person("Sam Okafor");
    }

    @Test
    void theLinkIsMailedAndSetsANewPassword() throws Exception {
        mayDeliver.countDown();
        passwords.ask("nobody." + UUID.randomUUID() + "@example.org", "192.0.2.1");
        passwords.ask(" " + sam.email().toUpperCase(java.util.Locale.ROOT), "192.0.2.1");
        SimpleMailMessage letter = next();
        assertThat(letter.getTo()).containsExactly(sam.email());
        String token = Objects.requireNonNull(letter.getText()).replaceFirst("(?s).*/password/(\\S+).*", "$1");
        passwords.set(token, "four words that rhyme");
        assertThat(linksOf(sam)).isZero();
    }

    /** While the postman is busy nothing is looked up or written, and the answer does not wait for it. */
    @Test
    void theAnswerWaitsForNothingThatDependsOnTheAccount() throws Exception {
        Person lee = staff.person("Lee Tran");
        passwords.ask(sam.email(), "192.0.2.1");
        assertThat(delivering.await(20, TimeUnit.SECONDS)).isTrue();
        passwords.ask(lee.email(), "192.0.2.1");
        assertThat(linksOf(lee)).isZero();
        mayDeliver.countDown();
        assertThat(next().getTo()).containsExactly(sam.email());
        assertThat(next().getTo()).containsExactly(lee.email());
        assertThat(linksOf(lee)).isOne();
    }

    @Test
    void nobodyIsMailedAgainAndAgain() throws Exception {
        mayDeliver.countDown();
        for (int times = 0; times < 5; times++) {
            passwords.ask(sam.email(), "192.0.2.1");
        }
        passwords.ask(staff.person("Lee Tran").email(), "192.0.2.1");
        assertThat(List.of(next(), next(), next()))
                .allSatisfy(letter -> assertThat(letter.getTo()).containsExactly(sam.email()));
        assertThat(next().getTo()).doesNotContain(sam.email());
    }

    private SimpleMailMessage next() throws InterruptedException {
        return Objects.requireNonNull(delivered.poll(20, TimeUnit.SECONDS), "no letter");
    }

    private long linksOf(Person person) {
        return jdbc.sql("select count(*) from password_link where account_id = ?")
                .param(person.id().value())
                .query(Long.class)
                .single();
    }

    /** Delivers when it may. */
    private final class Sender extends JavaMailSenderImpl {

        @Override
        public void send(SimpleMailMessage letter) {
            delivering.countDown();
            try {
                mayDeliver.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            delivered.add(letter);
        }
    }
}
