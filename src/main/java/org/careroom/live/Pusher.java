package org.careroom.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pushes news to the pages of its audience that this node holds: made and written as JSON once for each language among
 * them. It writes to the pages themselves, which know what they subscribed to; the way through the broker's user
 * destinations reached only one of a person's pages (an item that was sent to several failed as "Expected mutable
 * SimpMessageHeaderAccessor" where frames are taken in order), and cost more than the writing itself.
 */
@Component
class Pusher {

    private final Connections connections;
    private final JsonMapper json;

    Pusher(Connections connections, JsonMapper json) {
        this.connections = connections;
        this.json = json;
    }

    /** How many pages of the audience this node holds. */
    int pages(Set<PersonId> audience) {
        return audience.stream()
                .mapToInt(person -> connections.of(person).size())
                .sum();
    }

    /** The item as JSON for each language in which somebody of the audience has a page open. */
    Map<Locale, String> items(Set<PersonId> audience, News news) {
        Map<Locale, String> items = new HashMap<>();
        for (PersonId person : audience) {
            for (Connection page : connections.of(person)) {
                items.computeIfAbsent(page.language(), language -> item(news, language));
            }
        }
        return items;
    }

    /** @param items what {@link #items} gave a moment ago; who came since in another language gets it made now */
    void push(Set<PersonId> audience, News news, Map<Locale, String> items) {
        for (PersonId person : audience) {
            for (Connection page : connections.of(person)) {
                page.tell(items.computeIfAbsent(page.language(), language -> item(news, language)));
            }
        }
    }

    private String item(News news, Locale language) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("subject", news.subject());
        item.put("type", news.type());
        item.putAll(news.content().apply(language));
        return json.writeValueAsString(item);
    }
}
