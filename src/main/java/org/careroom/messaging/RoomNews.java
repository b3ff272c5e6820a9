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
        String subject = subject(posted.room().id());
        live.tell(posted.readers(), new News(subject, "message", language -> {
            Map<String, Object> content = content(posted.message(), language);
            content.put("clientKey", posted.clientKey());
            content.put("list", posted.room().kind().list());
            return content;
        }));
        OnBehalf onBehalf = posted.message().onBehalf();
        if (onBehalf != null) { // to the owner it counts as answered
            live.tell(
                    Set.of(onBehalf.owner()),
                    News.of(subject, "read", Map.of("upTo", posted.message().sequence())));
        }
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
        live.tell(changed.readers(), News.of(subject(changed.room().id()), "state", Map.of()));
        Set<PersonId> lists = new HashSet<>(changed.readers());
        lists.addAll(changed.concerned());
        live.nudge(lists, changed.room().kind().list());
    }

    private Map<String, Object> content(MessageView message, Locale language) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("sequence", message.sequence());
        content.put("changed", message.changed());
        content.put("author", message.author().toString());
        content.put("authorName", html.byLine(message, language));
        content.put("sentAt", message.sentAt().toString());
        content.put("line", html.line(message, language));
        content.put("html", html.of(message, language));
        return content;
    }
}
