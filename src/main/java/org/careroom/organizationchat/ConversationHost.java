package org.careroom.organizationchat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.PeopleAdded;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDoor;
import org.careroom.messaging.RoomHost;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomLife;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who comes into conversations and who goes: the owner adds and removes (product 5). */
@Component
@Transactional
class ConversationHost implements RoomHost {

    private final ConversationRepository conversations;
    private final Correspondents correspondents;
    private final AddingRequests requests;
    private final RoomDoor door;
    private final RoomLife life;
    private final Messages messages;
    private final Participants participants;
    private final Members members;
    private final People people;

    ConversationHost(
            ConversationRepository conversations,
            Correspondents correspondents,
            AddingRequests requests,
            RoomDoor door,
            RoomLife life,
            Messages messages,
            Participants participants,
            Members members,
            People people) {
        this.conversations = conversations;
        this.correspondents = correspondents;
        this.requests = requests;
        this.door = door;
        this.life = life;
        this.messages = messages;
        this.participants = participants;
        this.members = members;
        this.people = people;
    }

    @Override
    public RoomKind kind() {
        return RoomKind.CONVERSATION;
    }

    @Override
    public PeopleAdded change(Person who, RoomId id, List<String> removed, List<String> added, List<UUID> teams) {
        hold(id);
        if (!removed.isEmpty()) {
            remove(who, door.open(who, RoomAction.REMOVE_PEOPLE, id), removed);
        }
        if (removed.isEmpty() || !added.isEmpty()) {
            add(who, door.open(who, RoomAction.ADD_PEOPLE, id), added);
        }
        return new PeopleAdded(id, List.of());
    }

    private void remove(Person who, Room room, List<String> addresses) {
        List<Person> persons = people.findByEmails(addresses);
        PersonId owner = conversations.of(room.id()).owner();
        if (persons.stream().anyMatch(person -> person.id().equals(owner))) {
            throw new Invalid("people", Reason.of("conversation.remove.themselves"));
        }
        persons.forEach(person -> life.removeForKind(room, who, person));
    }

    private void add(Person who, Room room, List<String> addresses) {
        Conversation of = conversations.of(room.id());
        Set<PersonId> in = participants.personsIn(room);
        List<Person> named = new ArrayList<>(correspondents.named(who, of.organization(), addresses));
        named.removeIf(person -> in.contains(person.id()));
        if (named.isEmpty()) {
            throw new Invalid("people", Reason.of("conversation.people.nobody"));
        }
        requireSameClient(of, room, named);
        for (Person person : named) {
            participants.enter(room, person.id(), Participant.State.IN, false, who.id());
            messages.announce(room, who.id(), "added", List.of(who.name(), person.name()));
            requests.answered(room.id(), person.id());
            life.changed(room, Set.of(person.id()));
        }
    }

    /**
     * A client's conversation, or one among staff, is not opened to a client who was not in it from the beginning: all that was
     * said there would be theirs to read. Those who are to see each other begin a community conversation.
     */
    private void requireSameClient(Conversation of, Room room, List<Person> named) {
        boolean another = named.stream()
                .anyMatch(person ->
                        !person.isStaff() && participants.of(room, person.id()).isEmpty());
        if (another && !of.isCommunity()) {
            throw new Invalid("people", Reason.of("conversation.people.individual"));
        }
    }

    @Override
    public void hold(RoomId room) {
        conversations.findOrganization(room.value()).map(OrganizationId::new).ifPresent(members::hold);
    }

    /** Nobody from outside the organization takes part in its conversations but its clients, who are its own. */
    @Override
    public boolean isOutside(Person who, Room room) {
        return false;
    }
}
