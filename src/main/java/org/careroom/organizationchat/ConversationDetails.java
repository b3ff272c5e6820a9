package org.careroom.organizationchat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomDetails;
import org.careroom.messaging.RoomKind;
import org.careroom.organizations.Colleague;
import org.careroom.organizations.Members;
import org.careroom.organizations.Organizations;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the panel of a conversation shows beyond what every room has. */
@Component
class ConversationDetails implements RoomDetails {

    private final ConversationRepository conversations;
    private final ConversationPeople conversationPeople;
    private final ConversationRules rules;
    private final AddingRequests requests;
    private final Participants participants;
    private final Members members;
    private final Organizations organizations;
    private final People people;

    ConversationDetails(
            ConversationRepository conversations,
            ConversationPeople conversationPeople,
            ConversationRules rules,
            AddingRequests requests,
            Participants participants,
            Members members,
            Organizations organizations,
            People people) {
        this.conversations = conversations;
        this.conversationPeople = conversationPeople;
        this.rules = rules;
        this.requests = requests;
        this.participants = participants;
        this.members = members;
        this.organizations = organizations;
        this.people = people;
    }

    /**
     * The panel's view.
     *
     * @param staff whether the reader is one of the staff: clients see names alone
     * @param owner whose conversation it is
     * @param clients which of its people are clients
     * @param archived whether the reader has put it away
     * @param asked whether the reader waits to be added, {@code mayAsk} whether they could ask
     * @param asking who waits to be added, for the owner
     * @param colleagues who could be added or made the owner, for whoever may do either
     */
    public record View(
            String organization,
            boolean staff,
            PersonId owner,
            String ownerName,
            boolean community,
            Set<PersonId> clients,
            Map<PersonId, String> jobRoles,
            boolean archived,
            boolean asked,
            boolean mayAsk,
            List<Person> asking,
            List<Colleague> colleagues) {

        public @Nullable String jobRole(PersonId person) {
            return jobRoles.get(person);
        }
    }

    @Override
    public RoomKind kind() {
        return RoomKind.CONVERSATION;
    }

    @Override
    public String template() {
        return "organizationchat/_partials/details";
    }

    @Override
    public View of(Person who, Room room) {
        Conversation of = conversations.of(room.id());
        Set<PersonId> in = participants.personsIn(room);
        List<PersonId> waiting = who.isStaff() ? requests.waiting(room.id()) : List.of();
        boolean changes = rules.may(who, RoomAction.ADD_PEOPLE, room).allowed()
                || rules.may(who, RoomAction.MANAGE, room).allowed();
        return new View(
                organizations.organization(of.organization()).name(),
                who.isStaff(),
                of.owner(),
                people.person(of.owner()).name(),
                of.isCommunity(),
                conversationPeople.clientsIn(room),
                who.isStaff() ? members.jobRoles(of.organization(), in) : Map.of(),
                participants
                        .of(room, who.id())
                        .filter(Participant::isIn)
                        .filter(own -> own.hasArchived(room))
                        .isPresent(),
                waiting.contains(who.id()),
                rules.may(who, RoomAction.REPLY_ON_BEHALF, room).allowed(),
                of.owner().equals(who.id()) ? List.copyOf(people.named(waiting).values()) : List.of(),
                changes ? members.colleaguesIn(who, of.organization()) : List.of());
    }
}
