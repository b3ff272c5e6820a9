package org.careroom.organizationchat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.careroom.clients.ClientChatChanged;
import org.careroom.live.Live;
import org.careroom.live.News;
import org.careroom.messaging.MessagePosted;
import org.careroom.messaging.OnBehalf;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.ReadingMoved;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.Rooms;
import org.careroom.people.PersonId;
import org.careroom.shared.AfterCommit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells staff what goes on beside a conversation's log; its clients are told nothing of that. */
@Component
class ConversationNews {

    private static final String LISTS = RoomKind.CONVERSATION.list();

    private final Live live;
    private final ConversationRules rules;
    private final ConversationRepository conversations;
    private final ConversationPeople conversationPeople;
    private final Participants participants;
    private final ObjectProvider<Rooms> rooms;

    ConversationNews(
            Live live,
            ConversationRules rules,
            ConversationRepository conversations,
            ConversationPeople conversationPeople,
            Participants participants,
            ObjectProvider<Rooms> rooms) {
        this.live = live;
        this.rules = rules;
        this.conversations = conversations;
        this.conversationPeople = conversationPeople;
        this.participants = participants;
        this.rooms = rooms;
    }

    /** Who sees to it, what colleagues noted, or who asks to be added: for those of the staff who may read it. */
    void changed(Room room) {
        Set<PersonId> staff = new HashSet<>(rules.watchers(room));
        AfterCommit.run(() -> {
            live.tell(staff, state(room));
            live.nudge(staff, LISTS);
        });
    }

    /** Chat was turned on or off for a client: their pages say so at once, and the staff's, and nobody else's. */
    @EventListener
    void on(ClientChatChanged changed) {
        PersonId client = changed.client().account();
        participants.everywhere(client, Set.of(Participant.State.IN)).stream()
                .filter(participant -> conversations
                        .findById(participant.room().value())
                        .filter(of -> of.organization().equals(changed.client().organization()))
                        .isPresent())
                .forEach(participant -> {
                    Room room = rooms.getObject().findForKind(participant.room());
                    Set<PersonId> told = new HashSet<>(rules.watchers(room));
                    told.add(client);
                    AfterCommit.run(() -> live.tell(told, state(room)));
                });
    }

    private static News state(Room room) {
        return News.of("room:" + room.id(), "state", Map.of());
    }

    /** Somebody's access ends, or begins: their pages ask at once what they may still show. */
    void access(PersonId person) {
        AfterCommit.run(() -> live.tell(Set.of(person), News.of(LISTS, "access", Map.of())));
    }

    /** The owner is told who answered for them. */
    @EventListener
    void on(MessagePosted posted) {
        OnBehalf onBehalf = posted.message().onBehalf();
        if (onBehalf != null) {
            AfterCommit.run(() -> live.nudge(Set.of(onBehalf.owner()), LISTS));
        }
    }

    /** What is unread in the Organization view follows the owner. */
    @EventListener
    void on(ReadingMoved moved) {
        if (moved.room().kind() == RoomKind.CONVERSATION) {
            conversations
                    .findById(moved.room().id().value())
                    .filter(of -> of.owner().equals(moved.person()))
                    .ifPresent(of -> {
                        Set<PersonId> holders = conversationPeople.holders(of.organization());
                        AfterCommit.run(() -> live.nudge(holders, LISTS));
                    });
        }
    }
}
