package org.careroom.organizationchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.careroom.AtOnce;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.messaging.Histories;
import org.careroom.messaging.MessageReaders;
import org.careroom.messaging.MessageView;
import org.careroom.messaging.Messages;
import org.careroom.messaging.NewMessage;
import org.careroom.messaging.NewerMessages;
import org.careroom.messaging.OnBehalf;
import org.careroom.messaging.Posted;
import org.careroom.messaging.Reading;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.people.Profiles;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Answering in a colleague's name, openly, and never twice (product 5). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class RepliesOnBehalfTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestConversations testConversations;

    @Autowired
    private Messages messages;

    @Autowired
    private Histories histories;

    @Autowired
    private Reading reading;

    @Autowired
    private Chat chat;

    @Autowired
    private RoomLife life;

    @Autowired
    private Profiles profiles;

    @Autowired
    private MemberSettings memberSettings;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person owner;
    private Person helper;
    private Person client;
    private RoomId room;

    @BeforeEach
    void aConversation() {
        riverside = staff.organization(Plan.PREMIUM);
        owner = staff.member(riverside, "Maya Lindqvist");
        helper = staff.member(riverside, "Noah Adeyemi", TestConversations.ORGANIZATION_CHAT);
        client = testConversations.client(riverside, owner, "Jordan Ellis");
        room = testConversations.between(owner, client);
        testConversations.say(client, room, "When may I eat again?");
    }

    @Test
    void everybodyReadsWhoWroteAndForWhom() {
        Browsing browser = signedIn(helper);
        HttpResponse<String> answer = send(browser, 2, "Maya will call you today.");
        assertThat(answer.statusCode()).isEqualTo(201);
        for (Person reader : List.of(client, owner, helper)) {
            Browsing readers = signedIn(reader);
            assertThat(readers.get("/rooms/" + room).body()).contains("Noah Adeyemi On behalf of Maya Lindqvist");
            assertThat(readers.get("/rooms/" + room + "/messages?after=2", "Accept", "application/json")
                            .body())
                    .contains("\"author\":\"Noah Adeyemi\"")
                    .contains("\"onBehalfOf\":\"Maya Lindqvist\"");
            assertThat(readers.get("/rooms/" + room + "/messages/3").body())
                    .contains("Noah Adeyemi On behalf of Maya Lindqvist");
        }
        assertThat(signedIn(client).get("/chat").body()).contains("Noah Adeyemi On behalf of Maya Lindqvist");
        assertThat(chat.own(helper, ConversationFilter.OPEN).rows().items())
                .as("replying makes nobody a participant")
                .isEmpty();
    }

    @Test
    void bothNamesStayAsTheyWereWhateverBecomesOfEither() {
        testConversations.onBehalf(helper, room, 2, "Maya will call you today.");
        profiles.present(helper, "Noah Renamed", "en", "UTC");
        profiles.present(owner, "Maya Renamed", "en", "UTC");
        Person admin = staff.admin(riverside, "Amara Diallo");
        memberSettings.deactivate(admin, staff.id(riverside, helper), null);
        MessageView reply = last(client);
        assertThat(reply.onBehalf()).isEqualTo(new OnBehalf(owner.id(), "Noah Adeyemi", "Maya Lindqvist"));
        assertThat(reply.authorName()).isEqualTo("Noah Adeyemi");
        assertThat(reply.author()).isEqualTo(helper.id());
    }

    @Test
    void whatIsNotConfirmedWithWhatWasSeenIsRefusedAndStoresNothing() {
        Browsing browser = signedIn(helper);
        testConversations.say(client, room, "And drink?");
        HttpResponse<String> answer = send(browser, 2, "At noon.");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("\"error\":\"newer\"")
                .contains("And drink?")
                .contains("\"last\":3");
        assertThat(histories.after(client, room, 3, 0).messages()).isEmpty();
        HttpResponse<String> dialog = browser.submit(
                "/rooms/" + room + "/messages/confirm",
                "text/html",
                "body",
                "At noon.",
                "clientKey",
                UUID.randomUUID().toString(),
                "onBehalf",
                "true",
                "seen",
                "2");
        assertThat(dialog.body())
                .contains("Confirm reply")
                .contains("Noah Adeyemi On behalf of Maya Lindqvist")
                .contains("At noon.")
                .contains("Jordan Ellis")
                .contains("And drink?")
                .contains("name=\"seen\" value=\"3\"");
        assertThat(histories.after(client, room, 3, 0).messages()).isEmpty();
        assertThat(send(browser, 3, "At noon.").statusCode()).isEqualTo(201);
    }

    @Test
    void oneWhoSaysNothingOfWhatTheySawHasSeenNothing() {
        HttpResponse<String> answer = signedIn(helper)
                .submit(
                        "/rooms/" + room + "/messages",
                        "application/json",
                        "body",
                        "At noon.",
                        "clientKey",
                        UUID.randomUUID().toString(),
                        "onBehalf",
                        "true");
        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void sentAgainItIsStoredOnceThoughItIsNewerThanWhatWasSeen() {
        NewMessage reply = new NewMessage("At noon.", UUID.randomUUID(), null, 2L);
        Posted first = messages.post(helper, room, reply);
        testConversations.say(client, room, "Thank you!");
        Posted again = messages.post(helper, room, reply);
        assertThat(again.repeated()).isTrue();
        assertThat(again.sequence()).isEqualTo(first.sequence());
        life.close(owner, room);
        assertThat(messages.post(helper, room, reply).sequence()).isEqualTo(first.sequence());
    }

    @RepeatedTest(5)
    void ofTwoWhoSendAtTheSameMomentOneIsAskedAgain() throws Exception {
        Person other = staff.member(riverside, "Ines Costa", TestConversations.ORGANIZATION_CHAT);
        List<Throwable> failed = AtOnce.run(
                () -> testConversations.onBehalf(helper, room, 2, "At noon."),
                () -> testConversations.onBehalf(other, room, 2, "At one."));
        assertThat(failed).hasSize(1).allMatch(NewerMessages.class::isInstance);
        assertThat(histories.after(client, room, 2, 0).messages()).hasSize(1);
    }

    @Test
    void withoutSayingSoNobodyWritesWhoTakesNoPartAndNobodyInItWritesInAnothersName() {
        assertThatThrownBy(() -> testConversations.say(helper, room, "Hello")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> testConversations.onBehalf(owner, room, 9, "Hello"))
                .isInstanceOf(Refused.class);
        testConversations.add(owner, room, helper);
        assertThatThrownBy(() -> testConversations.onBehalf(helper, room, 9, "Hello"))
                .isInstanceOf(Refused.class);
        testConversations.say(helper, room, "Hello, it is Noah.");
        assertThat(last(client).onBehalf()).isNull();
    }

    /** It is unread to the owner no more, who is told who answered; but nowhere does it say that they have read it. */
    @Test
    void theOwnerIsToldWhoAnsweredAndNothingClaimsThatTheyHaveReadIt() {
        Person other = staff.member(riverside, "Ines Costa", TestConversations.ORGANIZATION_CHAT);
        assertThat(unreadOfOwner()).isEqualTo(1);
        assertThat(waiting(other)).containsExactly(room);
        testConversations.onBehalf(helper, room, 2, "At noon.");
        assertThat(unreadOfOwner()).isZero();
        assertThat(waiting(other)).isEmpty();
        assertThat(own(owner).answeredBy()).isEqualTo("Noah Adeyemi");
        assertThat(readBy(other, 2)).doesNotContain("Maya Lindqvist");
        assertThat(readBy(other, 3)).doesNotContain("Maya Lindqvist");
        reading.readUpTo(owner, room, 3);
        assertThat(own(owner).answeredBy()).isNull();
        assertThat(readBy(other, 3)).contains("Maya Lindqvist");
    }

    @Test
    void aHelpersLookingChangesNothing() {
        Browsing browser = signedIn(helper);
        browser.get("/rooms/" + room);
        browser.post("/rooms/" + room + "/read", "upTo", "2");
        browser.post("/rooms/" + room + "/unread", "from", "1");
        browser.post("/rooms/" + room + "/muted", "muted", "true");
        assertThat(unreadOfOwner()).isEqualTo(1);
        assertThat(readBy(owner, 1)).isEmpty();
        assertThat(waiting(helper)).containsExactly(room);
    }

    @Test
    void onlyItsWriterChangesAReplyInAnothersName() {
        testConversations.onBehalf(helper, room, 2, "At noon.");
        messages.edit(helper, room, 3, "At one.");
        assertThat(last(client).body()).isEqualTo("At one.");
        assertThat(last(client).onBehalf()).isNotNull();
        assertThatThrownBy(() -> messages.edit(owner, room, 3, "Never.")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> messages.delete(owner, room, 3)).isInstanceOf(Refused.class);
        messages.delete(helper, room, 3);
        assertThat(last(client).deleted()).isTrue();
        assertThat(last(client).onBehalf()).isNotNull();
    }

    @Test
    void withoutAScriptItIsConfirmedOnAPage() {
        Browsing browser = signedIn(helper);
        String page = browser.get("/rooms/" + room).body();
        assertThat(page)
                .contains("Send on behalf of Maya Lindqvist")
                .contains("action=\"/rooms/" + room + "/messages/confirm\"");
        String[] form = {"body", "At noon.", "clientKey", UUID.randomUUID().toString(), "onBehalf", "true", "seen", "2"
        };
        HttpResponse<String> confirm = browser.post("/rooms/" + room + "/messages/confirm", form);
        assertThat(confirm.body()).contains("<h2>Confirm reply</h2>");
        testConversations.say(client, room, "Or later?");
        HttpResponse<String> asked = browser.post("/rooms/" + room + "/messages", form);
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("Confirm reply").contains("Or later?").contains("At noon.");
        String[] back = {form[0], form[1], form[2], form[3], form[4], form[5], form[6], form[7], "back", "true"};
        assertThat(browser.post("/rooms/" + room + "/messages/confirm", back).body())
                .contains("At noon.</textarea>");
        form[7] = "3";
        assertThat(browser.post("/rooms/" + room + "/messages", form).statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> send(Browsing browser, long seen, String body) {
        return browser.submit(
                "/rooms/" + room + "/messages",
                "application/json",
                "body",
                body,
                "clientKey",
                UUID.randomUUID().toString(),
                "onBehalf",
                "true",
                "seen",
                String.valueOf(seen));
    }

    private Browsing signedIn(Person person) {
        Browsing browser = new Browsing(port);
        browser.signIn(person.email(), Staff.PASSWORD);
        return browser;
    }

    private MessageView last(Person reader) {
        List<MessageView> all = histories.after(reader, room, 0, 0).messages();
        return all.get(all.size() - 1);
    }

    private ConversationRow own(Person person) {
        return chat.own(person, ConversationFilter.OPEN).rows().items().get(0);
    }

    private long unreadOfOwner() {
        return chat.ofOrganization(helper, null, ConversationFilter.OPEN, true)
                .rows()
                .items()
                .get(0)
                .unread();
    }

    private List<RoomId> waiting(Person reader) {
        ConversationFilter unanswered = new ConversationFilter(ConversationFilter.Show.UNANSWERED, null, "", "", null);
        return chat.ofOrganization(reader, null, unanswered, true).rows().items().stream()
                .map(ConversationRow::id)
                .toList();
    }

    private List<String> readBy(Person reader, long sequence) {
        return reading.readers(reader, room, sequence).readers().stream()
                .filter(one -> one.readAt() != null)
                .map(MessageReaders.Reader::name)
                .toList();
    }
}
