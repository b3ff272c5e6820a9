package org.careroom.messaging;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a message as HTML from the same fragment that the room's page uses, the same for every reader of one language. */
@Component
class MessageHtml {

    private static final String TEMPLATE = "messaging/_partials/message";
    private static final Set<String> FRAGMENT = Set.of("message");

    private final ITemplateEngine templates;
    private final MessageSource words;

    MessageHtml(ITemplateEngine templates, MessageSource words) {
        this.templates = templates;
        this.words = words;
    }

    String of(MessageView message, Locale language) {
        return templates
                .process(TEMPLATE, FRAGMENT, new Context(language, Map.of("message", message)))
                .strip();
    }

    /** Who wrote a message: a name, or "Sam Okafor On behalf of Dana Reyes". */
    String byLine(MessageView message, Locale language) {
        OnBehalf onBehalf = message.onBehalf();
        return onBehalf == null
                ? message.authorName()
                : words.getMessage(
                        "message.on-behalf", new Object[] {onBehalf.writerName(), onBehalf.ownerName()}, language);
    }

    /** The message on one line, as the lists of rooms show it, without its author. */
    String line(MessageView message, Locale language) {
        if (message.deleted()) {
            return words.getMessage("message.deleted", null, language);
        }
        if (message.event() != null) {
            return words.getMessage(
                    "room.event." + message.event(), message.names().toArray(), language);
        }
        return message.line();
    }
}
