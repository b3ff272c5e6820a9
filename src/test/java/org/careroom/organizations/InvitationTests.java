package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.careroom.AtOnce;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.people.Invitations;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inviting people into an organization, singly and by CSV, and what they do with the link (product 1). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class InvitationTests {

    @Autowired
    private Staff staff;

    @Autowired
    private MemberInvitations memberInvitations;

    @Autowired
    private CsvInvitations csvInvitations;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Members members;

    @Autowired
    private MemberList list;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person amara;
    private String email;

    @BeforeEach
    void riverside() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        email = "new." + UUID.randomUUID() + "@example.org";
    }

    @Test
    void somebodyWithoutAnAccountAcceptsByChoosingNameAndPassword() {
        String path = path(invite());
        Browsing browser = new Browsing(port);
        assertThat(browser.get(path).body())
                .contains("Amara Diallo invites you to join Organization")
                .contains(email)
                .contains("value=\"Nia\"");
        HttpResponse<String> weak = browser.post(path, "name", "Nia New", "password", "short");
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body())
                .contains("too short")
                .contains("value=\"Nia New\"")
                .doesNotContain("value=\"short\"");
        assertThat(Browsing.location(browser.post(path, "name", "Nia New", "password", "four words that rhyme")))
                .isEqualTo("/");
        assertThat(browser.get("/profile").body()).contains("Nia New");
        Person nia = people.findByEmail(email).orElseThrow();
        assertThat(staff.membership(nia, riverside).active()).isTrue();
        assertThat(new Browsing(port).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void somebodyWithAnAccountSignsInFirstAndComesBack() {
        Person sam = staff.person("Sam Okafor");
        String path =
                path(memberInvitations.invite(amara, riverside, sam.email().toUpperCase(Locale.ROOT), ""));
        Browsing browser = new Browsing(port);
        assertThat(browser.get(path).body()).contains("Sign in to accept");
        assertThat(Browsing.location(browser.get(path + "/signed-in"))).isEqualTo("/login");
        assertThat(Browsing.location(browser.signIn(sam.email(), Staff.PASSWORD)))
                .startsWith(path + "/signed-in");
        assertThat(browser.get(path).body()).contains("Accept invitation");
        assertThat(Browsing.location(browser.post(path + "/accept"))).isEqualTo("/");
        assertThat(members.isActive(sam.id(), riverside)).isTrue();
    }

    @Test
    void nobodyAcceptsWhatWasSentToAnother() {
        Person sam = staff.person("Sam Okafor");
        String path = path(invite());
        Browsing browser = new Browsing(port);
        browser.signIn(sam.email(), Staff.PASSWORD);
        assertThat(browser.get(path).body()).contains("sent to another address").doesNotContain(email);
        assertThat(browser.post(path + "/accept").statusCode()).isEqualTo(403);
        assertThat(members.of(sam.id())).isEmpty();
    }

    /** An admin must not learn who is a patient: to them a client's address is like one that nobody has (product 1). */
    @Test
    void aClientIsInvitedAsAStrangerIsAndNeverMadeStaff() {
        Person jordan = staff.client("Jordan Ellis");
        String csv = "New;" + email + "\nJordan;" + jordan.email();
        assertThat(csvInvitations.preview(amara, riverside, csv)).allMatch(CsvLine::good);
        String token = token(memberInvitations.invite(amara, riverside, jordan.email(), ""));
        assertThatThrownBy(() -> invitations.accept(jordan, token)).isInstanceOf(Refused.class);
        assertThat(members.of(jordan.id())).isEmpty();
    }

    @Test
    void anInvitationExpiresAfterThirtyDaysAndSendingItAgainStartsThemAgain() {
        String first = token(invite());
        later(email, 31);
        assertThatThrownBy(() -> invitations.open(first)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> invitations.acceptNew(first, "Nia", "four words that rhyme", Locale.ENGLISH))
                .isInstanceOf(NotFound.class);
        MemberRow waiting = list.all(amara, riverside, Status.INVITED).get(0);
        String second = token(memberInvitations.inviteAgain(amara, waiting.id()));
        assertThatThrownBy(() -> invitations.open(first)).isInstanceOf(NotFound.class);
        later(email, 29);
        assertThat(invitations.open(second).email()).isEqualTo(email);
    }

    @Test
    void anInvitationAcceptedTwiceAtOnceMakesOneMember() throws Exception {
        Person sam = staff.person("Sam Okafor");
        String token = token(memberInvitations.invite(amara, riverside, sam.email(), ""));
        List<Throwable> failed = AtOnce.run(() -> invitations.accept(sam, token), () -> invitations.accept(sam, token));
        assertThat(failed).singleElement().isInstanceOf(NotFound.class);
        assertThat(members.of(sam.id())).hasSize(1);
    }

    @Test
    void whoWaitsForApprovalIsLetInByAnInvitation() {
        Person pat = staff.person("Pat Morgan");
        String token = token(memberInvitations.invite(amara, riverside, pat.email(), ""));
        members.waiting(riverside, pat.id());
        invitations.accept(pat, token);
        assertThat(members.isActive(pat.id(), riverside)).isTrue();
        assertThat(members.of(pat.id())).hasSize(1);
    }

    @Test
    void declinedOrWithdrawnAnInvitationLeadsNowhere() {
        String declined = token(invite());
        invitations.decline(declined);
        assertThat(list.all(amara, riverside, Status.INVITED)).isEmpty();
        assertThatThrownBy(() -> invitations.open(declined)).isInstanceOf(NotFound.class);
        String withdrawn = token(invite());
        memberInvitations.withdraw(
                amara, list.all(amara, riverside, Status.INVITED).get(0).id());
        assertThatThrownBy(() -> invitations.open(withdrawn)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoDeclinesGoesHomeAndAStrangerToTheSignInPage() {
        Person sam = staff.person("Sam Okafor");
        String own = path(memberInvitations.invite(amara, riverside, sam.email(), ""));
        Browsing signedIn = new Browsing(port);
        signedIn.signIn(sam.email(), Staff.PASSWORD);
        assertThat(Browsing.location(signedIn.post(own + "/decline"))).isEqualTo("/");
        String path = path(invite());
        Browsing stranger = new Browsing(port);
        stranger.get(path);
        assertThat(Browsing.location(stranger.post(path + "/decline"))).isEqualTo("/login?declined");
    }

    @Test
    void onlyTheHashOfALinkIsStored() {
        String token = token(invite());
        assertThat(jdbc.sql("select token_hash from invitation where email = :email")
                        .param("email", email)
                        .query(String.class)
                        .single())
                .hasSize(64)
                .isNotEqualTo(token);
    }

    @Test
    void aMemberOrAnInvitedAddressIsNotInvitedTwice() {
        Person sam = staff.member(riverside, "Sam Okafor");
        invite();
        for (String there : List.of(sam.email(), email, amara.email())) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> memberInvitations.invite(amara, riverside, there, ""))
                    .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("email"));
        }
    }

    @Test
    void aCsvTellsLineByLineWhatItDoesAndGivesBackWhatItCannotDo() {
        Person sam = staff.member(riverside, "Sam Okafor");
        String csv = "\uFEFFName;E-mail\n\"Lovelace; Ada\";a." + email + "\nno address;\nSam;" + sam.email()
                + "\nTwice;A." + email.toUpperCase(Locale.ROOT) + "\n\nb." + email + "\n";
        assertThat(csvInvitations.preview(amara, riverside, csv))
                .extracting(line -> line.number() + " " + line.name() + " "
                        + (line.refusal() == null ? "good" : line.refusal().key()))
                .containsExactly(
                        "2 Lovelace; Ada good",
                        "3 no address invite.refused.missing",
                        "4 Sam invite.refused.ACTIVE",
                        "5 Twice invite.refused.twice",
                        "7  good");
        assertThat(list.all(amara, riverside, Status.INVITED)).isEmpty();
        CsvInvitations.Sent sent = csvInvitations.send(amara, riverside, csv);
        assertThat(sent.invitations()).hasSize(2);
        assertThat(sent.rest().lines()).hasSize(3).first().isEqualTo("no address;");
        assertThat(list.all(amara, riverside, Status.INVITED))
                .extracting(MemberRow::name)
                .contains("Lovelace; Ada");
    }

    @Test
    void thePageShowsTheLinesFirstAndThenALinkForEachWhoWasInvited() {
        Browsing browser = new Browsing(port);
        browser.signIn(amara.email(), Staff.PASSWORD);
        String csv = "Ada," + email + "\nNobody,";
        assertThat(browser.post("/settings/team/invitations/preview", "csv", csv)
                        .body())
                .contains("Invite 1 person")
                .contains("Is invited")
                .contains("The e-mail is missing.");
        assertThat(browser.post("/settings/team/invitations/csv", "csv", csv).body())
                .containsPattern("/invitations/[A-Za-z0-9_-]{43}\"")
                .contains("Not sent by e-mail, as this installation sends none.")
                .contains(">Nobody,</textarea>");
    }

    /** Spreadsheets write each of these, and none says which it is. */
    @ParameterizedTest
    @CsvSource({
        "UTF-8, false, false",
        "UTF-8, true, false",
        "UTF-16LE, true, false",
        "UTF-16BE, true, false",
        "windows-1252, false, true"
    })
    void aFileKeepsItsLettersWhateverItsEncoding(String charset, boolean marked, boolean toBeLookedAt) {
        String csv = (marked ? "\uFEFF" : "") + "Name;E-mail\r\nZoë Günter–Åsgård;" + email + "\r\n";
        HttpResponse<String> answer = upload(csv.getBytes(Charset.forName(charset)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Zoë Günter–Åsgård").contains("Invite 1 person");
        assertThat(answer.body().contains("was read as Windows-1252")).isEqualTo(toBeLookedAt);
    }

    @Test
    void aFileThatIsNoTextIsRefused() {
        byte[] utf16CutShort = {(byte) 0xFE, (byte) 0xFF, 0x00, 0x41, 0x00};
        byte[] notWindows1252 = {'A', (byte) 0x81, (byte) 0xC3, '@'};
        byte[] utf16WithoutMark = "Ada;a@example.org".getBytes(StandardCharsets.UTF_16LE);
        for (byte[] file : List.of(utf16CutShort, notWindows1252, utf16WithoutMark)) {
            HttpResponse<String> answer = upload(file);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).containsAnyOf("not text that can be read", "character that cannot be stored");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsGuessedOutsideQuotationMarksAndKeptForWhatHasToBeCorrected(String separator) {
        String csv =
                "\"No; address\"" + separator + "\n" + String.join(separator, "\"Lovelace, Ada; Countess\"", email);
        CsvInvitations.Sent sent = csvInvitations.send(amara, riverside, csv);
        assertThat(sent.invitations()).extracting(IssuedInvitation::email).containsExactly(email);
        assertThat(sent.rest()).isEqualTo("\"No; address\"" + separator);
        String corrected = sent.rest() + "b." + email;
        assertThat(csvInvitations.send(amara, riverside, corrected).rest()).isEmpty();
        assertThat(list.all(amara, riverside, Status.INVITED))
                .extracting(MemberRow::name)
                .containsExactly("Lovelace, Ada; Countess", "No; address");
    }

    @Test
    void whatIsMoreThanANameAndAnAddressIsNotLeftOutSilently() {
        String csv = "Ada;Lovelace;" + email + "\nAda;" + email + ";b." + email + "\n;;Ada;;c." + email;
        assertThat(csvInvitations.preview(amara, riverside, csv))
                .extracting(
                        line -> line.refusal() == null ? "good" : line.refusal().key())
                .containsExactly("invite.refused.cells", "invite.refused.cells", "good");
    }

    @Test
    void aBrokenCsvIsRefusedAndKept() {
        Browsing browser = new Browsing(port);
        browser.signIn(amara.email(), Staff.PASSWORD);
        HttpResponse<String> answer =
                browser.post("/settings/team/invitations/preview", "csv", "Ada,\"a@example.org\nnever closed");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("cannot be read as CSV").contains("never closed</textarea>");
    }

    @Test
    void inviteForFreeByAStrangerIsNotThere() {
        Person stranger = staff.admin(staff.organization(Plan.FREE), "Nora Elsewhere");
        assertThatThrownBy(() -> memberInvitations.invite(stranger, riverside, email, ""))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aDeactivatedMemberComesBackByReactivationOnly() {
        Person sam = staff.person("Sam Okafor");
        String token = token(memberInvitations.invite(amara, riverside, sam.email(), ""));
        members.enroll(riverside, sam.id(), Level.MEMBER, "", Set.of());
        assertThatThrownBy(() -> invitations.accept(sam, token)).isInstanceOf(Refused.class);
    }

    private HttpResponse<String> upload(byte[] file) {
        Browsing browser = new Browsing(port);
        browser.signIn(amara.email(), Staff.PASSWORD);
        return browser.upload("/settings/team/invitations/preview", "file", file);
    }

    private IssuedInvitation invite() {
        return memberInvitations.invite(amara, riverside, email, "Nia");
    }

    private static String path(IssuedInvitation issued) {
        return issued.link().replaceFirst("^http://[^/]+", "");
    }

    private static String token(IssuedInvitation issued) {
        return issued.link().replaceFirst(".*/", "");
    }

    /** Moves the end of the invitation, as if that many days had passed. */
    private void later(String address, int days) {
        jdbc.sql("update invitation set expires_at = expires_at - make_interval(days => :days) where email = :email")
                .param("days", days)
                .param("email", address)
                .update();
    }
}
