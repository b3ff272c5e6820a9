package org.careroom.organizationchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.AtOnce;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.clients.ClientContact;
import org.careroom.clients.ClientJoined;
import org.careroom.clients.Clients;
import org.careroom.messaging.Histories;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Duty;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Beginning conversations, who comes into them, and what becomes of them when people go. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ConversationsTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestConversations testConversations;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Claims claims;

    @Autowired
    private Chat chat;

    @Autowired
    private Clients clients;

    @Autowired
    private Rooms rooms;

    @Autowired
    private Histories histories;

    @Autowired
    private MemberSettings memberSettings;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private Person admin;
    private Person maya;
    private Person noah;
    private Person jordan;
    private Person avery;

    @BeforeEach
    void people() {
        riverside = staff.organization(Plan.PREMIUM);
        admin = staff.admin(riverside, "Amara Diallo", TestConversations.ORGANIZATION_CHAT);
        maya = staff.member(riverside, "Maya Lindqvist");
        noah = staff.member(riverside, "Noah Adeyemi");
        jordan = testConversations.client(riverside, maya, "Jordan Ellis");
        avery = testConversations.client(riverside, maya, "Avery Cole");
    }

    @Test
    void aFormSentTwiceBeginsOneConversation() throws Exception {
        Browsing browser = signedIn(maya);
        browser.get("/chat/new");
        String[] form = {"key", UUID.randomUUID().toString(), "people", jordan.email(), "message", "Hello Jordan"};
        HttpResponse<String> begun = browser.post("/chat", form);
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(Browsing.location(browser.post("/chat", form))).isEqualTo(Browsing.location(begun));
        assertThat(browser.get(Browsing.location(begun)).body()).contains("Hello Jordan");
        String key = UUID.randomUUID().toString();
        assertThat(AtOnce.run(
                        () -> begin(maya, key, jordan), () -> begin(maya, key, jordan), () -> begin(maya, key, jordan)))
                .isEmpty();
        assertThat(chat.own(maya, ConversationFilter.OPEN).rows().items()).hasSize(2);
    }

    @Test
    void whatWasTypedStaysWhereClientsAreSearchedForAndInNoAddress() {
        Browsing browser = signedIn(maya);
        browser.get("/chat/new");
        HttpResponse<String> found =
                browser.post("/chat", "find", "true", "q", "avery", "message", "Your result", "people", jordan.email());
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("Avery Cole").contains("Your result").contains(jordan.email());
        assertThat(chat.own(maya, ConversationFilter.OPEN).rows().items()).isEmpty();
    }

    @Test
    void severalClientsAreNamedBeforeTheySeeEachOther() {
        Browsing browser = signedIn(maya);
        browser.get("/chat/new");
        String[] form = {"key", UUID.randomUUID().toString(), "people", jordan.email(), "people", avery.email()};
        HttpResponse<String> asked = browser.post("/chat", form);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body())
                .contains("These clients will see each other")
                .contains("<bdi>Jordan Ellis</bdi>")
                .contains("<bdi>Avery Cole</bdi>");
        assertThat(chat.own(jordan, ConversationFilter.OPEN).rows().items()).isEmpty();
        String[] another = {form[0], form[1], form[2], form[3], "people", avery.email(), "confirmed", jordan.email()};
        assertThat(browser.post("/chat", another).statusCode())
                .as("who was not named")
                .isEqualTo(400);
        String[] confirmed = {
            form[0], form[1], form[2], form[3], form[4], form[5], "confirmed", jordan.email() + "," + avery.email()
        };
        assertThat(browser.post("/chat", confirmed).statusCode()).isEqualTo(303);
        assertThat(chat.own(avery, ConversationFilter.OPEN).rows().items())
                .singleElement()
                .matches(ConversationRow::community);
    }

    @Test
    void nobodyIsReachedWhomOneMayNotWriteTo() {
        OrganizationId northlake = staff.organization(Plan.PREMIUM);
        Person elsewhere = staff.member(northlake, "Kim Other");
        Person theirs = testConversations.client(northlake, elsewhere, "Robin Theirs");
        Person notMine = testConversations.client(riverside, noah, "Sasha NotMine");
        for (String address : List.of(
                elsewhere.email(),
                theirs.email(),
                notMine.email(),
                "nobody@example.org",
                staff.client("Free").email())) {
            assertThatThrownBy(() -> begin(maya, UUID.randomUUID().toString(), address))
                    .as(address)
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> begin(jordan, UUID.randomUUID().toString(), maya.email()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> begin(staff.person("Sky"), UUID.randomUUID().toString(), maya.email()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> begin(maya, UUID.randomUUID().toString(), maya.email()))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void anotherClientDoesNotComeIntoAClientsConversation() {
        RoomId room = testConversations.between(maya, jordan);
        assertThatThrownBy(() -> testConversations.add(maya, room, avery)).isInstanceOf(Invalid.class);
        testConversations.add(maya, room, noah);
        assertThatThrownBy(() -> testConversations.remove(maya, room, maya)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> testConversations.remove(noah, room, jordan)).isInstanceOf(Refused.class);
        testConversations.remove(maya, room, jordan);
        assertThatThrownBy(() -> testConversations.add(maya, room, avery))
                .as("what Jordan wrote is not for Avery")
                .isInstanceOf(Invalid.class);
        testConversations.add(maya, room, jordan);
        RoomId amongStaff = testConversations.between(maya, noah);
        assertThatThrownBy(() -> testConversations.add(maya, amongStaff, avery)).isInstanceOf(Invalid.class);
        testConversations.remove(maya, room, noah);
        assertThatThrownBy(() -> testConversations.say(noah, room, "Still here?"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoAcceptsTheInvitationToChatFindsTheirProviderThere() {
        Person client = staff.client("Robin New");
        testConversations.register(riverside, maya, client);
        ClientContact contact = clients.contacts(riverside, List.of(client.id()))
                .values()
                .iterator()
                .next();
        for (int times = 0; times < 2; times++) {
            transaction.executeWithoutResult(status -> events.publishEvent(new ClientJoined(contact)));
        }
        assertThat(chat.own(client, ConversationFilter.OPEN).rows().items())
                .singleElement()
                .matches(row -> row.owner().equals(maya.id()));
    }

    @Test
    void whoGoesLeavesNoConversationWithoutAnOwner() {
        RoomId owned = testConversations.between(maya, jordan);
        RoomId part = testConversations.between(noah, maya);
        claims.claim(maya, owned);
        assertThat(memberSettings.duties(admin, staff.id(riverside, maya)))
                .extracting(Duty::what)
                .extracting(what -> what.key())
                .contains("conversation.duty.owner");
        assertThatThrownBy(() -> memberSettings.deactivate(admin, staff.id(riverside, maya), null))
                .isInstanceOf(Invalid.class);
        memberSettings.deactivate(admin, staff.id(riverside, maya), noah.email());
        assertThat(chat.own(noah, ConversationFilter.OPEN).rows().items())
                .extracting(ConversationRow::id)
                .containsExactly(owned, part);
        assertThat(chat.own(noah, ConversationFilter.OPEN).rows().items().get(0).claimedBy())
                .isNull();
        assertThatThrownBy(() -> rooms.page(maya, owned)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rooms.page(maya, part)).isInstanceOf(NotFound.class);
        memberSettings.reactivate(admin, staff.id(riverside, maya));
        assertThat(rooms.page(maya, part).state().kind()).isEqualTo(RoomKind.CONVERSATION);
        testConversations.say(noah, owned, "I am Noah, and here for you now.");
        assertThat(histories.after(jordan, owned, 0, 0).messages())
                .extracting(message -> message.event() == null ? message.authorName() : message.event())
                .contains("conversation.given", "Noah Adeyemi");
    }

    @Test
    void oneClaimsItAndOthersAreTold() {
        RoomId room = testConversations.between(maya, jordan);
        testConversations.add(maya, room, noah);
        claims.claim(noah, room);
        claims.claim(noah, room);
        assertThatThrownBy(() -> claims.claim(admin, room)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> claims.claim(jordan, room)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> claims.release(jordan, room)).isInstanceOf(Refused.class);
        claims.release(maya, room);
        claims.claim(admin, room);
        assertThatThrownBy(() -> claims.release(noah, room)).isInstanceOf(Refused.class);
    }

    @Test
    void ofManyWhoClaimAtTheSameMomentOneDoes() throws Exception {
        RoomId room = testConversations.between(maya, jordan);
        Person ines = staff.member(riverside, "Ines Costa", TestConversations.ORGANIZATION_CHAT);
        List<Throwable> failed = AtOnce.run(
                () -> claims.claim(maya, room), () -> claims.claim(admin, room), () -> claims.claim(ines, room));
        assertThat(failed).hasSize(2).allMatch(Refused.class::isInstance);
    }

    @Test
    void roomsOfOtherKindsAreNoConversations() {
        Browsing browser = signedIn(maya);
        assertThat(browser.get("/chat/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(browser.get("/chat/nonsense").statusCode()).isEqualTo(404);
        browser.get("/rooms/new");
        String general = Browsing.location(browser.post("/rooms", "name", "Morning", "people", noah.email()));
        assertThat(browser.get(general.replace("/rooms/", "/chat/")).statusCode())
                .isEqualTo(404);
        for (String action : List.of("/claim", "/release", "/archived", "/notes", "/asking", "/owner")) {
            assertThat(browser.post(
                                    general + action,
                                    "note",
                                    "x",
                                    "owner",
                                    noah.id().toString())
                            .statusCode())
                    .as(action)
                    .isIn(403, 404);
        }
        assertThat(browser.get("/rooms", "Accept", "application/json").body()).contains("GENERAL");
    }

    private void begin(Person who, String key, Person other) {
        begin(who, key, other.email());
    }

    private void begin(Person who, String key, String address) {
        conversations.begin(who, new NewConversation(UUID.fromString(key), null, "", List.of(address), Set.of(), ""));
    }

    private Browsing signedIn(Person person) {
        Browsing browser = new Browsing(port);
        browser.signIn(person.email(), Staff.PASSWORD);
        return browser;
    }
}
