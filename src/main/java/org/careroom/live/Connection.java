package org.careroom.live;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/** One open page: the WebSocket it holds, whose it is, in which language it reads and where in the product it is. */
class Connection {

    private static final String REFUSED = "ERROR\nmessage:refused\n\n\0";

    /** Names for subscriptions that need no escaping (STOMP 1.2: value encoding). */
    private static final Pattern SUBSCRIPTION = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final Outbox socket;
    private final PersonId person;
    private final String signIn;
    private final String csrfToken;
    private final Locale language;
    private final Instant since;
    private final Bucket frames = atMost(40, 10);
    private final Bucket signals = atMost(400, 40);
    private final Bucket pieces = atMost(600, 80);
    private final AtomicLong told = new AtomicLong();
    private volatile boolean connected;
    private volatile @Nullable String subscription;
    private volatile @Nullable String room;

    /** Of what the handshake noted in the socket's attributes. */
    Connection(Outbox socket, Instant since) {
        Map<String, Object> noted = socket.getAttributes();
        this.socket = socket;
        this.person = (PersonId) Objects.requireNonNull(noted.get(Handshake.PERSON));
        this.signIn = (String) Objects.requireNonNull(noted.get(Handshake.SIGN_IN));
        this.csrfToken = (String) Objects.requireNonNull(noted.get(Handshake.CSRF_TOKEN));
        this.language = (Locale) Objects.requireNonNull(noted.get(Handshake.LANGUAGE));
        this.since = since;
    }

    /** So many at once and so many a second in the long run, both far more than a page needs. */
    private static Bucket atMost(int atOnce, int eachSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(eachSecond, Duration.ofSeconds(1)))
                .build();
    }

    String id() {
        return socket.getId();
    }

    PersonId person() {
        return person;
    }

    /** What it hangs on: the id of the HTTP session, or what stands for a guest's cookie. */
    String signIn() {
        return signIn;
    }

    Locale language() {
        return language;
    }

    /** The id of the room that is shown and visible on the page, as it says itself. */
    @Nullable
    String room() {
        return room;
    }

    void show(@Nullable String room) {
        this.room = room;
    }

    boolean connected() {
        return connected;
    }

    /** Takes the CONNECT frame, which comes once and first, with the token of the page that opened the connection. */
    boolean connect(@Nullable String maskedToken) {
        boolean taken = !connected && maskedToken != null && MaskedToken.matches(csrfToken, maskedToken);
        connected |= taken;
        return taken;
    }

    /** Takes the one subscription that a page has: several would bring everything several times. */
    boolean subscribe(@Nullable String id) {
        boolean taken = connected
                && subscription == null
                && id != null
                && SUBSCRIPTION.matcher(id).matches();
        if (taken) {
            subscription = id;
        }
        return taken;
    }

    boolean unsubscribe(@Nullable String id) {
        boolean taken = id != null && id.equals(subscription);
        if (taken) {
            subscription = null;
        }
        return taken;
    }

    /** Sends an item of news, as JSON, if the page has subscribed. */
    void tell(String news) {
        String to = subscription;
        if (to != null) {
            socket.send("MESSAGE\nsubscription:" + to + "\nmessage-id:" + told.incrementAndGet() + "\ndestination:"
                    + StompPolicy.OWN_QUEUE + "\ncontent-type:application/json\n\n" + news + '\0');
        }
    }

    /** Takes one more signal of a call, which come in crowds when somebody enters, unless there were too many of late. */
    boolean takeSignal() {
        return signals.tryConsume(1);
    }

    /** Takes one more other frame, heartbeats included, unless there were too many of late. */
    boolean takeFrame() {
        return frames.tryConsume(1);
    }

    /** Takes one more piece from the network, which may be part of a frame or hold several. */
    boolean takePiece() {
        return pieces.tryConsume(1);
    }

    boolean idleSince(Instant time) {
        return !connected && since.isBefore(time);
    }

    /** Whether it has been refused something or is ended otherwise, so that nothing that it sends counts any more. */
    boolean isOver() {
        return socket.isClosing();
    }

    /** Sends an ERROR frame and closes, as STOMP 1.2 demands; it tells nothing, as who sends such frames knows why. */
    void refuse() {
        socket.send(REFUSED);
        socket.close(CloseStatus.PROTOCOL_ERROR);
    }

    /** Ends it because it may not be open any longer (RFC 6455, 7.4.1: policy violation). */
    void end() {
        socket.drop(CloseStatus.POLICY_VIOLATION);
    }
}
