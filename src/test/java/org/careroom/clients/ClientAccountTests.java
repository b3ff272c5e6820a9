package org.careroom.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.careroom.AtOnce;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Invitations;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.careroom.site.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Clients are invited to chat, get an account of their own by it, and see nothing else of the organization (product 5). */
@CareroomTest
@RecordApplicationEvents
@SuppressWarnings("NullAway.Init")
class ClientAccountTests {

    private static final String NEW_PASSWORD = "four words that rhyme";

    /** What members of an organization have. */
    private static final Pattern OF_STAFF = Pattern.compile(
            "/(clients|cases|workflows|colleagues|settings/(team|organization|permission-sets|changes|rooms)).*");

    /** Where only forms are sent to. */
    private static final Pattern LEADING_BACK =
            Pattern.compile("GET .*/(invite-again|password-link|apply|save-set|preview|csv|invitation)");

    @Autowired
    private Staff staff;

    @Autowired
    private Clients clients;

    @Autowired
    private ClientRecords records;

    @Autowired
    private ClientPages pages;

    @Autowired
    private ClientInvitations clientInvitations;

    @Autowired
    private Invitations invitations;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person priya;
    private String email;
    private ClientId jordan;

    @BeforeEach
    void aClient() {
        riverside = staff.organization(Plan.PREMIUM);
        priya = staff.member(riverside, "Priya Nair");
        email = "jordan." + UUID.randomUUID() + "@example.org";
        jordan = client(email);
    }

    @Test
    void somebodyWithoutAnAccountGetsAClientsAccount() {
        String path = path(invite());
        assertThat(joining()).isEqualTo(Joining.INVITED);
        Browsing browser = new Browsing(port);
        assertThat(browser.get(path).body())
                .contains("Priya Nair of Organization")
                .contains("invites you to chat")
                .contains("value=\"Jordan Ellis\"");
        HttpResponse<String> weak = browser.post(path, "name", "Jordan", "password", "short");
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("too short").contains("value=\"Jordan\"");
        assertThat(Browsing.location(browser.post(path, "name", "Jordan", "password", NEW_PASSWORD)))
                .isEqualTo("/");
        Person account = people.findByEmail(email).orElseThrow();
        assertThat(account.kind()).isEqualTo(Person.Kind.CLIENT);
        ClientContact contact = new ClientContact(jordan, riverside, account.id(), "Jordan Ellis", true, priya.id());
        assertThat(clients.of(account.id())).containsExactly(contact);
        assertThat(joining()).isEqualTo(Joining.JOINED);
        assertThat(new Browsing(port).get(path).statusCode()).isEqualTo(404);
        assertThatThrownBy(this::invite).isInstanceOf(Refused.class);
    }

    @Test
    void whoIsAClientElsewhereKeepsTheirAccount() {
        Person kim = staff.client("Kim Lee");
        ClientId here = client(kim.email());
        String path = path(clientInvitations.invite(priya, here));
        Browsing browser = new Browsing(port);
        assertThat(browser.get(path).body()).contains("Sign in to accept");
        browser.signIn(kim.email(), Staff.PASSWORD);
        assertThat(browser.get(path).body()).contains("Accept invitation");
        assertThat(Browsing.location(browser.post(path + "/accept"))).isEqualTo("/");
        assertThat(clients.of(kim.id())).extracting(ClientContact::id).containsExactly(here);
    }

    @Test
    void aStaffAccountIsRefusedWithTheReason() {
        String path = path(invite());
        Person sam = staff.person("Sam Okafor");
        // The account came after the invitation: nobody can invite staff.
        jdbc.sql("update account set email = :email where id = :id")
                .param("email", email)
                .param("id", sam.id().value())
                .update();
        Browsing browser = new Browsing(port);
        browser.signIn(email, Staff.PASSWORD);
        browser.get(path);
        HttpResponse<String> answer = browser.post(path + "/accept");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("nobody is both staff and client");
        assertThat(joining()).isEqualTo(Joining.INVITED);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(this::invite)
                .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo("client.refused.staff-email"));
    }

    @Test
    void nobodyAcceptsWhatWasSentToAnother() {
        Person kim = staff.client("Kim Lee");
        String path = path(invite());
        Browsing browser = new Browsing(port);
        browser.signIn(kim.email(), Staff.PASSWORD);
        assertThat(browser.get(path).body()).contains("sent to another address").doesNotContain(email);
        assertThat(browser.post(path + "/accept").statusCode()).isEqualTo(403);
        assertThat(clients.of(kim.id())).isEmpty();
    }

    @Test
    void twoRecordsOfAnOrganizationDoNotShareAnAccount() {
        Person kim = staff.client("Kim Lee");
        ClientId first = client(kim.email());
        invitations.accept(kim, token(clientInvitations.invite(priya, first)));
        ClientView before = pages.of(priya, first);
        records.describe(
                priya,
                first,
                new ClientDescription("Kim Lee", "other." + kim.email(), ""),
                before.description().digest());
        ClientId second = client(kim.email());
        String token = token(clientInvitations.invite(priya, second));
        assertThatThrownBy(() -> invitations.accept(kim, token)).isInstanceOf(Refused.class);
        assertThat(clients.of(kim.id())).extracting(ClientContact::id).containsExactly(first);
    }

    @Test
    void anInvitationExpiresAfterThirtyDaysAndSendingItAgainStartsThemAgain() {
        String first = token(invite());
        later(31);
        assertThat(joining()).isEqualTo(Joining.EXPIRED);
        assertThatThrownBy(() -> invitations.acceptNew(first, "Jordan", NEW_PASSWORD, Locale.ENGLISH))
                .isInstanceOf(NotFound.class);
        String second = token(invite());
        assertThatThrownBy(() -> invitations.open(first)).isInstanceOf(NotFound.class);
        later(29);
        assertThat(invitations.open(second).email()).isEqualTo(email);
    }

    @Test
    void withdrawnDeclinedOrToAnEarlierAddressItLeadsNowhere() {
        String withdrawn = token(invite());
        clientInvitations.withdraw(priya, jordan);
        assertThatThrownBy(() -> invitations.open(withdrawn)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> clientInvitations.withdraw(priya, jordan)).isInstanceOf(Refused.class);
        String declined = token(invite());
        invitations.decline(declined);
        assertThat(joining()).isEqualTo(Joining.NOT_INVITED);
        String earlier = token(invite());
        records.describe(
                priya,
                jordan,
                new ClientDescription("Jordan Ellis", "new." + email, ""),
                pages.of(priya, jordan).description().digest());
        assertThatThrownBy(() -> invitations.open(earlier)).isInstanceOf(NotFound.class);
        assertThat(joining()).isEqualTo(Joining.NOT_INVITED);
    }

    @Test
    void acceptedTwiceAtOnceItMakesOneAccount() throws Exception {
        Person kim = staff.client("Kim Lee");
        ClientId id = client(kim.email());
        String token = token(clientInvitations.invite(priya, id));
        List<Throwable> failed = AtOnce.run(() -> invitations.accept(kim, token), () -> invitations.accept(kim, token));
        assertThat(failed).singleElement().isInstanceOf(NotFound.class);
        assertThat(clients.of(kim.id())).hasSize(1);
    }

    /** Either is first, and the other is told: nobody has an account by an invitation that was withdrawn. */
    @RepeatedTest(5)
    void acceptedAndWithdrawnAtOnceItIsOneOfTheTwo() throws Exception {
        Person kim = staff.client("Kim Lee");
        ClientId id = client(kim.email());
        String token = token(clientInvitations.invite(priya, id));
        List<Throwable> failed =
                AtOnce.run(() -> invitations.accept(kim, token), () -> clientInvitations.withdraw(priya, id));
        assertThat(failed).singleElement().isInstanceOfAny(NotFound.class, Refused.class);
        boolean withdrawn = failed.get(0) instanceof NotFound;
        assertThat(clients.of(kim.id())).hasSize(withdrawn ? 0 : 1);
    }

    @Test
    void joiningIsTold() {
        Person kim = staff.client("Kim Lee");
        ClientId id = client(kim.email());
        invitations.accept(kim, token(clientInvitations.invite(priya, id)));
        assertThat(events.stream(ClientJoined.class))
                .extracting(ClientJoined::client)
                .containsExactly(new ClientContact(id, riverside, kim.id(), "Jordan Ellis", true, priya.id()));
    }

    @Test
    void turningChatOffAndOnIsTold() {
        Person kim = staff.client("Kim Lee");
        ClientId id = clients.register(riverside, "Kim Lee", kim.email(), "", priya.id(), Set.of(), kim.id());
        records.switchChat(priya, id, false);
        records.switchChat(priya, id, false);
        records.switchChat(priya, jordan, false);
        records.switchChat(priya, id, true);
        assertThat(events.stream(ClientChatChanged.class))
                .extracting(ClientChatChanged::client)
                .containsExactly(
                        new ClientContact(id, riverside, kim.id(), "Kim Lee", false, priya.id()),
                        new ClientContact(id, riverside, kim.id(), "Kim Lee", true, priya.id()));
    }

    /** They have their profile and what is open to everybody; all else is not there, their own record included. */
    @Test
    void aClientWhoJoinedHasNothingOfTheOrganization() {
        String path = path(invite());
        Browsing client = new Browsing(port);
        client.get(path);
        client.post(path, "name", "Jordan", "password", NEW_PASSWORD);
        client.get("/profile");
        List<String> got = new ArrayList<>();
        for (Address address : Address.all(controllers)) {
            if (OF_STAFF.matcher(address.pattern()).matches()
                    && !LEADING_BACK.matcher(address.toString()).matches()) {
                String asked = address.path(
                        Map.of("id", jordan.toString(), "", UUID.randomUUID().toString()));
                HttpResponse<String> answer = address.isGet()
                        ? client.get(asked + "?organization=" + riverside)
                        : client.post(
                                asked, "organization", riverside.toString(), "set", "x", "name", "x", "person", "x");
                if (answer.statusCode() != 404) {
                    got.add(address + ": " + answer.statusCode());
                }
            }
        }
        assertThat(got).isEmpty();
        assertThat(client.get("/profile").body())
                .contains("Jordan")
                .doesNotContain("href=\"/clients\"")
                .doesNotContain("href=\"/cases\"");
    }

    private IssuedInvitation invite() {
        return clientInvitations.invite(priya, jordan);
    }

    private Joining joining() {
        return pages.of(priya, jordan).joining();
    }

    private ClientId client(String address) {
        return clients.register(riverside, "Jordan Ellis", address, "", priya.id(), Set.of(), null);
    }

    private void later(int days) {
        jdbc.sql("update invitation set expires_at = expires_at - make_interval(days => :days) where email = :email")
                .param("days", days)
                .param("email", email)
                .update();
    }

    private static String path(IssuedInvitation issued) {
        return issued.link().replaceFirst("^http://[^/]+", "");
    }

    private static String token(IssuedInvitation issued) {
        return issued.link().replaceFirst("^.*/", "");
    }
}
