package org.careroom.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.careroom.people.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.json.JsonMapper;

/** Pushes news to the pages of its audience that this node holds: made and written as JSON once for each language among them. */
@Component
class Pusher {

    private static final Logger log = LoggerFactory.getLogger(Pusher.class);
    private static final Map<String, Object> AS_JSON =
            Map.of(MessageHeaders.CONTENT_TYPE, MimeTypeUtils.APPLICATION_JSON);

    private final Connections connections;
    private final SimpMessagingTemplate stomp;
    private final JsonMapper json;

    Pusher(Connections connections, SimpMessagingTemplate stomp, JsonMapper json) {
        this.connections = connections;
        this.stomp = stomp;
        this.json = json;
    }

    void push(Set<PersonId> audience, News news) {
        Map<Locale, byte[]> frames = new HashMap<>();
        for (PersonId person : audience) {
            connections
                    .language(person)
                    .ifPresent(language ->
                            send(person, frames.computeIfAbsent(language, missing -> frame(news, language))));
        }
    }

    private void send(PersonId person, byte[] frame) {
        try {
            stomp.convertAndSendToUser(person.toString(), "/queue/live", frame, AS_JSON);
        } catch (RuntimeException lost) {
            log.debug("news for {} was lost", person, lost);
        }
    }

    private byte[] frame(News news, Locale language) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("subject", news.subject());
        item.put("type", news.type());
        item.putAll(news.content().apply(language));
        return json.writeValueAsBytes(item);
    }
}
