package org.careroom.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.careroom.AtOnce;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Adding many clients from a CSV: errors by line, and nothing stored while there is one (issue: organization chat). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ClientImportTests {

    @Autowired
    private Staff staff;

    @Autowired
    private ClientImport csvImport;

    @Autowired
    private ClientList list;

    @Autowired
    private ClientPages pages;

    @Autowired
    private Clients clients;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person priya;
    private Person sam;
    private String some;

    @BeforeEach
    void riverside() {
        riverside = staff.organization(Plan.PREMIUM);
        priya = staff.member(riverside, "Priya Nair");
        sam = staff.member(riverside, "Sam Okafor", Permission.SEE_CLIENTS);
        some = UUID.randomUUID() + "@example.org";
    }

    @Test
    void linesBecomeClientsOfWhoImportsOrOfTheProviderNamed() {
        ImportPreview done = csvImport.save(
                sam,
                riverside,
                "\uFEFFName;E-Mail;Telefon;Provider\nAnn Bell;A." + some + ";;"
                        + priya.email().toUpperCase(Locale.ROOT) + "\n\"Bell; Bo\";;+1 312 555 0142;\n");
        assertThat(done.complete()).isTrue();
        List<ClientRow> rows = rows(sam, "");
        assertThat(rows).extracting(ClientRow::name).containsExactly("Ann Bell", "Bell; Bo");
        assertThat(rows).extracting(ClientRow::email).containsExactly("a." + some, "");
        assertThat(rows).extracting(ClientRow::provider).containsExactly("Priya Nair", "Sam Okafor");
        assertThat(rows(priya, "ann")).hasSize(1);
        assertThat(rows(sam, "5550142")).hasSize(1);
        assertThat(pages.of(priya, rows.get(0).id()).joining()).isEqualTo(Joining.NOT_INVITED);
    }

    @Test
    void everyMistakeIsToldAtItsLineAndNothingIsStored() {
        clients.register(riverside, "There", "there." + some, "", priya.id(), List.of(), null);
        clients.register(riverside, "Phone Only", "", "+1 312 555 0142", priya.id(), List.of(), null);
        String csv = String.join(
                "\n",
                "Good One,good." + some + ",,",
                ",noname." + some,
                "No Reach,,",
                "Bad Mail,nonsense",
                "Bad Phone,,call me",
                "Staff," + sam.email(),
                "There,THERE." + some,
                "Twice,Good." + some,
                "\"Phone\n Only\",,x",
                "Phone Only,,13125550142",
                "Phone Two,,555 0199",
                "phone two,,(555) 0199",
                "Too Much,much." + some + ",,,more",
                "Not Mine,not." + some + ",," + sam.email());
        ImportPreview preview = csvImport.save(priya, riverside, csv);
        assertThat(preview.complete()).isFalse();
        assertThat(preview.good()).isEqualTo(2);
        assertThat(preview.wrong().stream()
                        .map(line -> line.number() + " "
                                + line.wrong().stream().map(Reason::key).collect(Collectors.joining(" "))))
                .containsExactly(
                        "2 invalid.empty",
                        "3 client.unreachable",
                        "4 invalid.email",
                        "5 client.phone.form",
                        "6 client.email.staff",
                        "7 client.email.taken",
                        "8 client.import.twice",
                        "9 invalid.character client.phone.form",
                        "11 client.import.known",
                        "13 client.import.twice",
                        "14 client.import.cells",
                        "15 client.provider.own");
        assertThat(rows(priya, "")).extracting(ClientRow::name).containsExactly("Phone Only", "There");
    }

    @Test
    void aProviderIsAnActiveMember() {
        Person noor = staff.member(staff.organization(Plan.FREE), "Noor North");
        for (String provider : List.of(noor.email(), "nobody@example.org", "nonsense")) {
            ImportPreview preview = csvImport.preview(sam, riverside, "Ann,ann." + some + ",," + provider);
            assertThat(preview.wrong())
                    .singleElement()
                    .extracting(ImportLine::wrong)
                    .isEqualTo(List.of(Reason.of("client.provider.unknown")));
        }
        assertThatThrownBy(() -> csvImport.preview(noor, riverside, "Ann,ann." + some))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> csvImport.save(noor, riverside, "Ann,ann." + some))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void columnsStandWhereTheHeadingSays() {
        assertThat(csvImport
                        .save(priya, riverside, "Phone\tEmail\tName\n555 0100\tann." + some + "\tAnn")
                        .complete())
                .isTrue();
        assertThat(rows(priya, "ann 0100")).extracting(ClientRow::email).containsExactly("ann." + some);
        for (String heading : List.of("name,email,birthday", "name,email,email")) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> csvImport.preview(priya, riverside, heading + "\nAnn,ann@example.org,x"))
                    .satisfies(invalid -> assertThat(invalid.reason().key()).isEqualTo("client.import.heading"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "name,email", "\"open", "a\0b,x"})
    void whatCannotBeReadIsToldAtTheField(String csv) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> csvImport.preview(priya, riverside, csv))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("csv"));
    }

    @Test
    void fiveThousandAreTakenAndNotOneMore() {
        String csv = "name,email,phone\n" + lines(5_000);
        ImportPreview done = csvImport.save(priya, riverside, csv);
        assertThat(done.complete()).isTrue();
        assertThat(done.further()).isEqualTo(4_900);
        assertThat(rows(priya, "client4999")).hasSize(1);
        assertThat(rows(priya, "")).hasSize(ClientList.PAGE);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> csvImport.save(priya, riverside, lines(5_001)))
                .satisfies(invalid -> assertThat(invalid.reason()).isEqualTo(Reason.of("csv.many", 5_000)));
    }

    @Test
    void fiveThousandLinesComeThroughThePage() {
        Browsing browser = signedIn(priya);
        String csv = lines(5_000);
        String preview = browser.upload("/clients/import/preview", "file", csv.getBytes(StandardCharsets.UTF_8))
                .body();
        assertThat(preview).contains("Add 5,000 clients").contains("4,900 more are added");
        assertThat(Browsing.location(browser.post("/clients/import", "csv", csv)))
                .startsWith("/clients?imported=5000");
        String wrong = browser.post("/clients/import/preview", "csv", csv).body();
        assertThat(wrong).contains("5,000 lines are wrong").contains("Client4999 Imported");
        HttpResponse<String> tooLong = browser.post("/clients/import/preview", "csv", "x".repeat(600_001));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("At most 600,000 characters.").contains("x".repeat(600_001));
    }

    @Test
    void theSameFileTakenTwiceAtOnceAddsItsClientsOnce() throws Exception {
        String csv = "Ann,ann." + some + "\nBo,,555 0100";
        assertThat(AtOnce.run(() -> csvImport.save(priya, riverside, csv), () -> csvImport.save(sam, riverside, csv)))
                .isEmpty();
        assertThat(rows(sam, "")).hasSize(2);
    }

    @Test
    void thePageShowsWhatIsWrongAndLosesNothing() {
        Browsing browser = signedIn(priya);
        String csv = "Ann Bell,ann." + some + "\nBo Chen,nonsense";
        HttpResponse<String> preview = browser.post("/clients/import/preview", "csv", csv);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .contains("1 line is wrong")
                .contains("This is not an e-mail address.")
                .contains("Bo Chen,nonsense")
                .doesNotContain("Add 1 client");
        HttpResponse<String> forced = browser.post("/clients/import", "csv", csv);
        assertThat(forced.statusCode()).isEqualTo(400);
        assertThat(forced.body()).contains("1 line is wrong").contains("Bo Chen,nonsense");
        HttpResponse<String> empty = browser.post("/clients/import/preview", "csv", " ");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(Browsing.wrongFields(empty)).containsExactly("csv");
        assertThat(rows(priya, "")).isEmpty();
        assertThat(Browsing.location(browser.get("/clients/import/preview"))).isEqualTo("/clients/import");
        String good = csv.replace("nonsense", "bo." + some);
        assertThat(browser.post("/clients/import/preview", "csv", good).body()).contains("Add 2 clients");
        assertThat(Browsing.location(browser.post("/clients/import", "csv", good)))
                .startsWith("/clients?imported=2&organization=");
        assertThat(rows(priya, "")).hasSize(2);
    }

    @Test
    void aFileIsReadInTheEncodingsThatSpreadsheetsWrite() {
        Browsing browser = signedIn(priya);
        String csv = "Zoë Müller,zoe." + some;
        for (byte[] file : List.of(
                ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8),
                csv.getBytes(StandardCharsets.UTF_16),
                csv.getBytes(Charset.forName("windows-1252")))) {
            browser.get("/clients/import");
            assertThat(browser.upload("/clients/import/preview", "file", file).body())
                    .contains("Zoë Müller")
                    .contains("Add 1 client");
        }
    }

    private static String lines(int number) {
        String run = UUID.randomUUID().toString();
        return IntStream.range(0, number)
                .mapToObj(line -> "Client" + line + " Imported,c" + line + "." + run + "@example.org,+1 312 "
                        + (1_000_000 + line))
                .collect(Collectors.joining("\r\n"));
    }

    private List<ClientRow> rows(Person who, String query) {
        return list.page(who, riverside, new ClientFilter(false, query, null)).items();
    }

    private Browsing signedIn(Person person) {
        Browsing browser = new Browsing(port);
        browser.signIn(person.email(), Staff.PASSWORD);
        browser.get("/clients/import?organization=" + riverside);
        return browser;
    }
}
