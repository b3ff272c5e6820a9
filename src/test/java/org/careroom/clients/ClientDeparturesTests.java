package org.careroom.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.careroom.AtOnce;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client is never left without a provider who is an active member (product 1: a successor is asked for). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ClientDeparturesTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Clients clients;

    @Autowired
    private ClientPages pages;

    @Autowired
    private ClientRecords records;

    @Autowired
    private ClientList list;

    @Autowired
    private MemberSettings memberSettings;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person amara;
    private Person priya;
    private Person lee;

    @BeforeEach
    void riverside() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        priya = staff.member(riverside, "Priya Nair");
        lee = staff.member(riverside, "Lee Tran");
    }

    @Test
    void aProvidersClientsGoToTheSuccessor() {
        ClientId alone = client("Ann Bell", priya);
        ClientId withLee = client("Bo Chen", priya, lee);
        ClientId lees = client("Cy Dent", lee, priya);
        Browsing admin = new Browsing(port);
        admin.signIn(amara.email(), Staff.PASSWORD);
        String page = "/settings/team/" + staff.id(riverside, priya) + "/deactivate";
        assertThat(admin.get(page).body()).contains("2 clients as provider");
        HttpResponse<String> none = admin.post(page);
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(pages.of(priya, alone).provider().id()).isEqualTo(priya.id());
        admin.get(page);
        assertThat(admin.post(page, "successor", lee.email()).statusCode()).isEqualTo(302);

        for (ClientId id : List.of(alone, withLee, lees)) {
            assertThat(pages.of(lee, id).provider().id()).isEqualTo(lee.id());
            assertThat(pages.of(lee, id).careTeam()).isEmpty();
            assertThatThrownBy(() -> pages.of(priya, id)).isInstanceOf(NotFound.class);
        }
        assertThat(list.page(lee, riverside, new ClientFilter(false, "", null)).items())
                .extracting(ClientRow::id)
                .containsExactly(alone, withLee, lees);
        memberSettings.reactivate(amara, staff.id(riverside, priya));
        assertThat(list.page(priya, riverside, new ClientFilter(false, "", null))
                        .items())
                .isEmpty();
    }

    @Test
    void whoIsOnlyInCareTeamsNeedsNoSuccessor() {
        ClientId id = client("Ann Bell", priya, lee);
        memberSettings.deactivate(amara, staff.id(riverside, lee), null);
        assertThat(pages.of(priya, id).careTeam()).isEmpty();
    }

    @Test
    void clientsOfOtherOrganizationsStayAsTheyAre() {
        OrganizationId northlake = staff.organization(Plan.FREE);
        staff.enroll(northlake, priya);
        ClientId there = clients.register(northlake, "Noor", "", "555 0100", priya.id(), List.of(), null);
        memberSettings.deactivate(amara, staff.id(riverside, priya), null);
        assertThat(pages.of(priya, there).provider().id()).isEqualTo(priya.id());
    }

    /** Whichever is first: the new client goes to the successor as well, or is not made. */
    @RepeatedTest(5)
    void aClientAddedAtTheSameMomentIsNotLeftBehind() throws Exception {
        client("Ann Bell", priya);
        List<Throwable> failed = AtOnce.run(
                () -> memberSettings.deactivate(amara, staff.id(riverside, priya), lee.email()),
                () -> records.add(
                        priya,
                        riverside,
                        new NewClient(UUID.randomUUID(), new ClientDescription("Bo", "", "555 0100"), "")));
        assertThat(failed).allMatch(NotFound.class::isInstance);
        assertThat(list.page(lee, riverside, new ClientFilter(false, "", null)).items())
                .hasSize(failed.isEmpty() ? 2 : 1);
    }

    /** As when the successor was not asked for, because there was no client yet when it was looked. */
    @RepeatedTest(3)
    void withoutASuccessorTheFirstClientHoldsTheDeactivationUp() throws Exception {
        List<Throwable> failed = AtOnce.run(
                () -> memberSettings.deactivate(amara, staff.id(riverside, priya), null),
                () -> records.add(
                        priya,
                        riverside,
                        new NewClient(UUID.randomUUID(), new ClientDescription("Bo", "", "555 0100"), "")));
        assertThat(failed).singleElement().isInstanceOfAny(NotFound.class, Invalid.class);
    }

    @Test
    void nobodyButAnActiveMemberIsMadeProviderOrPutIntoACareTeam() {
        ClientId id = client("Ann Bell", priya);
        memberSettings.deactivate(amara, staff.id(riverside, lee), null);
        Person noor = staff.member(staff.organization(Plan.FREE), "Noor North");
        for (Person other : List.of(lee, noor, staff.pending(riverside, "Pat"), staff.client("Kim"))) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> records.assign(
                            priya,
                            id,
                            other.email(),
                            List.of(other.email()),
                            pages.of(priya, id).careSeen()))
                    .satisfies(invalid -> assertThat(invalid.wrong()).containsOnlyKeys("provider", "careTeam"));
        }
    }

    private ClientId client(String name, Person provider, Person... careTeam) {
        String email = "client." + UUID.randomUUID() + "@example.org";
        return clients.register(
                riverside,
                name,
                email,
                "",
                provider.id(),
                List.of(careTeam).stream().map(Person::id).toList(),
                null);
    }
}
