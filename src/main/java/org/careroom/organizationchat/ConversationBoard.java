package org.careroom.organizationchat;

import java.time.Instant;
import java.util.List;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomBoard;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.organizations.Organizations;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands between a conversation's head and its log: for a client, who reads here; for staff, who sees to it and what they
 * noted.
 */
@Component
class ConversationBoard implements RoomBoard {

    private final ConversationRepository conversations;
    private final ConversationRules rules;
    private final Notes notes;
    private final Organizations organizations;
    private final People people;

    ConversationBoard(
            ConversationRepository conversations,
            ConversationRules rules,
            Notes notes,
            Organizations organizations,
            People people) {
        this.conversations = conversations;
        this.rules = rules;
        this.notes = notes;
        this.organizations = organizations;
        this.people = people;
    }

    /**
     * What is shown.
     *
     * @param care what only staff see, or null for a client
     * @param closedBy the name of who closed it, or null while it is open
     */
    public record View(
            RoomId room,
            String organization,
            String owner,
            @Nullable Care care,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {}

    /**
     * What staff see.
     *
     * @param claimedBy the name of who sees to it, or null
     * @param mine whether that is the reader
     * @param answeredBy the name of who answered for the reader since they last looked, or null
     * @param noteKey a key for the next note, so that one sent twice is written once
     */
    public record Care(
            @Nullable String claimedBy,
            @Nullable Instant claimedAt,
            boolean mine,
            boolean mayRelease,
            @Nullable String answeredBy,
            List<Notes.Note> notes,
            String noteKey) {}

    @Override
    public RoomKind kind() {
        return RoomKind.CONVERSATION;
    }

    @Override
    public String template() {
        return "organizationchat/_partials/board";
    }

    @Override
    public View of(Person who, Room room) {
        Conversation of = conversations.of(room.id());
        return new View(
                room.id(),
                organizations.organization(of.organization()).name(),
                people.person(of.owner()).name(),
                who.isStaff() ? care(who, of) : null,
                name(of.closedBy()),
                of.closedAt());
    }

    private Care care(Person who, Conversation of) {
        return new Care(
                name(of.claimedBy()),
                of.claimedAt(),
                who.id().equals(of.claimedBy()),
                rules.mayRelease(who, of).allowed(),
                of.owner().equals(who.id()) ? name(of.answeredBy()) : null,
                notes.of(of.room()),
                Id.next().toString());
    }

    private @Nullable String name(@Nullable PersonId person) {
        return person == null ? null : people.person(person).name();
    }
}
