package org.careroom.organizationchat;

import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.SideList;
import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The list beside a conversation: the one that its reader came from, or that it stands in for them. */
@Component
class ConversationSideList implements SideList {

    private final ObjectProvider<Chat> chat;
    private final ConversationRepository conversations;
    private final Participants participants;

    ConversationSideList(ObjectProvider<Chat> chat, ConversationRepository conversations, Participants participants) {
        this.chat = chat;
        this.conversations = conversations;
        this.participants = participants;
    }

    @Override
    public RoomKind kind() {
        return RoomKind.CONVERSATION;
    }

    @Override
    public String template() {
        return "organizationchat/_partials/chat-pane";
    }

    @Override
    public ChatView beside(Person who, Room room, @Nullable String view) {
        boolean part = participants.of(room, who.id()).filter(Participant::isIn).isPresent();
        ConversationFilter filter = ChatView.filter(view);
        if (part && !ChatView.isOrganization(view)) {
            return chat.getObject().own(who, filter);
        }
        Conversation of = conversations.of(room.id());
        return chat.getObject()
                .ofOrganizationIfOpen(who, of.organization(), filter)
                .orElseGet(() -> chat.getObject().own(who, ConversationFilter.OPEN));
    }
}
