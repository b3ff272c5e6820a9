package org.careroom.calls.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.careroom.calls.CallChat;
import org.careroom.calls.CallId;
import org.careroom.calls.ChatMessage;
import org.careroom.calls.SeatId;
import org.careroom.people.Identity;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is written beside a call. */
@RestController
@RequestMapping("/calls/{id}/chat")
class CallChatController {

    private final CallChat chat;
    private final CallLimit limit;

    CallChatController(CallChat chat, CallLimit limit) {
        this.chat = chat;
        this.limit = limit;
    }

    /** A message as scripts read it. */
    record MessageJson(long sequence, String seat, String name, String body, Instant sentAt) {

        static MessageJson of(ChatMessage message) {
            return new MessageJson(
                    message.sequence(), message.seat().toString(), message.name(), message.body(), message.sentAt());
        }
    }

    /** 201 after the commit; 200 when the same key had brought it before. */
    @PostMapping
    ResponseEntity<MessageJson> say(
            Identity who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seat,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(defaultValue = "") String clientKey) {
        limit.attempt(who);
        CallChat.Said said = chat.say(who, CallId.of(id), SeatId.of(seat), body, key(clientKey));
        return ResponseEntity.status(said.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(MessageJson.of(said.message()));
    }

    @GetMapping
    Map<String, List<MessageJson>> after(
            Identity who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seat,
            @RequestParam(defaultValue = "0") long after) {
        limit.attempt(who);
        return Map.of(
                "messages",
                chat.after(who, CallId.of(id), SeatId.of(seat), after).stream()
                        .map(MessageJson::of)
                        .toList());
    }

    private static UUID key(String clientKey) {
        try {
            return Id.parse(clientKey);
        } catch (NotFound none) {
            throw new Invalid("clientKey", Reason.of("invalid.uuid"));
        }
    }
}
