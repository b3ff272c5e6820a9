package org.careroom.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.careroom.demonstration.Scene.Act;
import org.careroom.demonstration.Scene.Deed;
import org.careroom.generalrooms.GeneralRooms;
import org.careroom.generalrooms.NewRoom;
import org.careroom.messaging.Messages;
import org.careroom.messaging.NewMessage;
import org.careroom.messaging.Reading;
import org.careroom.messaging.RoomGuests;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.RoomLife;
import org.careroom.organizationchat.Claims;
import org.careroom.organizationchat.ConversationCare;
import org.careroom.organizationchat.Conversations;
import org.careroom.organizationchat.NewConversation;
import org.careroom.organizationchat.Notes;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what the demonstration's people do, through the faces that pages use. */
@Component
@ConditionalOnDemonstration
class Deeds {

    private final GeneralRooms generalRooms;
    private final RoomGuests guests;
    private final Conversations conversations;
    private final ConversationCare care;
    private final Claims claims;
    private final Notes notes;
    private final Messages messages;
    private final RoomLife life;
    private final RoomInvitations invitations;
    private final Reading reading;
    private final HistoryClock clock;

    Deeds(
            GeneralRooms generalRooms,
            RoomGuests guests,
            Conversations conversations,
            ConversationCare care,
            Claims claims,
            Notes notes,
            Messages messages,
            RoomLife life,
            RoomInvitations invitations,
            Reading reading,
            HistoryClock clock) {
        this.generalRooms = generalRooms;
        this.guests = guests;
        this.conversations = conversations;
        this.care = care;
        this.claims = claims;
        this.notes = notes;
        this.messages = messages;
        this.life = life;
        this.invitations = invitations;
        this.reading = reading;
        this.clock = clock;
    }

    /** Makes the scene's room or conversation. */
    RoomId make(Scene scene, Ensemble ensemble) {
        return scene.clients() == null ? room(scene, ensemble) : conversation(scene, ensemble, scene.clients());
    }

    private RoomId conversation(Scene scene, Ensemble ensemble, List<String> clients) {
        List<String> all = new ArrayList<>(clients);
        all.addAll(orNone(scene.people()));
        return conversations.begin(
                ensemble.person(scene.by()),
                new NewConversation(
                        Id.next(),
                        null,
                        Objects.requireNonNullElse(scene.name(), ""),
                        ensemble.emails(all),
                        Set.copyOf(ensemble.emails(clients)),
                        ""));
    }

    /** What is done when all has happened. */
    void end(Scene scene, RoomId room, Ensemble ensemble) {
        orNone(scene.archived()).forEach(word -> care.archive(ensemble.person(word), room, true));
    }

    private RoomId room(Scene scene, Ensemble ensemble) {
        Person by = ensemble.person(scene.by());
        String description = Objects.requireNonNullElse(scene.description(), "");
        RoomId room = generalRooms
                .create(
                        by,
                        new NewRoom(
                                Id.next(),
                                null,
                                Objects.requireNonNullElse(scene.name(), ""),
                                description,
                                ensemble.emails(orNone(scene.people())),
                                ensemble.teams(orNone(scene.teams())),
                                ""))
                .room();
        if (Boolean.TRUE.equals(scene.managed())) {
            generalRooms.describe(by, room, description, true);
        }
        for (String word : orNone(scene.muted())) {
            reading.mute(ensemble.person(word), room, true);
        }
        return room;
    }

    /**
     * Does one thing at the time that the clock is set to.
     *
     * @param said the numbers of the messages so far by their entries' keys; a new one is added
     */
    void perform(Person who, RoomId room, String key, Deed deed, Map<String, Long> said, Ensemble ensemble, Past past) {
        if (deed.says() != null) {
            Long quotes = deed.answers() == null ? null : Objects.requireNonNull(said.get(deed.answers()), key);
            said.put(key, say(who, room, deed, deed.says(), quotes, past));
        }
        if (deed.adds() != null) {
            guests.change(who, room, List.of(), ensemble.emails(deed.adds()), List.of());
        }
        if (deed.note() != null) {
            notes.write(who, room, Id.next(), past.words(deed.note()));
        }
        if (deed.does() != null) {
            act(who, room, deed.does());
        }
    }

    private long say(Person who, RoomId room, Deed deed, String text, @Nullable Long quotes, Past past) {
        String first = past.words(deed.before() == null ? text : deed.before());
        long sequence = messages.post(
                        who,
                        room,
                        new NewMessage(
                                first, Id.next(), quotes, Boolean.TRUE.equals(deed.behalf()) ? Long.MAX_VALUE : null))
                .sequence();
        if (deed.edited() != null) {
            clock.set(past.time(deed.edited()));
            messages.edit(who, room, sequence, past.words(text));
        }
        if (deed.deleted() != null) {
            clock.set(past.time(deed.deleted()));
            messages.delete(who, room, sequence);
        }
        return sequence;
    }

    private void act(Person who, RoomId room, Act act) {
        switch (act) {
            case ACCEPT -> invitations.accept(who, room);
            case LEAVE -> life.leave(who, room);
            case CLOSE -> life.close(who, room);
            case CLAIM -> claims.claim(who, room);
        }
    }

    private static List<String> orNone(@Nullable List<String> words) {
        return words == null ? List.of() : words;
    }
}
