package org.careroom.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careroom.AtOnce;
import org.careroom.CareroomTest;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients as the modules above know them, and what members change about them (product 5). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ClientsTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Clients clients;

    @Autowired
    private ClientList list;

    @Autowired
    private ClientPages pages;

    @Autowired
    private ClientRecords records;

    @Autowired
    private JdbcClient jdbc;

    private OrganizationId riverside;
    private Person priya;
    private Person sam;

    @BeforeEach
    void riverside() {
        riverside = staff.organization(Plan.PREMIUM);
        priya = staff.member(riverside, "Priya Nair");
        sam = staff.member(riverside, "Sam Okafor", Permission.SEARCH_CLIENTS, Permission.SEE_CLIENTS);
    }

    @Test
    void aConversationLearnsWhoItsClientsAre() {
        Person jordan = staff.client("Jordan Ellis");
        ClientId id = register("Jordan at Riverside", priya, jordan);
        register("Without Account", priya, null);
        OrganizationId northlake = staff.organization(Plan.FREE);
        Person noor = staff.member(northlake, "Noor North");
        ClientId there =
                clients.register(northlake, "Jordan at Northlake", "", "555 0100", noor.id(), List.of(), jordan.id());
        ClientContact contact = new ClientContact(id, riverside, jordan.id(), "Jordan at Riverside", true, priya.id());
        assertThat(clients.contacts(riverside, List.of(jordan.id(), priya.id(), new PersonId(UUID.randomUUID()))))
                .containsOnlyKeys(jordan.id())
                .containsEntry(jordan.id(), contact);
        assertThat(clients.contacts(riverside, List.of())).isEmpty();
        assertThat(clients.of(jordan.id())).extracting(ClientContact::id).containsExactlyInAnyOrder(id, there);
        assertThat(clients.of(priya.id())).isEmpty();
        assertThat(clients.contact(priya, id)).isEqualTo(contact);
        assertThatThrownBy(() -> clients.contact(noor, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> clients.contact(priya, new ClientId(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aClientWithoutAnAccountIsNoContact() {
        ClientId id = register("Ann Bell", priya, null);
        assertThatThrownBy(() -> clients.contact(priya, id)).isInstanceOf(NotFound.class);
        assertThat(clients.choices(priya, riverside, "")).isEmpty();
    }

    @Test
    void onlyTwentyAreOfferedAndTheOthersAreSearched() {
        IntStream.range(10, 35).forEach(number -> register("Client Number" + number, priya, staff.client("Client")));
        assertThat(clients.choices(priya, riverside, " "))
                .extracting(ClientContact::name)
                .hasSize(20)
                .isSorted()
                .startsWith("Client Number10");
        assertThat(clients.choices(sam, riverside, "number34"))
                .extracting(ClientContact::name)
                .containsExactly("Client Number34");
        Person lee = staff.member(riverside, "Lee Tran", Permission.SEARCH_CLIENTS);
        assertThat(clients.choices(lee, riverside, "")).isEmpty();
        assertThat(clients.choices(lee, riverside, "number34")).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ann, true",
        "bell, true",
        "ANN be, true",
        "be ann, true",
        "nn, false",
        "ann x, false",
        "ann.b, true",
        "ann.bell@example.org, true",
        "example, false",
        "312, true",
        "+1 (312) 555-0142, true",
        "0142, true",
        "0312, true",
        "312555, true",
        "555 0142, true",
        "5550142 ann, true",
        "999, false",
        "%, false",
        "_nn, false",
        "ann\\, false",
        "'''', false",
        "müller, true",
        "MÜLLER, true",
    })
    void aSearchFindsBeginningsOfWordsAndDigitsOfThePhone(String query, boolean found) {
        ClientId ann = clients.register(
                riverside, "Ann  Müller Bell", "ann.bell@example.org", "+1 312-555-0142", priya.id(), List.of(), null);
        register("Other One", priya, null);
        assertThat(ids(priya, query)).isEqualTo(found ? List.of(ann) : List.of());
        assertThat(ids(sam, query)).isEqualTo(found ? List.of(ann) : List.of());
    }

    @Test
    void whatIsChangedIsFoundByWhatItIsNowAndStandsWhereItBelongs() {
        ClientId ann = register("Ann Bell", priya, null);
        ClientId bo = register("Bo Chen", priya, null);
        ClientDescription before = pages.of(priya, ann).description();
        records.describe(priya, ann, new ClientDescription("Zoe Bell", "", "555 0199"), before.digest());
        assertThat(ids(priya, "")).containsExactly(bo, ann);
        assertThat(ids(sam, "")).containsExactly(bo, ann);
        assertThat(ids(priya, "ann")).isEmpty();
        assertThat(ids(priya, before.email())).isEmpty();
        assertThat(ids(priya, "zoe 0199")).containsExactly(ann);
    }

    @Test
    void whoIsTakenOutOfTheCareTeamNoLongerSeesTheClient() {
        ClientId ann = register("Ann Bell", priya, null);
        Person lee = staff.member(riverside, "Lee Tran");
        records.assign(
                priya,
                ann,
                priya.email(),
                List.of(lee.email()),
                pages.of(priya, ann).careSeen());
        assertThat(ids(lee, "")).containsExactly(ann);
        records.assign(lee, ann, lee.email(), List.of(), pages.of(lee, ann).careSeen());
        assertThat(pages.opens(priya, ann)).isFalse();
        assertThat(ids(priya, "")).isEmpty();
        assertThat(pages.of(lee, ann).provider().id()).isEqualTo(lee.id());
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwrittenUnseen() {
        ClientId ann = register("Ann Bell", priya, null);
        ClientView seen = pages.of(priya, ann);
        records.describe(
                sam,
                ann,
                new ClientDescription("Ann Bell", seen.description().email(), "555 0177"),
                seen.description().digest());
        ClientDescription mine =
                new ClientDescription("Ann B. Bell", seen.description().email(), "");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() ->
                        records.describe(priya, ann, mine, seen.description().digest()))
                .satisfies(invalid -> assertThat(invalid.wrong()).containsOnlyKeys("name", "phone"));
        records.describe(priya, ann, mine, pages.of(priya, ann).description().digest());
        assertThat(pages.of(priya, ann).description()).isEqualTo(mine);
        records.assign(sam, ann, sam.email(), List.of(priya.email()), seen.careSeen());
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> records.assign(priya, ann, priya.email(), List.of(), seen.careSeen()))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("provider"));
    }

    @Test
    void anAddressIsOfOneClientOfAnOrganizationAndOfNoStaff() {
        register("Ann Bell", priya, null);
        String taken = pages.of(priya, ids(priya, "ann").get(0)).description().email();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> add(new ClientDescription("Ann Twice", taken.toUpperCase(Locale.ROOT), "")))
                .satisfies(invalid -> assertThat(invalid.wrong()).containsOnlyKeys("email"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> add(new ClientDescription("", sam.email(), "x")))
                .satisfies(invalid -> assertThat(invalid.wrong()).containsOnlyKeys("name", "phone"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> add(new ClientDescription("Sam", sam.email(), "")))
                .satisfies(invalid -> assertThat(invalid.reason().key()).isEqualTo("client.email.staff"));
        OrganizationId northlake = staff.organization(Plan.FREE);
        Person noor = staff.member(northlake, "Noor North");
        records.add(noor, northlake, new NewClient(UUID.randomUUID(), new ClientDescription("Ann", taken, ""), ""));
    }

    @Test
    void ofTwoWhoTakeOneAddressAtOnceTheSecondIsTold() throws Exception {
        String email = "two." + UUID.randomUUID() + "@example.org";
        List<Throwable> failed = AtOnce.run(
                () -> add(new ClientDescription("First", email, "")),
                () -> add(new ClientDescription("Second", email, "")));
        assertThat(failed).singleElement().isInstanceOf(Invalid.class);
    }

    @Test
    void oneFormSentTwiceAddsOneClient() {
        UUID key = UUID.randomUUID();
        NewClient wanted = new NewClient(key, new ClientDescription("Ann Bell", "", "555 0100"), "");
        assertThat(records.add(priya, riverside, wanted)).isEqualTo(records.add(priya, riverside, wanted));
    }

    @Test
    void theDatabaseKeepsWhatMustNeverBe() {
        ClientId ann = register("Ann Bell", priya, null);
        Person noor = staff.member(staff.organization(Plan.FREE), "Noor North");
        for (String broken : List.of(
                "update client set account_id = '" + priya.id() + "' where id = ?",
                "update client set provider_id = '" + noor.id() + "' where id = ?",
                "update client set provider_id = '" + sam.id() + "' where id = ?",
                "update client set email = '', phone = '' where id = ?",
                "update client set email = 'Ann@example.org' where id = ?",
                "update client set name = '' where id = ?",
                "delete from client_person where client_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(broken).param(ann.value()).update())
                    .as(broken)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void pagingMeetsEveryClientOnceWhileOthersAreAdded() {
        List<ClientId> before = IntStream.range(0, 2 * ClientList.PAGE + 10)
                .mapToObj(number -> register("Client " + (1000 + number), priya, null))
                .toList();
        for (Person who : List.of(priya, sam)) {
            List<ClientId> seen = new ArrayList<>();
            @Nullable ClientId after = null;
            int page = 0;
            do {
                Slice<ClientRow> slice = list.page(who, riverside, new ClientFilter(false, "", after));
                slice.items().forEach(row -> seen.add(row.id()));
                after = slice.next() == null ? null : ClientId.of(slice.next());
                register("Aaa " + page, priya, null);
                register("Client 1000 and " + page++, priya, null);
            } while (after != null);
            assertThat(seen).doesNotHaveDuplicates().containsAll(before);
        }
        assertThatThrownBy(
                        () -> list.page(priya, riverside, new ClientFilter(false, "", new ClientId(UUID.randomUUID()))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void onlyOnesOwnWhereThatIsAskedFor() {
        ClientId ann = register("Ann Bell", priya, null);
        ClientId bo = register("Bo Bell", sam, null);
        assertThat(ids(sam, "bell")).containsExactly(ann, bo);
        assertThat(list.page(sam, riverside, new ClientFilter(true, "bell", null))
                        .items())
                .extracting(ClientRow::id)
                .containsExactly(bo);
    }

    private void add(ClientDescription description) {
        records.add(priya, riverside, new NewClient(UUID.randomUUID(), description, ""));
    }

    private ClientId register(String name, Person provider, @Nullable Person account) {
        String email = "client." + UUID.randomUUID() + "@example.org";
        return clients.register(
                riverside, name, email, "", provider.id(), Set.of(), account == null ? null : account.id());
    }

    private List<ClientId> ids(Person who, String query) {
        return list.page(who, riverside, new ClientFilter(false, query, null)).items().stream()
                .map(ClientRow::id)
                .toList();
    }
}
