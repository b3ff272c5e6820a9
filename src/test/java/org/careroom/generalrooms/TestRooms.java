package org.careroom.generalrooms;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.careroom.messaging.Messages;
import org.careroom.messaging.NewMessage;
import org.careroom.messaging.Posted;
import org.careroom.messaging.RoomId;
import org.careroom.people.Person;
import org.springframework.stereotype.Component;

/** Makes rooms for tests, by the ways that people make them. */
@Component
public class TestRooms {

    private final GeneralRooms generalRooms;
    private final Messages messages;

    TestRooms(GeneralRooms generalRooms, Messages messages) {
        this.generalRooms = generalRooms;
        this.messages = messages;
    }

    /** A group room that the first person makes, with the others asked or put into it. */
    public RoomId group(Person creator, Person... others) {
        return make(creator, "Morning round", others);
    }

    public RoomId pair(Person one, Person other) {
        return make(one, "", other);
    }

    public Posted say(Person who, RoomId room, String body) {
        return messages.post(who, room, new NewMessage(body, UUID.randomUUID(), null));
    }

    /** Says this so many times, with the number behind it. */
    public void sayMany(Person who, RoomId room, String body, int times) {
        for (int number = 1; number <= times; number++) {
            say(who, room, body + " " + number);
        }
    }

    public Posted answer(Person who, RoomId room, long sequence, String body) {
        return messages.post(who, room, new NewMessage(body, UUID.randomUUID(), sequence));
    }

    private RoomId make(Person creator, String name, Person... others) {
        List<String> people = Stream.of(others).map(Person::email).toList();
        return generalRooms
                .create(creator, new NewRoom(UUID.randomUUID(), null, name, "", people, List.of(), ""))
                .room();
    }
}
