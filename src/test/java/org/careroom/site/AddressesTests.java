package org.careroom.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address has its place in one of the lists below, so that none is forgotten: what stands in no list fails this
 * test. Those of rooms and of settings are asked by more kinds of strangers in tests of their modules.
 */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class AddressesTests {

    /** For everybody: signing in, and what a token in the address opens. */
    private static final Set<String> OPEN = lines("""
            GET /login
            POST /login/refused
            POST /login/demonstration
            GET /password/forgotten
            POST /password/forgotten
            GET /password/{token}
            POST /password/{token}
            GET /invitations/{token}
            POST /invitations/{token}
            POST /invitations/{token}/decline
            GET /signup
            POST /signup
            GET /setup/{token}
            POST /setup/{token}
            GET /call-test
            GET /call-test/servers
            GET /w/{slug}
            POST /w/{slug}
            GET /w/{slug}/place
            POST /w/{slug}/place
            GET /w/{slug}/ended
            POST /w/{slug}/leave
            POST /w/{slug}/someone-else
            GET /g
            POST /g
            GET /g/{token}
            GET /g/ended
            """);

    /** For everybody who is signed in, about themselves. */
    private static final Set<String> OWN = lines("""
            GET /
            GET /waiting
            GET /profile
            POST /profile
            POST /profile/password
            POST /gesture
            GET /settings
            GET /invitations/{token}/signed-in
            POST /invitations/{token}/accept
            GET /rooms/unread
            GET /chat
            GET /chat/list
            """);

    /** Where only a form is sent to: whoever asks for such an answer's address later is led back to the form. */
    private static final Set<String> LEADING_BACK = lines("""
            GET /profile/password
            GET /settings/installation/organizations
            GET /settings/installation/premium
            GET /settings/installation/mail-domain
            GET /settings/installation/password-link
            GET /settings/team/invitations/csv
            GET /settings/team/invitations/preview
            GET /clients/import/preview
            GET /clients/{id}/invitation
            GET /settings/team/{member}/invite-again
            GET /settings/team/{member}/password-link
            GET /settings/team/{member}/permissions/apply
            GET /settings/team/{member}/permissions/save-set
            GET /clinics/{slug}/waiting-area/{id}/join
            GET /clinics/{slug}/waiting-area/{id}/invite
            GET /clinics/{slug}/rooms/{id}/enter
            GET /clinics/{slug}/rooms/{id}/links
            """);

    /** For staff, who choose people from their colleagues and make rooms with them. */
    private static final Set<String> MAKING_ROOMS = lines("""
            GET /colleagues
            GET /rooms
            GET /rooms/list
            GET /rooms/new
            POST /rooms
            """);

    /** Of one room: {@code RoomStrangersTests}. */
    private static final Set<String> OF_A_ROOM = lines("""
            GET /rooms/{id}
            GET /rooms/{id}/details
            GET /rooms/{id}/state
            GET /rooms/{id}/people
            POST /rooms/{id}/people
            POST /rooms/{id}/managers
            POST /rooms/{id}/teams/{team}
            POST /rooms/{id}/description
            POST /rooms/{id}/leave
            POST /rooms/{id}/close
            POST /rooms/{id}/reopen
            POST /rooms/{id}/name
            POST /rooms/{id}/muted
            POST /rooms/{id}/read
            POST /rooms/{id}/unread
            POST /rooms/{id}/accept
            POST /rooms/{id}/decline
            POST /rooms/{id}/requests
            GET /rooms/{id}/seen
            GET /rooms/{id}/messages
            POST /rooms/{id}/messages
            POST /rooms/{id}/messages/confirm
            GET /rooms/{id}/messages/{sequence}
            POST /rooms/{id}/messages/{sequence}
            POST /rooms/{id}/messages/{sequence}/delete
            """);

    /** Of conversations: {@code organizationchat.OrganizationChatPermissionTests} and {@code ConversationsTests}. */
    private static final Set<String> OF_CONVERSATIONS = lines("""
            GET /chat/organization
            GET /chat/organization/list
            GET /chat/new
            POST /chat
            GET /chat/{id}
            POST /rooms/{id}/archived
            POST /rooms/{id}/asking
            POST /rooms/{id}/claim
            POST /rooms/{id}/notes
            POST /rooms/{id}/owner
            POST /rooms/{id}/release
            """);

    /** Of clinics: {@code clinics.ClinicStrangersTests}; what patients open is open to everybody. */
    private static final Set<String> OF_CLINICS = lines("""
            GET /clinics
            POST /clinics
            GET /clinics/new
            GET /clinics/reports
            GET /clinics/reports/days.csv
            GET /clinics/reports/providers.csv
            GET /clinics/reports/consultations.csv
            GET /clinics/{slug}
            POST /clinics/{slug}
            POST /clinics/{slug}/fields
            POST /clinics/{slug}/hours
            POST /clinics/{slug}/members
            POST /clinics/{slug}/members/{person}/remove
            GET /clinics/{slug}/qr.svg
            GET /clinics/{slug}/places
            POST /clinics/{slug}/rooms
            GET /clinics/{slug}/rooms/{id}
            POST /clinics/{slug}/rooms/{id}
            POST /clinics/{slug}/rooms/{id}/remove
            POST /clinics/{slug}/rooms/{id}/enter
            POST /clinics/{slug}/rooms/{id}/links
            POST /clinics/{slug}/rooms/{id}/links/{link}/revoke
            POST /clinics/{slug}/user-rooms
            GET /clinics/{slug}/waiting-area/{id}/add
            POST /clinics/{slug}/waiting-area/{id}/add
            POST /clinics/{slug}/waiting-area/{id}/invite
            GET /clinics/{slug}/waiting-area
            GET /clinics/{slug}/waiting-area/rows
            GET /clinics/{slug}/waiting-area/{id}
            POST /clinics/{slug}/waiting-area/{id}/join
            POST /clinics/{slug}/waiting-area/{id}/name
            POST /clinics/{slug}/waiting-area/{id}/note
            POST /clinics/{slug}/waiting-area/{id}/notify
            POST /clinics/{slug}/waiting-area/{id}/remove
            """);

    /** Of cases and workflows: {@code cases.CaseStrangersTests}. */
    private static final Set<String> OF_CASES = lines("""
            GET /cases
            POST /cases
            GET /cases/new
            GET /cases/all
            GET /cases/{id}
            GET /cases/{id}/describe
            POST /cases/{id}/describe
            POST /cases/{id}/close
            POST /cases/{id}/reopen
            POST /cases/{id}/fields
            POST /cases/{id}/tasks/{task}/complete
            POST /cases/{id}/tasks/{task}/reopen
            GET /cases/{id}/timeline
            GET /cases/{id}/import
            POST /cases/{id}/import/preview
            POST /cases/{id}/import
            GET /cases/{id}/values.csv
            GET /cases/{id}/timeline.csv
            GET /cases/{id}/print
            GET /cases/{id}/permissions
            POST /cases/{id}/admins
            POST /cases/{id}/admins/{person}/remove
            GET /cases/{id}/groups/defaults
            POST /cases/{id}/groups/defaults
            GET /cases/{id}/groups/new
            POST /cases/{id}/groups
            GET /cases/{id}/groups/{group}
            POST /cases/{id}/groups/{group}/given
            POST /cases/{id}/groups/{group}/people
            POST /cases/{id}/groups/{group}/people/{person}/remove
            POST /cases/{id}/groups/{group}/strangers/withdraw
            POST /cases/{id}/groups/{group}/name
            POST /cases/{id}/groups/{group}/teams/{team}
            POST /cases/{id}/groups/{group}/join
            POST /cases/{id}/groups/{group}/delete
            POST /cases/{id}/requests/{request}/answer
            GET /workflows
            POST /workflows
            GET /workflows/new
            GET /workflows/{id}
            POST /workflows/{id}
            POST /workflows/{id}/delete
            """);

    /** Of clients: {@code clients.ClientPagesTests}. */
    private static final Set<String> OF_CLIENTS = lines("""
            GET /clients
            POST /clients
            GET /clients/new
            GET /clients/import
            POST /clients/import
            POST /clients/import/preview
            GET /clients/{id}
            POST /clients/{id}
            POST /clients/{id}/care
            POST /clients/{id}/chat/on
            POST /clients/{id}/chat/off
            POST /clients/{id}/invitation
            POST /clients/{id}/invitation/withdraw
            """);

    /** Of one call, for people and guests: {@code calls.CallAddressesTests}. */
    private static final Set<String> OF_A_CALL = lines("""
            GET /calls/{id}
            POST /calls/{id}/seat
            POST /calls/{id}/seat/{seat}/here
            POST /calls/{id}/seat/{seat}/away
            POST /calls/{id}/seat/{seat}/leave
            POST /calls/{id}/seat/{seat}/admit
            POST /calls/{id}/seat/{seat}/turn-away
            POST /calls/{id}/seat/{seat}/mute
            POST /calls/{id}/seat/{seat}/disconnect
            POST /calls/{id}/lock
            POST /calls/{id}/unlock
            POST /calls/{id}/end
            POST /calls/{id}/chat
            GET /calls/{id}/chat
            """);

    /** Of one organization: {@code organizations.StrangersTests}. */
    private static final Set<String> OF_AN_ORGANIZATION = lines("""
            GET /settings/changes
            GET /settings/installation
            POST /settings/installation/organizations
            POST /settings/installation/organizations/{organization}/plan
            POST /settings/installation/premium
            POST /settings/installation/mail-domain
            POST /settings/installation/password-link
            GET /settings/organization
            POST /settings/organization
            GET /settings/permission-sets
            POST /settings/permission-sets
            POST /settings/permission-sets/{set}/delete
            GET /settings/rooms
            GET /settings/rooms/{id}
            POST /settings/rooms/{id}/remove
            POST /settings/rooms/{id}/close
            GET /settings/team
            GET /settings/team/pending
            POST /settings/team/pending/approve
            POST /settings/team/pending/deny
            GET /settings/team/invitations
            POST /settings/team/invitations
            POST /settings/team/invitations/csv
            POST /settings/team/invitations/preview
            GET /settings/team/{member}
            POST /settings/team/{member}
            GET /settings/team/{member}/deactivate
            POST /settings/team/{member}/deactivate
            POST /settings/team/{member}/invite-again
            POST /settings/team/{member}/password-link
            GET /settings/team/{member}/permissions
            POST /settings/team/{member}/permissions
            POST /settings/team/{member}/permissions/apply
            POST /settings/team/{member}/permissions/save-set
            POST /settings/team/{member}/reactivate
            POST /settings/team/{member}/withdraw
            GET /settings/teams
            POST /settings/teams
            GET /settings/teams/new
            GET /settings/teams/{team}
            POST /settings/teams/{team}
            POST /settings/teams/{team}/delete
            """);

    @Autowired
    private Staff staff;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @LocalServerPort
    private int port;

    @Test
    void everyAddressHasItsPlace() {
        assertThat(Address.all(controllers))
                .extracting(Address::toString)
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                OPEN,
                                OWN,
                                LEADING_BACK,
                                MAKING_ROOMS,
                                OF_A_ROOM,
                                OF_CONVERSATIONS,
                                OF_CASES,
                                OF_CLIENTS,
                                OF_CLINICS,
                                OF_A_CALL,
                                OF_AN_ORGANIZATION)
                        .flatMap(Set::stream)
                        .toList());
    }

    @Test
    void whoHasNotSignedInIsSentToSignIn() {
        Browsing stranger = new Browsing(port);
        stranger.get("/login");
        List<String> got = new ArrayList<>();
        for (Address address : allBut(OPEN)) {
            HttpResponse<String> page = ask(stranger, address, "text/html");
            HttpResponse<String> fetch = ask(stranger, address, "application/json");
            if (page.statusCode() != 302
                    || !Browsing.location(page).equals("/login")
                    || fetch.statusCode() != 401
                    || !fetch.body().isEmpty()) {
                got.add(address + ": " + page.statusCode() + ", " + fetch.statusCode());
            }
        }
        assertThat(got).isEmpty();
    }

    @Test
    void aClientHasNothingOfStaff() {
        Browsing client = new Browsing(port);
        client.signIn(staff.client("Jordan Ellis").email(), Staff.PASSWORD);
        List<String> got = new ArrayList<>();
        Set<String> open =
                Stream.of(OPEN, OWN, LEADING_BACK).flatMap(Set::stream).collect(Collectors.toSet());
        for (Address address : allBut(open)) {
            HttpResponse<String> answer = ask(client, address, "*/*");
            if (answer.statusCode() != 404) {
                got.add(address + ": " + answer.statusCode());
            }
        }
        assertThat(got).isEmpty();
    }

    @Test
    void whatLeadsBackLeadsToAnAddressThatIsGuardedItself() {
        Browsing client = new Browsing(port);
        client.signIn(staff.client("Jordan Ellis").email(), Staff.PASSWORD);
        Set<String> guarded = Stream.of(OWN, OF_CLIENTS, OF_CLINICS, OF_AN_ORGANIZATION)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        for (Address address : Address.all(controllers)) {
            if (LEADING_BACK.contains(address.toString())) {
                HttpResponse<String> answer = ask(client, address, "text/html");
                assertThat(answer.statusCode()).as(address.toString()).isEqualTo(302);
                String parent = address.toString().replaceFirst("/[^/]+$", "");
                assertThat(guarded).as(address.toString()).contains(parent);
                assertThat(answer.body()).isEmpty();
            }
        }
    }

    private List<Address> allBut(Set<String> some) {
        return Address.all(controllers).stream()
                .filter(address -> !some.contains(address.toString()))
                .toList();
    }

    private static HttpResponse<String> ask(Browsing browser, Address address, String accept) {
        String path = address.path(Map.of("", UUID.randomUUID().toString(), "sequence", "1"));
        return address.isGet()
                ? browser.get(path, "Accept", accept)
                : browser.submit(
                        path,
                        accept,
                        "name",
                        "x",
                        "person",
                        UUID.randomUUID().toString(),
                        "upTo",
                        "1",
                        "from",
                        "1",
                        "body",
                        "x",
                        "clientKey",
                        UUID.randomUUID().toString(),
                        "plan",
                        "FREE",
                        "manager",
                        "true",
                        "accept",
                        "true",
                        "set",
                        UUID.randomUUID().toString());
    }

    private static Set<String> lines(String text) {
        return text.lines().collect(Collectors.toSet());
    }
}
