package org.careroom.organizationchat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careroom.messaging.Decision;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomRules;
import org.careroom.organizations.Members;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;

/**
 * The rules of conversations (product 5 and the second seed), all of them. Whoever is in one writes in their own name; whoever
 * holds Organization Chat and is not in it reads along and writes in the owner's name; to all others it does not exist.
 */
@Component
class ConversationRules implements RoomRules {

    private final ConversationRepository conversations;
    private final ConversationPeople conversationPeople;
    private final Participants participants;
    private final Members members;
    private final People people;

    ConversationRules(
            ConversationRepository conversations,
            ConversationPeople conversationPeople,
            Participants participants,
            Members members,
            People people) {
        this.conversations = conversations;
        this.conversationPeople = conversationPeople;
        this.participants = participants;
        this.members = members;
        this.people = people;
    }

    @Override
    public RoomKind kind() {
        return RoomKind.CONVERSATION;
    }

    @Override
    public Decision may(Person who, RoomAction action, Room room) {
        Conversation of = conversations.of(room.id());
        boolean part = participants.of(room, who.id()).filter(Participant::isIn).isPresent();
        boolean helper = !part && conversationPeople.holdsOrganizationChat(who, of.organization());
        if (!part && !helper) {
            return Decision.HIDDEN;
        }
        return switch (action) {
            case READ -> Decision.ALLOWED;
            case WATCH -> who.isStaff() ? Decision.ALLOWED : Decision.refused("conversation.watch.client");
            case POST -> helper ? mayHelperPost(who, of, room) : mayWrite(who, of, room);
            case REPLY_ON_BEHALF -> helper ? mayWrite(who, of, room) : Decision.refused("conversation.on-behalf.part");
            case ADD_PEOPLE -> ofOwner(who, of, room, "add");
            case REMOVE_PEOPLE -> ofOwner(who, of, room, "remove");
            case RENAME -> ofOwner(who, of, room, "rename");
            case MANAGE -> mayGiveAway(who, of);
            case LEAVE -> mayLeave(who, of, helper);
            case CLOSE -> ofOwnerOrAdmin(who, of, "close");
            case REOPEN -> ofOwnerOrAdmin(who, of, "reopen");
        };
    }

    @Override
    public Set<PersonId> readers(Room room) {
        Set<PersonId> readers = new HashSet<>(participants.personsIn(room));
        readers.addAll(conversationPeople.holders(conversations.of(room.id()).organization()));
        return readers;
    }

    /** Nothing tells a client who looks or who writes (product 5). */
    @Override
    public Set<PersonId> watchers(Room room) {
        Set<PersonId> watchers = readers(room);
        watchers.removeAll(conversationPeople.clientsIn(room));
        return watchers;
    }

    @Override
    public Optional<PersonId> owner(Room room) {
        return Optional.of(conversations.of(room.id()).owner());
    }

    /** A client is explained why they cannot write; what is the staff's they need not know of. */
    @Override
    public List<RoomAction> explained(Person who, Room room) {
        RoomAction closing = room.isOpen() ? RoomAction.CLOSE : RoomAction.REOPEN;
        return who.isStaff()
                ? List.of(
                        RoomAction.POST,
                        RoomAction.ADD_PEOPLE,
                        RoomAction.REMOVE_PEOPLE,
                        RoomAction.RENAME,
                        RoomAction.MANAGE,
                        RoomAction.LEAVE,
                        closing)
                : List.of(RoomAction.POST, RoomAction.LEAVE);
    }

    /** What one has said one sees to, one lays down again; so does the owner for others, and an admin. */
    Decision mayRelease(Person who, Conversation of) {
        return of.claimedBy() == null || who.id().equals(of.claimedBy())
                ? Decision.ALLOWED
                : ofOwnerOrAdmin(who, of, "release");
    }

    /** Whoever takes no part writes in the owner's name, where anybody can write at all. */
    private Decision mayHelperPost(Person who, Conversation of, Room room) {
        Decision inOwnersName = mayWrite(who, of, room);
        return inOwnersName.allowed() ? Decision.refused("conversation.post.helper", owner(of)) : inOwnersName;
    }

    private Decision mayWrite(Person who, Conversation of, Room room) {
        if (!room.isOpen()) {
            return Decision.refused("conversation.closed");
        }
        return who.isStaff() ? mayReachClients(of, room) : mayAnswer(who, of);
    }

    private Decision mayAnswer(Person client, Conversation of) {
        return conversationPeople
                        .reachable(of.organization(), List.of(client.id()))
                        .contains(client.id())
                ? Decision.ALLOWED
                : Decision.refused("conversation.off.client");
    }

    /** Where chat is off for all its clients, nobody would be written to. */
    private Decision mayReachClients(Conversation of, Room room) {
        Set<PersonId> clients = conversationPeople.clientsIn(room);
        return clients.isEmpty()
                        || !conversationPeople
                                .reachable(of.organization(), clients)
                                .isEmpty()
                ? Decision.ALLOWED
                : Decision.refused("conversation.off");
    }

    private Decision ofOwner(Person who, Conversation of, Room room, String action) {
        if (!of.owner().equals(who.id())) {
            return refused(who, of, action);
        }
        return room.isOpen() ? Decision.ALLOWED : Decision.refused("conversation.closed");
    }

    private Decision mayLeave(Person who, Conversation of, boolean helper) {
        if (helper) {
            return Decision.refused("conversation.leave.helper");
        }
        if (of.owner().equals(who.id())) {
            return Decision.refused("conversation.leave.owner");
        }
        return who.isStaff() ? Decision.ALLOWED : refused(who, of, "leave");
    }

    /** An organization admin can give it another owner (product 5). */
    private Decision mayGiveAway(Person who, Conversation of) {
        return isAdmin(who, of) ? Decision.ALLOWED : Decision.refused("conversation.give.admin");
    }

    private Decision ofOwnerOrAdmin(Person who, Conversation of, String action) {
        if (of.owner().equals(who.id()) || isAdmin(who, of)) {
            return Decision.ALLOWED;
        }
        return refused(who, of, action);
    }

    /** Staff read who does it; a client, that their care team does. */
    private Decision refused(Person who, Conversation of, String action) {
        return Decision.refused(who.isStaff() ? "conversation." + action + ".owner" : "conversation.client", owner(of));
    }

    private boolean isAdmin(Person who, Conversation of) {
        return members.of(who.id()).stream()
                .anyMatch(member -> member.admin() && member.organization().equals(of.organization()));
    }

    private String owner(Conversation of) {
        return people.person(of.owner()).name();
    }
}
