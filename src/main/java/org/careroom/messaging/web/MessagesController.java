package org.careroom.messaging.web;

import java.util.UUID;
import org.careroom.messaging.Histories;
import org.careroom.messaging.History;
import org.careroom.messaging.Messages;
import org.careroom.messaging.NewMessage;
import org.careroom.messaging.NewerMessages;
import org.careroom.messaging.Posted;
import org.careroom.messaging.ReplyPreview;
import org.careroom.messaging.ReplyPreviews;
import org.careroom.messaging.RoomId;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.careroom.shared.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A room's messages: posting one, and reading those that came before or were missed. */
@Controller
@RequestMapping("/rooms/{id}/messages")
class MessagesController {

    private static final String CONFIRM = "messaging/_partials/confirm-reply";

    private final Messages messages;
    private final ReplyPreviews previews;
    private final Histories histories;
    private final RoomController roomPage;
    private final MessageJson json;

    MessagesController(
            Messages messages, ReplyPreviews previews, Histories histories, RoomController roomPage, MessageJson json) {
        this.messages = messages;
        this.previews = previews;
        this.histories = histories;
        this.roomPage = roomPage;
        this.json = json;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> post(Person who, @PathVariable String id, MessageForm form) {
        Posted posted;
        try {
            posted = messages.post(who, RoomId.of(id), form.message());
        } catch (NewerMessages newer) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(json.newer(histories.after(who, RoomId.of(id), newer.seen(), 0)));
        }
        return ResponseEntity.status(posted.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new MessageJson.Receipt(posted.id(), posted.sequence(), posted.sentAt()));
    }

    /** The same form sent by a browser without JavaScript. */
    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView postAndReturn(Person who, @PathVariable String id, MessageForm form, Model model) {
        RoomId room = RoomId.of(id);
        try {
            messages.post(who, room, form.message());
            return SeeOther.view("/rooms/" + room);
        } catch (Invalid invalid) {
            return again(who, room, form.refused(invalid.reason()), model, HttpStatus.BAD_REQUEST);
        } catch (Refused refused) {
            return again(who, room, form.refused(refused.reason()), model, HttpStatus.FORBIDDEN);
        } catch (NewerMessages newer) {
            ModelAndView confirm = new ModelAndView("messaging/confirm-reply", HttpStatus.CONFLICT);
            return confirm.addObject("preview", previews.of(who, room, form.message()));
        }
    }

    /** Not yet: the room with what was typed. */
    @PostMapping(path = "/confirm", params = "back")
    ModelAndView back(Person who, @PathVariable String id, MessageForm form, Model model) {
        RoomController.Draft typed =
                new RoomController.Draft(form.body() == null ? "" : form.body(), UUID.randomUUID(), null);
        return again(who, RoomId.of(id), typed, model, HttpStatus.OK);
    }

    /** A reply on behalf of the owner, before it is sent: a page, or what the room's page shows in a dialog. */
    @PostMapping("/confirm")
    ModelAndView confirm(
            Person who,
            @PathVariable String id,
            MessageForm form,
            @RequestParam(defaultValue = "false") boolean dialog,
            Model model) {
        RoomId room = RoomId.of(id);
        try {
            ReplyPreview preview = previews.of(who, room, form.message());
            return new ModelAndView(dialog ? CONFIRM + " :: confirm" : "messaging/confirm-reply")
                    .addObject("preview", preview);
        } catch (Invalid invalid) {
            if (dialog) {
                throw invalid;
            }
            return again(who, room, form.refused(invalid.reason()), model, HttpStatus.BAD_REQUEST);
        }
    }

    /** The room as it is now, with what was typed. */
    private ModelAndView again(Person who, RoomId room, RoomController.Draft typed, Model model, HttpStatus status) {
        roomPage.fill(who, room, typed, model);
        return new ModelAndView("messaging/room", model.asMap(), status);
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MessageJson.Part> json(Person who, @PathVariable String id, PartQuery query) {
        return ResponseEntity.ok(json.part(part(who, id, query)));
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String html(Person who, @PathVariable String id, PartQuery query, Model model) {
        model.addAttribute("history", part(who, id, query));
        return "messaging/_partials/history :: history";
    }

    private History part(Person who, String id, PartQuery query) {
        RoomId room = RoomId.of(id);
        return query.before() != null
                ? histories.before(who, room, query.before())
                : histories.after(
                        who,
                        room,
                        query.after() == null ? 0 : query.after(),
                        query.changedAfter() == null ? 0 : query.changedAfter());
    }

    /** Which part of the log is asked for: before a message, or behind one and behind a change. */
    record PartQuery(
            @Nullable Long before,
            @Nullable Long after,
            @Nullable Long changedAfter) {}

    /**
     * A message as it is sent.
     *
     * @param onBehalf whether it is written in the name of the room's owner, and {@code seen} the last message that the writer
     *     saw when they began (interface: sending a message from a script)
     */
    record MessageForm(
            @Nullable String body,
            @Nullable String clientKey,
            @Nullable Long quotes,
            @Nullable Boolean onBehalf,
            @Nullable Long seen) {

        /** One on behalf whose writer does not say what they have seen has seen nothing. */
        NewMessage message() {
            Long seenOnBehalf = Boolean.TRUE.equals(onBehalf) ? Long.valueOf(seen == null ? 0 : seen) : null;
            return new NewMessage(body == null ? "" : body, key(), quotes, seenOnBehalf);
        }

        RoomController.Draft refused(Reason reason) {
            return new RoomController.Draft(body == null ? "" : body, UUID.randomUUID(), reason);
        }

        private UUID key() {
            try {
                return Id.parse(clientKey == null ? "" : clientKey);
            } catch (NotFound notOne) {
                throw new Invalid("clientKey", Reason.of("invalid.uuid"));
            }
        }
    }
}
