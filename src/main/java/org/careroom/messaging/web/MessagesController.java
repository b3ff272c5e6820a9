package org.careroom.messaging.web;

import java.util.UUID;
import org.careroom.messaging.Histories;
import org.careroom.messaging.History;
import org.careroom.messaging.Messages;
import org.careroom.messaging.NewMessage;
import org.careroom.messaging.Posted;
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
import org.springframework.web.servlet.ModelAndView;

/** A room's messages: posting one, and reading those that came before or were missed. */
@Controller
@RequestMapping("/rooms/{id}/messages")
class MessagesController {

    private final Messages messages;
    private final Histories histories;
    private final RoomController roomPage;
    private final MessageJson json;

    MessagesController(Messages messages, Histories histories, RoomController roomPage, MessageJson json) {
        this.messages = messages;
        this.histories = histories;
        this.roomPage = roomPage;
        this.json = json;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MessageJson.Receipt> post(Person who, @PathVariable String id, MessageForm form) {
        Posted posted = messages.post(who, RoomId.of(id), form.message());
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

    /** A message as it is sent. */
    record MessageForm(
            @Nullable String body,
            @Nullable String clientKey,
            @Nullable Long quotes) {

        NewMessage message() {
            return new NewMessage(body == null ? "" : body, key(), quotes);
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
