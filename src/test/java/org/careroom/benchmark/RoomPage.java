package org.careroom.benchmark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.careroom.benchmark.client.Answer;
import org.careroom.benchmark.client.Browser;
import org.careroom.benchmark.client.Bytes;
import org.careroom.benchmark.client.EventLoop;
import org.careroom.benchmark.client.Request;
import org.careroom.benchmark.client.StompSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One open room page: does all that our page's scripts do, so that the server has all the work that browsers make. */
final class RoomPage implements StompSession.Listener {

    private static final byte[] IS_MESSAGE = Bytes.ascii("\"type\":\"message\"");
    private static final byte[] SEQUENCE = Bytes.ascii("\"sequence\":");
    private static final JsonMapper JSON = new JsonMapper();

    private final EventLoop loop;
    private final Browser browser;
    private final LoadRoom room;
    private final Counters counters;
    private final boolean offerCompression;
    private final byte[] isThisRoom;
    private final Inbox inbox;
    private final CompletableFuture<RoomPage> open = new CompletableFuture<>();
    private String token = "";
    private @Nullable StompSession session;
    private boolean closed;
    private long changed;
    private boolean markDue;
    private long lastMark;
    private boolean gapWatched;
    private boolean fetching;

    RoomPage(EventLoop loop, Browser browser, LoadRoom room, Counters counters, boolean offerCompression) {
        this.loop = loop;
        this.browser = browser;
        this.room = room;
        this.counters = counters;
        this.offerCompression = offerCompression;
        this.isThisRoom = Bytes.ascii("\"room:" + room.id() + "\"");
        this.inbox = new Inbox(room.first());
        this.lastMark = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(PageHabits.READ_MARK_EVERY);
    }

    /** Loads the page and connects; done when it is subscribed. */
    CompletableFuture<RoomPage> open() {
        browser.send(Request.get("/rooms/" + room.id()).with("Accept", "text/html"), (page, failure) -> {
            if (page == null || page.status() != 200) {
                open.completeExceptionally(new IllegalStateException("open a room: " + outcome(page, failure)));
            } else {
                token = Browser.token(page.text());
                connect();
            }
        });
        return open;
    }

    Browser browser() {
        return browser;
    }

    LoadRoom room() {
        return room;
    }

    String token() {
        return token;
    }

    boolean isCompressed() {
        return session != null && session.isCompressed();
    }

    void close() {
        closed = true;
        if (session != null) {
            session.close();
        }
        browser.closeConnections();
    }

    /** Whether it has every message up to the room's last. */
    boolean isComplete() {
        return inbox.next() > room.last();
    }

    @Override
    public void connected(StompSession connected) {
        session = connected;
        connected.send(PageHabits.PRESENCE, "{\"room\":\"" + room.id() + "\"}");
        catchUp();
        open.complete(this);
    }

    @Override
    public void message(byte[] array, int from, int to) {
        boolean news =
                Bytes.indexOf(array, from, to, isThisRoom) >= 0 && Bytes.indexOf(array, from, to, IS_MESSAGE) >= 0;
        if (!news) {
            counters.otherFrames++;
            return;
        }
        counters.deliveries++;
        counters.deliveredBytes += to - from;
        take(Bytes.number(array, from, to, SEQUENCE));
    }

    @Override
    public void lost(String why) {
        session = null;
        if (closed) {
            return;
        }
        if (!open.isDone()) {
            open.completeExceptionally(new IllegalStateException("no live connection: " + why));
            return;
        }
        counters.connectionsLost++;
        counters.failed("live connection lost: " + why);
        loop.after(PageHabits.RECONNECT_AFTER, this::connect);
    }

    /** Fetches what came after the last message without a gap before it. */
    void catchUp() {
        if (fetching || closed) {
            return;
        }
        fetching = true;
        String path = "/rooms/" + room.id() + "/messages?after=" + (inbox.next() - 1) + "&changedAfter=" + changed;
        browser.send(Request.get(path).acceptJson(), (answer, failure) -> {
            fetching = false;
            if (answer == null || answer.status() != 200) {
                counters.failed("catch-up: " + outcome(answer, failure));
            } else {
                takeFetched(answer);
            }
        });
    }

    private void connect() {
        if (!closed) {
            StompSession.open(loop, browser, PageHabits.target(token, offerCompression), this);
        }
    }

    private void take(long sequence) {
        switch (inbox.takeFrame(sequence)) {
            case NEW -> {
                room.reachedByFrame(sequence, System.nanoTime());
                watchGap();
                dueMark();
            }
            case LATE -> counters.missed -= sequence < room.first() ? 0 : 1;
            case REPEATED -> counters.repeated++;
        }
    }

    private void watchGap() {
        if (gapWatched || !inbox.hasGap()) {
            return;
        }
        gapWatched = true;
        counters.gaps++;
        long missing = inbox.next();
        loop.after(PageHabits.GAP_PATIENCE, () -> {
            gapWatched = false;
            if (inbox.next() == missing) {
                catchUp();
            } else {
                watchGap();
            }
        });
    }

    private void takeFetched(Answer answer) {
        JsonNode log = JSON.readTree(answer.body());
        long now = System.nanoTime();
        int count = 0;
        for (JsonNode message : log.path("messages")) {
            count++;
            long sequence = message.path("sequence").asLong();
            if (inbox.takeFetched(sequence)) {
                room.reachedByFetch(sequence, now);
                counters.missed++;
            }
        }
        changed = Math.max(changed, log.path("changed").asLong());
        if (count >= PageHabits.FETCH_SIZE) {
            catchUp();
        } else {
            watchGap();
        }
    }

    private static String outcome(@Nullable Answer answer, @Nullable Throwable failure) {
        return answer == null ? String.valueOf(failure) : String.valueOf(answer.status());
    }

    private void dueMark() {
        if (markDue) {
            return;
        }
        markDue = true;
        long seen = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PageHabits.READ_MARK_AFTER);
        long soonest = Math.max(seen, lastMark + TimeUnit.MILLISECONDS.toNanos(PageHabits.READ_MARK_EVERY));
        long spread = ThreadLocalRandom.current().nextLong(PageHabits.READ_MARK_SPREAD);
        loop.at(soonest + TimeUnit.MILLISECONDS.toNanos(spread), this::markRead);
    }

    private void markRead() {
        markDue = false;
        if (closed) {
            return;
        }
        lastMark = System.nanoTime();
        counters.readMarks++;
        Request mark = Request.post("/rooms/" + room.id() + "/read", "upTo", String.valueOf(inbox.next() - 1))
                .with("X-CSRF-TOKEN", token)
                .with("Careroom-Background", "1");
        browser.send(mark, (answer, failure) -> {
            if (answer == null || answer.status() >= 300) {
                counters.failed("reading mark: " + outcome(answer, failure));
            }
        });
    }
}
