package org.careroom.messaging.web;

import org.careroom.messaging.Messages;
import org.careroom.messaging.Reading;
import org.careroom.messaging.RoomId;
import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** One message of a room: its details, editing and deleting it. */
@Controller
@RequestMapping("/rooms/{id}/messages/{sequence:[0-9]{1,18}}")
class MessageController {

    private final Messages messages;
    private final Reading reading;

    MessageController(Messages messages, Reading reading) {
        this.messages = messages;
        this.reading = reading;
    }

    /** Its earlier texts, and who has read it and when. */
    @GetMapping
    String details(Person who, @PathVariable String id, @PathVariable long sequence, Model model) {
        model.addAttribute("of", reading.readers(who, RoomId.of(id), sequence));
        return "messaging/_partials/message-details :: details";
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void edit(
            Person who,
            @PathVariable String id,
            @PathVariable long sequence,
            @RequestParam(required = false) @Nullable String body) {
        messages.edit(who, RoomId.of(id), sequence, body == null ? "" : body);
    }

    @PostMapping("/delete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Person who, @PathVariable String id, @PathVariable long sequence) {
        messages.delete(who, RoomId.of(id), sequence);
    }
}
