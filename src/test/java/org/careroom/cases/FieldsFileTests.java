package org.careroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.careroom.AtOnce;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.careroom.workflows.FieldTemplate;
import org.careroom.workflows.FieldType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Filling in a case from a file, and taking along what one may see of it. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class FieldsFileTests {

    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");

    @Autowired
    private Staff staff;

    @Autowired
    private TestCases testCases;

    @Autowired
    private FieldsFile file;

    @Autowired
    private CaseFields filling;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private Person dana;
    private Person lee;
    private CaseId id;

    @BeforeEach
    void aCase() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        dana = staff.admin(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        id = testCases.recovery(dana, riverside);
        testCases.group(dana, id, "OR team", List.of("OR location", "OR time"), lee);
        testCases.fillIn(dana, dana, id, Map.of("Organ offered", "Liver"));
    }

    @Test
    void everyLineSaysWhatItDoesAndWhoIsTold() {
        List<FieldsFile.Line> lines = file.preview(dana, id, """
                Field;Value
                or location;Main 6
                Organ offered;Liver
                Made up;x
                Warm ischemia (minutes);many
                OR location;Main 7
                OR time;2026-11-22 14:05
                """).lines();
        assertThat(lines).extracting(FieldsFile.Line::number).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(lines.get(0).told()).containsExactly("OR team");
        assertThat(Objects.requireNonNull(lines.get(0).after()).text()).isEqualTo("Main 6");
        assertThat(lines.get(1).input()).isNull();
        assertThat(lines.get(1).problem()).isNull();
        assertThat(lines.stream().map(FieldsFile.Line::problem).filter(Objects::nonNull))
                .extracting(Reason::key)
                .containsExactly("import.unknown", "field.wrong.NUMBER", "import.twice");
        assertThat(testCases.field(dana, id, "OR location").value().isEmpty()).isTrue();
    }

    @Test
    void aJsonObjectIsReadToo() {
        List<FieldsFile.Line> lines = file.preview(dana, id, """
                {"OR location": "Main 6", "Warm ischemia (minutes)": 12, "Anesthesia confirmed": true}
                """).lines();
        assertThat(lines)
                .extracting(line -> Objects.requireNonNull(line.after()).text())
                .containsExactly("Main 6", "12", "true");
        assertThat(file.preview(dana, id, "[{\"field\": \"OR location\", \"value\": {\"a\": 1}}]")
                        .lines())
                .extracting(FieldsFile.Line::problem)
                .containsExactly(Reason.of("import.value"));
        assertThatThrownBy(() -> file.preview(dana, id, "{\"OR time\": \"\", \"OR time\": \"\"}"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> file.preview(dana, id, "{\"OR location\": "))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.reason().key()).isEqualTo("import.json"));
        assertThatThrownBy(() -> file.preview(lee, id, "{}")).isInstanceOf(Refused.class);
    }

    @Test
    void aFileOfWhichNothingCanBeSavedSaysWhatItsFirstLineShouldBe() {
        Browsing browser = new Browsing(port);
        browser.signIn(dana.email(), Staff.PASSWORD);
        String preview = "/cases/" + id + "/import/preview";
        assertThat(browser.post(preview, "text", "Name,Age\nDonor,54").body())
                .contains("field,value")
                .doesNotContain("Save these changes");
        assertThat(browser.post(preview, "text", "Organ offered,Liver").body())
                .contains("Nothing of this would be saved.")
                .doesNotContain("Save these changes", "first line should be");
    }

    @Test
    void aFileThatBreaksOffSaysWhereReadingStopped() {
        assertThatThrownBy(() -> file.preview(dana, id, "OR location,Main 6\nOR time,\"2026\nDecision,x"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.reason()).isEqualTo(Reason.of("csv.unreadable.from", 2L)));
        assertThatThrownBy(() -> file.preview(dana, id, "{\n\"OR location\": \"Main 6\",\n\"OR time\" x"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.reason().arguments().toString())
                                .isEqualTo("[3]"));
    }

    @Test
    void whatWasShownIsSavedAndWhatChangedSinceIsAskedAgain() {
        Browsing browser = new Browsing(port);
        browser.signIn(dana.email(), Staff.PASSWORD);
        String text = "OR location,Main 6";
        HttpResponse<String> preview = browser.post("/cases/" + id + "/import/preview", "text", text);
        assertThat(preview.body()).contains("OR team");
        testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 5"));
        HttpResponse<String> again = browser.post("/cases/" + id + "/import", "text", text, "shown", shown(preview));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Something changed since you looked");
        assertThat(testCases.field(dana, id, "OR location").value().text()).isEqualTo("Main 5");
        for (int click = 0; click < 2; click++) {
            HttpResponse<String> saved = browser.post("/cases/" + id + "/import", "text", text, "shown", shown(again));
            assertThat(saved.statusCode()).isEqualTo(302);
        }
        assertThat(testCases.field(dana, id, "OR location").value().text()).isEqualTo("Main 6");
    }

    private static String shown(HttpResponse<String> preview) {
        var shown = SHOWN.matcher(preview.body());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    @Test
    void aRoomThatIsToldBesidesIsShownFirst() {
        String text = "OR location,Main 6";
        String shown = file.preview(dana, id, text).shown();
        testCases.group(dana, id, "Surgeons", List.of("OR location"));
        assertThatThrownBy(() -> file.save(dana, id, text, shown)).isInstanceOf(Invalid.class);
        file.save(dana, id, text, file.preview(dana, id, text).shown());
        assertThat(testCases.field(dana, id, "OR location").value().text()).isEqualTo("Main 6");
    }

    /** The other's change is on its way when the file is saved: it is seen, and nothing of the file is saved. */
    @Test
    void aChangeAtTheSameMomentKeepsTheWholeFileBack() throws Exception {
        String text = """
                OR location,Main 6
                Organ offered,Kidney
                """;
        String shown = file.preview(dana, id, text).shown();
        Optional<Throwable> failed = AtOnce.overlapping(
                transaction,
                () -> testCases.fillIn(dana, dana, id, Map.of("OR location", "Main 5")),
                () -> file.save(dana, id, text, shown));
        assertThat(failed).get().isInstanceOf(Invalid.class);
        assertThat(testCases.field(dana, id, "OR location").value().text()).isEqualTo("Main 5");
        assertThat(testCases.field(dana, id, "Organ offered").value().text()).isEqualTo("Liver");
    }

    @Test
    void aTaskThatIsCompleteKeepsWhatItNeeds() {
        testCases.fillIn(dana, dana, id, Map.of("Decision", "Accepted"));
        filling.complete(dana, id, testCases.taskNamed(dana, id, "Allocation"));
        assertThat(file.preview(dana, id, "Decision,").lines())
                .extracting(FieldsFile.Line::problem)
                .containsExactly(Reason.of("field.wrong.mandatory"));
    }

    @Test
    void oneTakesAlongWhatOneMaySee() {
        testCases.fillIn(dana, dana, id, Map.of("OR location", "=HYPERLINK(\"http://evil.example\")"));
        String admins = get(dana, "values.csv");
        assertThat(admins).contains("Organ offered,Liver,Allocation,Dana Reyes").contains("\"'=HYPERLINK(");
        String followers = get(lee, "values.csv");
        assertThat(followers).contains("OR location").doesNotContain("Organ offered", "Liver", "Allocation");
        assertThat(get(dana, "timeline.csv")).contains("FIELD,Organ offered,,Liver");
        assertThat(get(lee, "print")).contains("OR location").doesNotContain("Organ offered");
        // What was taken along can be filled in again.
        assertThat(file.preview(dana, id, admins).lines()).allSatisfy(line -> {
            assertThat(line.problem()).isNull();
            assertThat(line.input()).isNull();
        });
    }

    /** Choices may hold commas, texts line breaks: lines are numbered where they begin. */
    @Test
    void everyValueComesBackFromItsFileAsItWas() {
        OrganizationId lakeside = staff.organization(Plan.PREMIUM);
        Person mei = staff.admin(lakeside, "Mei Kato");
        CaseId other = testCases.make(
                mei,
                lakeside,
                TestCases.task(
                        "Everything",
                        new FieldTemplate(
                                Id.next(), "Organs", FieldType.CHOOSE_MANY, false, List.of("Liver, left", "Heart")),
                        TestCases.field("Notes", FieldType.LONG_TEXT),
                        TestCases.field("Arrived", FieldType.DATE_TIME)));
        testCases.fillIn(
                mei,
                mei,
                other,
                Map.of("Organs", "Heart\nLiver, left", "Notes", "one\ntwo", "Arrived", "2026-11-22 14:05"));
        Browsing browser = new Browsing(port);
        browser.signIn(mei.email(), Staff.PASSWORD);
        String csv = browser.get("/cases/" + other + "/values.csv").body();
        assertThat(file.preview(mei, other, csv).lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.problem()).isNull())
                .allSatisfy(line -> assertThat(line.input()).isNull());
        assertThat(file.preview(mei, other, "Notes,\"a\nb\"\nNo such,x").lines())
                .extracting(FieldsFile.Line::number)
                .containsExactly(1L, 3L);
    }

    private String get(Person who, String what) {
        Browsing browser = new Browsing(port);
        browser.signIn(who.email(), Staff.PASSWORD);
        return browser.get("/cases/" + id + "/" + what).body();
    }
}
