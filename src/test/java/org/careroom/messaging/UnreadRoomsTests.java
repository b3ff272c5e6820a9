package org.careroom.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.careroom.AtOnce;
import org.careroom.CareroomTest;
import org.careroom.generalrooms.RoomPeople;
import org.careroom.generalrooms.TestRooms;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The number of rooms that hold something unread, for somebody in more rooms than are looked through for it. */
@CareroomTest
class UnreadRoomsTests {

    private static final int ROOMS = 2 * UnreadRooms.IN_VAIN;

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private Rooms rooms;

    @Autowired
    private Reading reading;

    @Autowired
    private RoomLife life;

    @Autowired
    private RoomPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Person dana;
    private Person lee;
    private List<RoomId> all;

    @BeforeEach
    void rooms() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        dana = staff.member(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        all = IntStream.range(0, ROOMS)
                .mapToObj(number -> testRooms.group(dana, lee))
                .toList();
        all.forEach(this::readAll);
        rooms.unread(lee);
        assertThat(marked()).isZero();
    }

    @Test
    void aMessageMakesItsRoomCountAndReadingItNoMore() {
        testRooms.say(dana, all.get(0), "Are you there?");
        testRooms.say(dana, all.get(0), "Please call.");
        testRooms.say(dana, all.get(1), "Bed four is free.");
        assertThat(rooms.unread(lee).rooms()).isEqualTo(2);
        assertThat(rooms.unread(dana).rooms()).isZero();
        readAll(all.get(0));
        assertThat(rooms.unread(lee).rooms()).isEqualTo(1);
    }

    @Test
    void aRoomMarkedUnreadAgainCounts() {
        reading.unreadFrom(lee, all.get(0), 1);
        assertThat(rooms.unread(lee).rooms()).isEqualTo(1);
    }

    @Test
    void aMutedRoomCountsOnceItIsHeardAgain() {
        reading.mute(lee, all.get(0), true);
        testRooms.say(dana, all.get(0), "Are you there?");
        assertThat(rooms.unread(lee).rooms()).isZero();
        reading.mute(lee, all.get(0), false);
        assertThat(rooms.unread(lee).rooms()).isEqualTo(1);
    }

    @Test
    void closedRoomsCountOnceTheyAreOpenedAgain() {
        all.forEach(room -> testRooms.say(dana, room, "That is all."));
        all.forEach(room -> life.close(dana, room));
        assertThat(rooms.unread(lee).rooms()).isZero();
        assertThat(marked()).isZero();
        life.reopen(dana, all.get(0));
        assertThat(rooms.unread(lee).rooms()).isEqualTo(1);
    }

    @Test
    void roomsThatSomebodyLeftCountOnceTheyAreBackAndSomethingIsSaid() {
        all.forEach(room -> testRooms.say(dana, room, "Who is here?"));
        all.forEach(room -> life.leave(lee, room));
        assertThat(rooms.unread(lee).rooms()).isZero();
        assertThat(marked()).isZero();
        people.add(dana, all.get(0), List.of(lee.email()), List.of());
        assertThat(rooms.unread(lee).rooms()).isEqualTo(1);
    }

    @Test
    void ofVeryManyTheNumberIsNotTold() {
        jdbc.sql("""
                        with made as (
                            insert into room (id, kind, name, open, last_sequence, last_activity, created_at)
                            select gen_random_uuid(), 'GENERAL', 'Room', true, 1, now(), now() from generate_series(1, 250)
                            returning id)
                        insert into participant (room_id, person_id, state, since, muted)
                        select id, ?, 'IN', now(), row_number() over () <= 151 from made
                        """).param(lee.id().value()).update();
        assertThat(rooms.unread(lee).rooms()).isEqualTo(99);
        testRooms.say(dana, all.get(0), "Are you there?");
        testRooms.say(dana, all.get(1), "Are you there?");
        assertThat(rooms.unread(lee).rooms()).isEqualTo(100);
    }

    @Test
    void aMessageThatIsJustBeingStoredKeepsItsRoomsMark() throws Exception {
        all.forEach(room -> testRooms.say(dana, room, "Are you there?"));
        all.forEach(this::readAll);
        assertThat(AtOnce.overlapping(
                        transaction,
                        () -> testRooms.say(dana, all.get(0), "Please call."),
                        () -> rooms.unread(lee).rooms()))
                .isEmpty();
        assertThat(marked()).isEqualTo(1);
        assertThat(rooms.unread(lee).rooms()).isEqualTo(1);
    }

    @Test
    void whateverHappensAtOnceNoRoomWithSomethingUnreadIsMissed() throws Exception {
        Runnable posting = times(150, room -> testRooms.say(dana, room, "Are you there?"));
        Runnable reads = times(200, this::readAll);
        Runnable counts = times(200, room -> rooms.unread(lee).rooms());
        for (int round = 0; round < 3; round++) {
            assertThat(AtOnce.run(posting, posting, posting, reads, reads, reads, counts, counts))
                    .isEmpty();
            assertThat(missed()).isZero();
            assertThat(rooms.unread(lee).rooms()).isEqualTo(unreadByTheList());
        }
    }

    private Runnable times(int times, Consumer<RoomId> something) {
        return () -> {
            for (int time = 0; time < times; time++) {
                something.accept(all.get(ThreadLocalRandom.current().nextInt(ROOMS)));
            }
        };
    }

    private void readAll(RoomId room) {
        reading.readUpTo(lee, room, Long.MAX_VALUE);
    }

    private long unreadByTheList() {
        return rooms.list(lee, RoomFilter.OPEN).items().stream()
                .filter(row -> row.unread() > 0)
                .count();
    }

    private long marked() {
        return jdbc.sql("select count(*) from participant where person_id = ? and maybe_unread")
                .param(lee.id().value())
                .query(Long.class)
                .single();
    }

    private long missed() {
        return jdbc.sql("""
                        select count(*) from participant p join room r on r.id = p.room_id
                        where p.person_id = ? and not p.maybe_unread and p.read_up_to < r.last_sequence
                        """).param(lee.id().value()).query(Long.class).single();
    }
}
