package org.careroom.generalrooms;

import java.util.Optional;
import java.util.Set;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rooms of two: a pair has one, and writing in it opens it again and brings back who had left (product 3). */
@Component
class PairRooms {

    private final GeneralRoomRepository generalRooms;
    private final Participants participants;
    private final Rooms rooms;
    private final RoomLife life;
    private final JdbcClient jdbc;

    PairRooms(
            GeneralRoomRepository generalRooms,
            Participants participants,
            @Lazy Rooms rooms,
            @Lazy RoomLife life,
            JdbcClient jdbc) {
        this.generalRooms = generalRooms;
        this.participants = participants;
        this.rooms = rooms;
        this.life = life;
        this.jdbc = jdbc;
    }

    /** The pair's room, if there is one; until the transaction ends nobody else can make it. */
    Optional<GeneralRoom> find(Pair pair) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(pair.low() + " " + pair.high())
                .query((result, number) -> number)
                .list();
        return generalRooms.findByPairLowAndPairHigh(pair.low(), pair.high());
    }

    /** Lets one of the two come back to the room that they have already. */
    Room returnTo(GeneralRoom details, Person who) {
        Room room = rooms.findForKind(details.room());
        life.reopen(room, who);
        bringBack(room, who.id());
        return room;
    }

    /** In the room of two that somebody writes in, both are there and it is open. */
    void bringBack(Room room, GeneralRoom details, Person writer) {
        life.reopen(room, writer);
        bringBack(room, writer.id());
        bringBack(room, details.other(writer.id()));
    }

    private void bringBack(Room room, PersonId person) {
        participants
                .of(room, person)
                .filter(participant -> participant.state() == Participant.State.OUT)
                .ifPresent(participant -> {
                    participants.become(participant, Participant.State.IN);
                    life.changed(room, Set.of());
                });
    }
}
