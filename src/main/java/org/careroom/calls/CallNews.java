package org.careroom.calls;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.live.Live;
import org.careroom.live.News;
import org.careroom.people.PersonId;
import org.careroom.shared.AfterCommit;
import org.springframework.stereotype.Component;

/**
 * What the pages in a call are told, behind the commit. Only those who are seated are told anything: whoever knocks, is on hold
 * or was sent away learns how it stands when their page asks.
 */
@Component
class CallNews {

    private final Live live;

    CallNews(Live live) {
        this.live = live;
    }

    /** Who is in, or how they are, has changed; the pages ask. */
    void changed(CallId call, Collection<Seat> seats) {
        tell(seated(seats), call, "seats", Map.of());
    }

    /** The same, for hosts only: somebody knocks, or does so no more. */
    void doorChanged(CallId call, Collection<Seat> seats) {
        tell(seated(seats.stream().filter(Seat::host).toList()), call, "seats", Map.of());
    }

    void ended(CallId call, Collection<Seat> seats) {
        tell(seated(seats), call, "ended", Map.of());
    }

    void said(CallId call, Collection<Seat> seats, ChatMessage message) {
        tell(seated(seats), call, "chat", message.told());
    }

    /** A host has muted this page's microphone. */
    void muted(Seat seat, String by) {
        tell(seated(Set.of(seat)), seat.call(), "mute", Map.of("seat", seat.id().toString(), "by", by));
    }

    /** At once, as it changes nothing that could be rolled back. */
    void signal(PersonId to, CallId call, Map<String, Object> content) {
        live.tell(Set.of(to), News.of(subject(call), "signal", content));
    }

    private void tell(Set<PersonId> audience, CallId call, String type, Map<String, Object> content) {
        if (!audience.isEmpty()) {
            AfterCommit.run(() -> live.tell(audience, News.of(subject(call), type, content)));
        }
    }

    private static Set<PersonId> seated(Collection<Seat> seats) {
        return seats.stream()
                .filter(seat -> CallRules.hears(seat.state()))
                .map(Seat::person)
                .collect(Collectors.toSet());
    }

    private static String subject(CallId call) {
        return "call:" + call;
    }
}
