package org.careroom.messaging;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.careroom.live.Live;
import org.careroom.live.News;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the readers of a room what has been committed in it. */
@Component
class RoomNews {

    /** The subject of the lists of rooms, which {@link Live#nudge} names. */
    static final String LISTS = "rooms";

    private final Live live;
    private final MessageHtml html;

    RoomNews(Live live, MessageHtml html) {
        this.live = live;
        this.html = html;
    }

    static String subject(RoomId room) {
        return "room:" + room;
    }

    @TransactionalEventListener
    void on(MessagePosted posted) {
        live.tell(posted.readers(), new News(subject(posted.message().room()), "message", language -> {
            Map<String, Object> content = content(posted.message(), language);
            content.put("clientKey", posted.clientKey());
            return content;
        }));
    }

    @TransactionalEventListener
    void on(MessageChanged changed) {
        live.tell(
                changed.readers(),
                new News(
                        subject(changed.message().room()), "change", language -> content(changed.message(), language)));
    }

    @TransactionalEventListener
    void on(RoomChanged changed) {
        live.tell(changed.readers(), News.of(subject(changed.room()), "state", Map.of()));
        Set<PersonId> lists = new HashSet<>(changed.readers());
        lists.addAll(changed.concerned());
        live.nudge(lists, LISTS);
    }

    private Map<String, Object> content(MessageView message, Locale language) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("sequence", message.sequence());
        content.put("changed", message.changed());
        content.put("author", message.author().toString());
        content.put("authorName", message.authorName());
        content.put("sentAt", message.sentAt().toString());
        content.put("line", html.line(message, language));
        content.put("html", html.of(message, language));
        return content;
    }
}
