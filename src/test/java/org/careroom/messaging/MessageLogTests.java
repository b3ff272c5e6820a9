package org.careroom.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.careroom.AtOnce;
import org.careroom.CareroomTest;
import org.careroom.generalrooms.TestRooms;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The promise of a room's log: 1, 2, 3 … without gap or double, whatever happens at once; changes counted beside it. */
@CareroomTest
class MessageLogTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private Messages messages;

    @Autowired
    private Histories histories;

    @Autowired
    private Reading reading;

    @Autowired
    private Rooms rooms;

    @Autowired
    private RoomLife life;

    private Person dana;
    private Person lee;
    private OrganizationId riverside;
    private RoomId room;

    @BeforeEach
    void aRoom() {
        riverside = staff.organization(Plan.PREMIUM);
        dana = staff.member(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        room = testRooms.group(dana, lee);
    }

    @Test
    void twentyThreadsPostWithoutGapOrDouble() throws Exception {
        int threads = 20;
        int each = 25;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<List<Long>>> answers = new ArrayList<>();
        try {
            for (int thread = 0; thread < threads; thread++) {
                Person writer = thread % 2 == 0 ? dana : lee;
                answers.add(executor.submit(() -> {
                    List<Long> sequences = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        sequences.add(
                                testRooms.say(writer, room, "Message " + i).sequence());
                    }
                    return sequences;
                }));
            }
            List<Long> acknowledged = new ArrayList<>();
            for (Future<List<Long>> answer : answers) {
                acknowledged.addAll(answer.get());
            }
            assertThat(acknowledged).doesNotHaveDuplicates().hasSize(threads * each);
        } finally {
            executor.shutdownNow();
        }
        assertThat(sequences())
                .isEqualTo(LongStream.rangeClosed(1, 1 + threads * each).boxed().toList());
    }

    @Test
    void aReaderWhoAlwaysAsksForWhatFollowsNeverMissesOne() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                writers.add(executor.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        testRooms.say(dana, room, "Message " + i);
                    }
                }));
            }
            List<Long> seen = new ArrayList<>();
            long last = 0;
            while (last < 1 + 8 * 40) {
                for (MessageView message : histories.after(lee, room, last, 0).messages()) {
                    seen.add(message.sequence());
                    last = message.sequence();
                }
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(seen)
                    .isEqualTo(LongStream.rangeClosed(1, 1 + 8 * 40).boxed().toList());
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void theSameClientKeyStoresNothingASecondTime() {
        NewMessage message = new NewMessage("On my way", UUID.randomUUID(), null);
        Posted first = messages.post(dana, room, message);
        Posted again = messages.post(dana, room, message);
        assertThat(again).isEqualTo(new Posted(first.id(), first.sequence(), first.sentAt(), true));
        assertThat(bodies()).containsOnlyOnce("On my way");
    }

    @Test
    void theSameClientKeySentByManyAtOnceIsStoredOnce() throws Exception {
        NewMessage message = new NewMessage("On my way", UUID.randomUUID(), null);
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<Future<Posted>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(executor.submit(() -> messages.post(dana, room, message)));
            }
            List<Long> sequences = new ArrayList<>();
            for (Future<Posted> answer : answers) {
                sequences.add(answer.get().sequence());
            }
            assertThat(sequences).containsOnly(sequences.get(0));
        } finally {
            executor.shutdownNow();
        }
        assertThat(sequences()).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void theSameClientKeyAnswersAlsoWhereOneCannotWriteAnyMore() {
        NewMessage message = new NewMessage("Stored, but the answer was lost", UUID.randomUUID(), null);
        Posted first = messages.post(dana, room, message);
        life.close(dana, room);
        Posted again = messages.post(dana, room, message);
        assertThat(again.repeated()).isTrue();
        assertThat(again.sequence()).isEqualTo(first.sequence());
        assertThatThrownBy(() -> messages.post(dana, room, new NewMessage("New", UUID.randomUUID(), null)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theSameClientKeyInARoomOfTwoBringsNobodyBack() {
        RoomId pair = testRooms.pair(dana, lee);
        NewMessage message = new NewMessage("Once", UUID.randomUUID(), null);
        messages.post(dana, pair, message);
        life.leave(lee, pair);
        life.close(dana, pair);
        assertThat(messages.post(dana, pair, message).repeated()).isTrue();
        assertThat(rooms.list(lee, RoomFilter.OPEN).items())
                .extracting(RoomRow::id)
                .doesNotContain(pair);
    }

    @Test
    void nothingOfARemovedPersonStandsBehindTheirRemoval() throws Exception {
        for (int round = 0; round < 20; round++) {
            RoomId contested = testRooms.group(dana, lee);
            AtOnce.run(
                    () -> {
                        try {
                            for (int said = 0; said < 5; said++) {
                                testRooms.say(lee, contested, "Still here");
                            }
                        } catch (NotFound removed) {
                            // as it should be
                        }
                    },
                    () -> life.remove(dana, contested, List.of(lee)));
            List<MessageView> log = histories.after(dana, contested, 0, 0).messages();
            assertThat(log.get(log.size() - 1).event()).isEqualTo("removed");
        }
    }

    @Test
    void twoWhoCloseAtOnceCloseOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            RoomId contested = testRooms.pair(dana, staff.member(riverside, "Nima Other"));
            AtOnce.run(() -> life.close(dana, contested), () -> life.close(dana, contested));
            assertThat(histories.after(dana, contested, 0, 0).messages().stream()
                            .filter(message -> "closed".equals(message.event())))
                    .hasSize(1);
        }
    }

    @Test
    void editsAndDeletionsAreCountedAndCaughtUpWith() {
        long first = testRooms.say(dana, room, "At nine").sequence();
        long second = testRooms.say(dana, room, "Or not").sequence();
        long seen = histories.after(lee, room, 0, 0).changed();
        messages.edit(dana, room, first, "At ten");
        messages.delete(dana, room, second);
        History missed = histories.after(lee, room, second, seen);
        assertThat(missed.messages()).isEmpty();
        assertThat(missed.changes()).extracting(MessageView::sequence).containsExactly(first, second);
        assertThat(missed.changes()).extracting(MessageView::body).containsExactly("At ten", "");
        assertThat(missed.changed()).isEqualTo(seen + 2);
        assertThat(reading.readers(lee, room, first).earlier())
                .extracting(EarlierText::body)
                .containsExactly("At nine");
        assertThat(reading.readers(lee, room, second).earlier()).isEmpty();
    }

    @Test
    void aDeletedMessageTakesNoNewTextAndIsNotDeletedTwice() {
        long sequence = testRooms.say(dana, room, "At nine").sequence();
        messages.delete(dana, room, sequence);
        long changed = histories.after(lee, room, 0, 0).changed();
        assertThatThrownBy(() -> messages.edit(dana, room, sequence, "At ten"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("message.change.deleted"));
        messages.delete(dana, room, sequence);
        assertThat(histories.after(lee, room, 0, 0).changed()).isEqualTo(changed);
    }

    @Test
    void onlyTheAuthorChangesAMessageAndOnlyWhileTheRoomIsOpen() {
        long sequence = testRooms.say(dana, room, "At nine").sequence();
        assertThatThrownBy(() -> messages.edit(lee, room, sequence, "At ten")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> messages.delete(lee, room, sequence)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> messages.edit(dana, room, 1, "Not an event")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> messages.edit(dana, room, 999, "Nothing")).isInstanceOf(NotFound.class);
        life.close(dana, room);
        assertThatThrownBy(() -> messages.edit(dana, room, sequence, "At ten")).isInstanceOf(Refused.class);
        assertThat(bodies()).contains("At nine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t ", "\u200b\u200e", "a\0b", "\ud800 alone", "bell \u0007"})
    void whatCannotBeAMessageIsRefusedAtItsField(String body) {
        assertThatThrownBy(() -> testRooms.say(dana, room, body))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("body"));
        assertThat(sequences()).isEqualTo(List.of(1L));
    }

    @Test
    void aMessageHasAtMostTenThousandCharacters() {
        testRooms.say(dana, room, "x".repeat(10_000));
        assertThatThrownBy(() -> testRooms.say(dana, room, "x".repeat(10_001))).isInstanceOf(Invalid.class);
    }

    @Test
    void unreadCountsAndWhoHasReadFollowTheReader() {
        long sequence = testRooms.say(dana, room, "Who takes Thursday?").sequence();
        assertThat(unread(lee)).isEqualTo(2);
        assertThat(unread(dana)).isZero();
        reading.readUpTo(lee, room, sequence);
        assertThat(unread(lee)).isZero();
        assertThat(reading.readers(dana, room, sequence).readers())
                .allSatisfy(reader -> assertThat(reader.readAt()).isNotNull());
        reading.unreadFrom(lee, room, sequence);
        assertThat(unread(lee)).isEqualTo(1);
        assertThat(reading.readers(dana, room, sequence).readers())
                .allSatisfy(reader -> assertThat(reader.readAt()).isNotNull());
    }

    @Test
    void aQuoteMustBeOfTheSameRoom() {
        assertThatThrownBy(() -> messages.post(dana, room, new NewMessage("Yes", UUID.randomUUID(), 77L)))
                .isInstanceOf(Invalid.class);
    }

    private long unread(Person person) {
        return rooms.list(person, RoomFilter.OPEN).items().get(0).unread();
    }

    private List<Long> sequences() {
        return all().stream().map(MessageView::sequence).toList();
    }

    private List<String> bodies() {
        return all().stream().map(MessageView::body).toList();
    }

    private List<MessageView> all() {
        List<MessageView> all = new ArrayList<>();
        for (List<MessageView> part = histories.after(lee, room, 0, 0).messages();
                !part.isEmpty();
                part = histories
                        .after(lee, room, part.get(part.size() - 1).sequence(), 0)
                        .messages()) {
            all.addAll(part);
        }
        return all;
    }
}
