package org.careroom.benchmark;

import java.util.UUID;
import org.careroom.benchmark.client.Answer;
import org.careroom.benchmark.client.Bytes;
import org.careroom.benchmark.client.Request;
import org.jspecify.annotations.Nullable;

/** Posts from one page as its composer does. On the loop's thread. */
final class Sender {

    private static final String BODY =
            "The organ is on its way, expected at the hospital at a quarter to four. Room 12.";
    private static final byte[] SEQUENCE = Bytes.ascii("\"sequence\":");

    private final RoomPage page;
    private final Counters counters;

    Sender(RoomPage page, Counters counters) {
        this.page = page;
        this.counters = counters;
    }

    /** Posts one message; {@code answered} runs when it was, and learns whether it was taken. */
    void post(Answered answered) {
        String id = page.room().id();
        Request post = Request.post(
                        "/rooms/" + id + "/messages",
                        "body",
                        BODY,
                        "clientKey",
                        UUID.randomUUID().toString())
                .with("X-CSRF-TOKEN", page.token())
                .acceptJson();
        counters.unanswered++;
        page.browser().send(post, (answer, failure) -> answered.taken(take(answer, failure)));
    }

    private boolean take(@Nullable Answer answer, @Nullable Throwable failure) {
        counters.unanswered--;
        if (answer == null || answer.status() != 201) {
            counters.failed("post: " + (answer == null ? String.valueOf(failure) : String.valueOf(answer.status())));
            return false;
        }
        byte[] body = answer.body();
        page.room().acknowledged(Bytes.number(body, 0, body.length, SEQUENCE), answer.asked());
        return true;
    }

    /** Hears that a post was answered. */
    interface Answered {

        void taken(boolean stored);
    }
}
