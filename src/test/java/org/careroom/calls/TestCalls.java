package org.careroom.calls;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Guests;
import org.careroom.people.Identity;
import org.careroom.people.IssuedGuest;
import org.careroom.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls for tests, and people who come into them. */
@Component
class TestCalls {

    private final Calls calls;
    private final CallSeats seats;
    private final CallWatch watch;
    private final TestPlace.MeetingRoom meetingRooms;
    private final TestPlace.Consultation consultations;
    private final Staff staff;
    private final Guests guests;
    private final JdbcClient jdbc;
    private final Clock clock;

    TestCalls(
            Calls calls,
            CallSeats seats,
            CallWatch watch,
            TestPlace.MeetingRoom meetingRooms,
            TestPlace.Consultation consultations,
            Staff staff,
            Guests guests,
            JdbcClient jdbc,
            Clock clock) {
        this.calls = calls;
        this.seats = seats;
        this.watch = watch;
        this.meetingRooms = meetingRooms;
        this.consultations = consultations;
        this.staff = staff;
        this.guests = guests;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A call in a place of its own. */
    final class Room {

        final UUID place;
        final CallId call;
        private final TestPlace kind;

        private Room(TestPlace kind) {
            this.kind = kind;
            this.place = kind.open();
            this.call = calls.begin(kind.kind(), place);
        }

        void let(PersonId who, Admission admission) {
            kind.let(place, who, admission);
        }

        /** A signed-in person who may come in as a host. */
        Identity host(String name) {
            Identity host = Identity.of(staff.member(staff.organization(Plan.PREMIUM), name));
            let(host.id(), Admission.host(name));
            return host;
        }

        Identity guest(String name) {
            return let(name, Admission.guest(name)).identity();
        }

        Identity knocker(String name) {
            return let(name, Admission.knocks(name)).identity();
        }

        /** A guest with the secret for their cookie. */
        Guest let(String name, Admission admission) {
            IssuedGuest issued = guests.admit(UUID.randomUUID(), Duration.ofHours(1));
            let(issued.guest().id(), admission);
            return new Guest(Identity.of(issued.guest()), issued);
        }

        SeatView enter(Identity who) {
            return seats.enter(who, call, true);
        }

        SeatView here(Identity who, SeatView seat) {
            return seats.here(who, call, seat.seat(), new Devices(false, false, false));
        }
    }

    /** A guest as they ask, and their cookie. */
    record Guest(Identity identity, IssuedGuest issued) {

        String cookie() {
            return cookieName() + "=" + issued.token();
        }

        String cookieName() {
            return "careroom-guest-" + issued.guest().purpose();
        }
    }

    Room meeting() {
        return new Room(meetingRooms);
    }

    Room consultation() {
        return new Room(consultations);
    }

    /** The page that has the seat was last heard of so long ago. */
    void silent(SeatView seat, Duration since) {
        jdbc.sql("update seat set last_seen_at = ? where id = ?")
                .params(
                        Timestamp.from(clock.instant().minus(since)),
                        seat.seat().value())
                .update();
        watch.look();
    }

    /** Who fills a room up to the last place but so many. */
    void fill(Room room, int but) {
        IntStream.range(0, CallRules.SEATS - but)
                .forEach(number -> room.enter(room.host("Host " + (char) ('A' + number))));
    }
}
