package org.careroom.organizationchat.web;

import java.util.List;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.Rooms;
import org.careroom.organizationchat.Chat;
import org.careroom.organizationchat.ChatView;
import org.careroom.organizationchat.ConversationFilter;
import org.careroom.organizationchat.ConversationFilter.Show;
import org.careroom.organizationchat.ConversationRow;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The Chat pages: one's own conversations, and the Organization view. */
@Controller
class ChatController {

    private static final String PAGE = "organizationchat/chat";
    private static final String LIST = "organizationchat/_partials/chat-pane :: rows(list=${chat})";

    private final Chat chat;
    private final Rooms rooms;

    ChatController(Chat chat, Rooms rooms) {
        this.chat = chat;
        this.rooms = rooms;
    }

    @GetMapping(path = "/chat", produces = MediaType.TEXT_HTML_VALUE)
    String own(Person who, ChatQuery query, Model model) {
        model.addAttribute("chat", chat.own(who, query.filter()));
        return PAGE;
    }

    /** The list alone, for a page that was nudged. */
    @GetMapping(path = "/chat/list", produces = MediaType.TEXT_HTML_VALUE)
    String ownList(Person who, ChatQuery query, Model model) {
        model.addAttribute("chat", chat.own(who, query.filter()));
        return LIST;
    }

    @GetMapping(path = "/chat", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ChatJson ownJson(Person who, ChatQuery query) {
        return ChatJson.of(chat.own(who, query.filter()));
    }

    @GetMapping(path = "/chat/organization", produces = MediaType.TEXT_HTML_VALUE)
    String ofOrganization(Person who, ChatQuery query, Model model) {
        model.addAttribute("chat", chat.ofOrganization(who, query.of(), query.filter(), true));
        return PAGE;
    }

    @GetMapping(path = "/chat/organization/list", produces = MediaType.TEXT_HTML_VALUE)
    String ofOrganizationList(Person who, ChatQuery query, Model model) {
        model.addAttribute("chat", chat.ofOrganization(who, query.of(), query.filter(), false));
        return LIST;
    }

    @GetMapping(path = "/chat/organization", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ChatJson ofOrganizationJson(Person who, ChatQuery query) {
        return ChatJson.of(chat.ofOrganization(who, query.of(), query.filter(), false));
    }

    /** One conversation: the page that every room has. Rooms of other kinds are not found here. */
    @GetMapping("/chat/{id}")
    String conversation(Person who, @PathVariable String id) {
        RoomId room = RoomId.of(id);
        if (rooms.kind(who, room) != RoomKind.CONVERSATION) {
            throw new NotFound();
        }
        return "forward:/rooms/" + room;
    }

    /**
     * Which part of a list is asked for.
     *
     * @param show the state, as {@link Show#word()} writes it
     * @param q what to search for
     * @param provider the id of an owner, and {@code client} the name or id of a client; in the Organization view
     * @param organization which organization's view
     * @param after the key of the page before
     */
    record ChatQuery(
            @Nullable String show,
            @Nullable String q,
            @Nullable String provider,
            @Nullable String client,
            @Nullable String organization,
            @Nullable String after) {

        ConversationFilter filter() {
            return ConversationFilter.of(show, provider, client, q, after);
        }

        @Nullable
        OrganizationId of() {
            return organization == null || organization.isEmpty() ? null : new OrganizationId(Id.parse(organization));
        }
    }

    /** A list as scripts read it (interface: {@code GET /chat}). */
    record ChatJson(List<ConversationJson> rooms, @Nullable String next) {

        static ChatJson of(ChatView view) {
            return new ChatJson(
                    view.rows().items().stream().map(ConversationJson::of).toList(),
                    view.rows().next());
        }
    }

    /**
     * One conversation of a list.
     *
     * @param unread for the reader; in the Organization view for its owner
     */
    record ConversationJson(
            String id, String name, String kind, String owner, boolean open, long lastSequence, long unread) {

        static ConversationJson of(ConversationRow row) {
            return new ConversationJson(
                    row.id().toString(),
                    row.name(),
                    RoomKind.CONVERSATION.name(),
                    row.ownerName(),
                    row.open(),
                    row.lastSequence(),
                    row.unread());
        }
    }
}
