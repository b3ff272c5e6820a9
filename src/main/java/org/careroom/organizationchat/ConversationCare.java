package org.careroom.organizationchat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose a conversation is, and who has put it away. Every method throws {@link NotFound} when
 * the person may not learn of the conversation.
 */
@Service
@Transactional
public class ConversationCare {

    private final ConversationRepository conversations;
    private final ConversationIndex index;
    private final ConversationRules rules;
    private final RoomDoor door;
    private final RoomLife life;
    private final Rooms rooms;
    private final Messages messages;
    private final Participants participants;
    private final Members members;
    private final People people;
    private final EntityManager entities;

    ConversationCare(
            ConversationRepository conversations,
            ConversationIndex index,
            ConversationRules rules,
            RoomDoor door,
            RoomLife life,
            Rooms rooms,
            Messages messages,
            Participants participants,
            Members members,
            People people,
            EntityManager entities) {
        this.conversations = conversations;
        this.index = index;
        this.rules = rules;
        this.door = door;
        this.life = life;
        this.rooms = rooms;
        this.messages = messages;
        this.participants = participants;
        this.members = members;
        this.people = people;
        this.entities = entities;
    }

    /** Puts it away for this person until the next message, or takes it out again; nobody is told. */
    public void archive(Person who, RoomId id, boolean archived) {
        Room room = lock(who, id);
        Participant own =
                participants.again(room, who.id()).filter(Participant::isIn).orElseThrow(NotFound::new);
        participants.archive(room, own, archived);
        entities.flush();
        index.archived(id, who.id(), archived);
    }

    /**
     * Gives it another owner, who takes part from now on; the one before stays in it.
     *
     * @throws Refused unless the person is an admin of the organization
     * @throws Invalid at {@code owner} when that one is no active member of it
     */
    public void give(Person who, RoomId id, PersonId owner) {
        OrganizationId organization = conversations
                .findOrganization(id.value())
                .map(OrganizationId::new)
                .orElseThrow(NotFound::new);
        members.hold(organization);
        Room room = door.open(who, RoomAction.MANAGE, id);
        if (!members.isActive(owner, organization)) {
            throw new Invalid("owner", Reason.of("conversation.give.member"));
        }
        give(who, room, owner);
    }

    /** The same without asking a rule, for a successor. The room is locked. */
    void give(Person by, Room room, PersonId owner) {
        Person next = people.person(owner);
        participants
                .of(room, conversations.of(room.id()).owner())
                .ifPresent(before -> participants.manage(before, false));
        if (participants.again(room, owner).filter(Participant::isIn).isEmpty()) {
            participants.enterAsManager(room, owner, by.id());
        } else {
            participants.of(room, owner).ifPresent(participant -> participants.manage(participant, true));
        }
        entities.flush();
        index.given(room.id(), owner);
        entities.refresh(conversations.of(room.id()));
        messages.announce(room, by.id(), "given", List.of(by.name(), next.name()));
        life.changed(room, Set.of(owner));
    }

    /** Locks it for something that its readers may do; whether they may do it is asked behind that. */
    private Room lock(Person who, RoomId id) {
        Room room = rooms.lockForKind(id);
        if (room.kind() != rules.kind()) {
            throw new NotFound();
        }
        door.ask(who, RoomAction.READ, room).orThrow();
        return room;
    }
}
