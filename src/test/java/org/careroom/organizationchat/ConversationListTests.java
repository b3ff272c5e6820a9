package org.careroom.organizationchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.careroom.CareroomTest;
import org.careroom.messaging.Reading;
import org.careroom.messaging.RoomFilter;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.organizationchat.ConversationFilter.Show;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.people.Profiles;
import org.careroom.shared.Slice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two lists of conversations: their order, their filters, what they count and find. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ConversationListTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestConversations testConversations;

    @Autowired
    private Chat chat;

    @Autowired
    private ConversationCare care;

    @Autowired
    private Reading reading;

    @Autowired
    private RoomLife life;

    @Autowired
    private Profiles profiles;

    @Autowired
    private JdbcClient jdbc;

    private OrganizationId riverside;
    private Person maya;
    private Person omar;
    private Person helper;
    private Person jordan;
    private Person avery;
    private RoomId first;
    private RoomId second;
    private RoomId third;

    @BeforeEach
    void conversations() {
        riverside = staff.organization(Plan.PREMIUM);
        maya = staff.member(riverside, "Maya Lindqvist");
        omar = staff.member(riverside, "Omar Haddad", Permission.SEARCH_CLIENTS);
        helper = staff.member(riverside, "Noah Adeyemi", TestConversations.ORGANIZATION_CHAT);
        jordan = testConversations.client(riverside, maya, "Jordan Ellis");
        avery = testConversations.client(riverside, omar, "Avery Cole");
        first = testConversations.between(maya, jordan);
        second = testConversations.about("Letter from the insurance", omar, avery);
        third = testConversations.between(omar, jordan);
    }

    @Test
    void theMostRecentMessageStandsAtTheTop() {
        assertThat(all(Show.OPEN)).containsExactly(third, second, first);
        testConversations.say(jordan, first, "Hello?");
        assertThat(all(Show.OPEN)).containsExactly(first, third, second);
        assertThat(own(omar, Show.OPEN)).containsExactly(third, second);
        assertThat(own(jordan, Show.OPEN)).containsExactly(first, third);
        assertThat(own(helper, Show.OPEN)).isEmpty();
    }

    @Test
    void itIsNarrowedByProviderClientAndWords() {
        assertThat(found(filter(Show.OPEN, omar, "", ""))).containsExactly(third, second);
        assertThat(found(filter(Show.OPEN, null, "jor", ""))).containsExactly(third, first);
        assertThat(found(filter(Show.OPEN, null, avery.id().toString(), ""))).containsExactly(second);
        assertThat(found(filter(Show.OPEN, null, "nobody", ""))).isEmpty();
        assertThat(found(filter(Show.OPEN, maya, "Jordan", ""))).containsExactly(first);
        assertThat(found(filter(Show.OPEN, null, "", "insur lett"))).containsExactly(second);
        assertThat(found(filter(Show.OPEN, null, "", "ELLIS omar"))).containsExactly(third);
        assertThat(found(filter(Show.OPEN, null, "", "surance")))
                .as("in the middle of a word")
                .isEmpty();
        for (String hostile : List.of("'", "a & | !", ":*", "\\", "%", "((", "a:*b")) {
            assertThat(found(filter(Show.OPEN, null, hostile, hostile)))
                    .as(hostile)
                    .isNotNull();
        }
    }

    @Test
    void whoIsRenamedJoinsOrGoesIsFoundByWhatHolds() {
        profiles.present(jordan, "Jamie Ellis", "en", "UTC");
        assertThat(found(filter(Show.OPEN, null, "", "jamie"))).containsExactly(third, first);
        assertThat(found(filter(Show.OPEN, null, "", "jordan"))).isEmpty();
        testConversations.add(maya, first, omar);
        assertThat(found(filter(Show.OPEN, maya, "", "omar"))).containsExactly(first);
        testConversations.remove(maya, first, omar);
        assertThat(found(filter(Show.OPEN, maya, "", "omar"))).isEmpty();
        life.rename(maya, first, "Meal plan");
        assertThat(found(filter(Show.OPEN, null, "", "meal"))).containsExactly(first);
    }

    @Test
    void unreadFollowsTheOwner() {
        assertThat(all(Show.UNREAD)).isEmpty();
        testConversations.say(jordan, first, "Hello?");
        assertThat(all(Show.UNREAD)).containsExactly(first);
        assertThat(own(maya, Show.UNREAD)).containsExactly(first);
        assertThat(counts().count(Show.UNREAD)).isEqualTo("1");
        reading.readUpTo(maya, first, 2);
        assertThat(all(Show.UNREAD)).isEmpty();
        assertThat(counts().count(Show.UNREAD)).isEmpty();
        reading.unreadFrom(maya, first, 2);
        assertThat(all(Show.UNREAD)).containsExactly(first);
        reading.readUpTo(jordan, first, 2);
        assertThat(all(Show.UNREAD)).containsExactly(first);
        testConversations.say(maya, first, "Hello!");
        assertThat(all(Show.UNREAD)).isEmpty();
    }

    @Test
    void whoWaitsLongestForAnAnswerComesFirst() {
        testConversations.say(jordan, third, "First");
        testConversations.say(avery, second, "Second");
        testConversations.say(jordan, third, "Still the first");
        assertThat(all(Show.UNANSWERED)).containsExactly(third, second);
        testConversations.onBehalf(helper, third, 3, "Coming.");
        assertThat(all(Show.UNANSWERED)).containsExactly(second);
        life.rename(omar, second, "Letter");
        assertThat(all(Show.UNANSWERED)).as("an event is no answer").containsExactly(second);
        life.close(omar, second);
        assertThat(all(Show.UNANSWERED)).isEmpty();
    }

    /** Archiving is personal and silent, and ends with the next message, so that none is missed. */
    @Test
    void whatIsPutAwayIsSoForOneAloneUntilTheNextMessage() {
        testConversations.say(jordan, first, "Hello?");
        care.archive(jordan, first, true);
        assertThat(own(jordan, Show.OPEN)).containsExactly(third);
        assertThat(own(jordan, Show.ARCHIVED)).containsExactly(first);
        assertThat(own(maya, Show.OPEN)).containsExactly(first);
        assertThat(all(Show.OPEN)).contains(first);
        care.archive(maya, first, true);
        assertThat(own(maya, Show.OPEN)).isEmpty();
        assertThat(all(Show.OPEN)).doesNotContain(first);
        assertThat(all(Show.ARCHIVED)).containsExactly(first);
        testConversations.say(jordan, first, "Are you there?");
        assertThat(own(maya, Show.OPEN)).containsExactly(first);
        assertThat(own(jordan, Show.OPEN)).containsExactly(first, third);
        assertThat(all(Show.ARCHIVED)).isEmpty();
        care.archive(maya, first, true);
        care.archive(maya, first, false);
        assertThat(own(maya, Show.OPEN)).containsExactly(first);
        assertThat(jdbc.sql("select count(*) from message where room_id = ?")
                        .param(first.value())
                        .query(Long.class)
                        .single())
                .as("nobody is told")
                .isEqualTo(3);
    }

    @Test
    void closedOnesStandInTheirOwnList() {
        life.close(maya, first);
        assertThat(all(Show.OPEN)).doesNotContain(first);
        assertThat(all(Show.CLOSED)).containsExactly(first);
        assertThat(own(jordan, Show.CLOSED)).containsExactly(first);
        life.reopen(maya, first);
        assertThat(all(Show.CLOSED)).isEmpty();
        assertThat(own(jordan, Show.OPEN)).contains(first);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<RoomId> made = new ArrayList<>(List.of(first, second, third));
        for (int i = 0; i < ConversationList.PAGE + 10; i++) {
            made.add(testConversations.between(maya, jordan));
        }
        for (boolean organization : new boolean[] {true, false}) {
            List<RoomId> read = new ArrayList<>();
            String after = "";
            while (after != null) {
                ConversationFilter filter = new ConversationFilter(
                        Show.OPEN, null, "", "", after.isEmpty() ? null : RoomFilter.Key.of(after));
                Slice<ConversationRow> page = organization
                        ? chat.ofOrganization(helper, riverside, filter, true).rows()
                        : chat.own(jordan, filter).rows();
                page.items().forEach(row -> read.add(row.id()));
                after = page.next();
            }
            List<RoomId> expected = new ArrayList<>(made);
            Collections.reverse(expected);
            if (!organization) {
                expected.remove(second);
            }
            assertThat(read).isEqualTo(expected);
        }
    }

    @Test
    void anotherOwnerBringsTheirOwnReadingAndArchive() {
        testConversations.add(maya, first, omar);
        testConversations.say(jordan, first, "Hello?");
        reading.readUpTo(omar, first, 3);
        care.archive(omar, first, true);
        assertThat(all(Show.UNREAD)).containsExactly(first);
        assertThat(all(Show.ARCHIVED)).isEmpty();
        care.give(staff.admin(riverside, "Viktor Hahn", TestConversations.ORGANIZATION_CHAT), first, omar.id());
        assertThat(found(filter(Show.UNREAD, omar, "", ""))).containsExactly(first);
        assertThat(own(omar, Show.OPEN)).contains(first);
        assertThat(own(maya, Show.OPEN)).containsExactly(first);
        assertThat(found(filter(Show.OPEN, omar, "", ""))).contains(first);
        reading.readUpTo(omar, first, 9);
        assertThat(all(Show.UNREAD)).isEmpty();
    }

    private ChatView counts() {
        return chat.ofOrganization(helper, riverside, ConversationFilter.OPEN, true);
    }

    private List<RoomId> all(Show show) {
        return found(filter(show, null, "", ""));
    }

    private List<RoomId> own(Person who, Show show) {
        return ids(chat.own(who, filter(show, null, "", "")).rows());
    }

    private List<RoomId> found(ConversationFilter filter) {
        return ids(chat.ofOrganization(helper, riverside, filter, true).rows());
    }

    private static ConversationFilter filter(
            Show show, @org.jspecify.annotations.Nullable Person provider, String client, String search) {
        return new ConversationFilter(
                show, provider == null ? null : Objects.requireNonNull(provider).id(), client, search, null);
    }

    private static List<RoomId> ids(Slice<ConversationRow> rows) {
        return rows.items().stream().map(ConversationRow::id).toList();
    }
}
