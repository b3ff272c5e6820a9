package org.careroom.organizationchat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.clients.ClientContact;
import org.careroom.clients.ClientJoined;
import org.careroom.messaging.Messages;
import org.careroom.messaging.NewMessage;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NamedLocks;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Beginning conversations. Whoever begins one owns it. */
@Service
@Transactional
public class Conversations {

    private final ConversationRepository conversations;
    private final Correspondents correspondents;
    private final Rooms rooms;
    private final RoomLife life;
    private final Participants participants;
    private final Messages messages;
    private final Members members;
    private final People people;
    private final NamedLocks locks;
    private final Clock clock;

    Conversations(
            ConversationRepository conversations,
            Correspondents correspondents,
            Rooms rooms,
            RoomLife life,
            Participants participants,
            Messages messages,
            Members members,
            People people,
            NamedLocks locks,
            Clock clock) {
        this.conversations = conversations;
        this.correspondents = correspondents;
        this.rooms = rooms;
        this.life = life;
        this.participants = participants;
        this.messages = messages;
        this.members = members;
        this.people = people;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * The organizations in which the person may begin conversations: where they are an active member.
     *
     * @throws NotFound when there is none, as for a client
     */
    @Transactional(readOnly = true)
    public List<Membership> choices(Person who) {
        List<Membership> active =
                members.of(who.id()).stream().filter(Membership::active).toList();
        if (!who.isStaff() || active.isEmpty()) {
            throw new NotFound();
        }
        return active;
    }

    /**
     * Begins a conversation.
     *
     * @throws NotFound when the person may not begin any, or not in this organization
     * @throws Invalid at {@code people}, {@code subject} or {@code message}
     * @throws CommunityUnconfirmed when several clients would see each other and that is not confirmed
     */
    public RoomId begin(Person who, NewConversation typed) {
        List<Membership> choices = choices(who);
        OrganizationId organization = choices.stream()
                .map(Membership::organization)
                .filter(choice -> typed.organization() == null || choice.equals(typed.organization()))
                .findFirst()
                .orElseThrow(NotFound::new);
        locks.lock("form " + who.id() + " " + typed.key());
        return conversations
                .findByCreatedByAndFormKey(who.id().value(), typed.key())
                .map(Conversation::room)
                .orElseGet(() -> begin(who, organization, typed.checked()));
    }

    private RoomId begin(Person who, OrganizationId organization, NewConversation wanted) {
        members.hold(organization);
        if (!members.isActive(who.id(), organization)) {
            throw new NotFound();
        }
        List<Person> others = correspondents.named(who, organization, wanted.people());
        if (others.isEmpty()) {
            throw new Invalid("people", Reason.of("conversation.people.none"));
        }
        List<Person> clients =
                others.stream().filter(person -> !person.isStaff()).toList();
        boolean community = clients.size() > 1;
        if (community
                && !wanted.confirmed()
                        .equals(clients.stream().map(Person::email).collect(Collectors.toSet()))) {
            throw new CommunityUnconfirmed(clients);
        }
        RoomId room = make(who, organization, wanted.subject(), community, others, wanted.key());
        if (!wanted.message().isEmpty()) {
            messages.post(who, room, new NewMessage(wanted.message(), wanted.key(), null));
        }
        return room;
    }

    /** Whoever accepts the invitation to chat finds a conversation with their provider. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ClientJoined joined) {
        ClientContact client = joined.client();
        Person provider = people.person(client.provider());
        UUID once = UUID.nameUUIDFromBytes(("client " + client.id()).getBytes(StandardCharsets.UTF_8));
        locks.lock("form " + provider.id() + " " + once);
        if (conversations.findByCreatedByAndFormKey(provider.id().value(), once).isEmpty()) {
            make(provider, client.organization(), "", false, List.of(people.person(client.account())), once);
        }
    }

    private RoomId make(
            Person owner,
            OrganizationId organization,
            String subject,
            boolean community,
            List<Person> others,
            UUID key) {
        Room room = rooms.create(RoomKind.CONVERSATION, subject);
        conversations.saveAndFlush(
                new Conversation(room.id(), organization, owner.id(), community, owner.id(), key, clock.instant()));
        participants.enterAsManager(room, owner.id(), owner.id());
        List<PersonId> entered = new ArrayList<>();
        for (Person other : others) {
            participants.enter(room, other.id(), Participant.State.IN, false, owner.id());
            entered.add(other.id());
        }
        messages.announce(room, owner.id(), "created", List.of(owner.name()));
        life.changed(room, Set.copyOf(entered));
        return room.id();
    }
}
