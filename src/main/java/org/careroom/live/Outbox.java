package org.careroom.live;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * What waits to be written to one page. Whoever sends never waits for the page to read: the web server writes when the
 * network takes more. A page that has not taken a frame for {@value #LONGEST_SEND_MILLISECONDS} ms, or for which more than
 * {@value #LARGEST_BACKLOG} characters wait, loses its connection; it comes back and fetches what it missed.
 */
class Outbox extends WebSocketSessionDecorator {

    static final int LARGEST_BACKLOG = 512 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final long LONGEST_SEND_MILLISECONDS = 15_000;

    private final RemoteEndpoint.Async page;
    private final Queue<String> waiting = new ArrayDeque<>();
    private int backlog;
    private boolean sending;
    private @Nullable CloseStatus closing;

    Outbox(WebSocketSession socket) {
        super(socket);
        Session session = Objects.requireNonNull(((NativeWebSocketSession) socket).getNativeSession(Session.class));
        page = session.getAsyncRemote();
        page.setSendTimeout(LONGEST_SEND_MILLISECONDS);
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) {
        send(((TextMessage) message).getPayload());
    }

    void send(String frame) {
        if (!add(frame)) {
            log.info("connection {} ends, as its page does not read", getId());
            drop(CloseStatus.SESSION_NOT_RELIABLE);
        }
        sendWaiting();
    }

    /** Closes when all that waits has been written. */
    @Override
    public void close(CloseStatus status) {
        if (mayCloseNow(status)) {
            closeNow(status);
        }
    }

    /** Closes without writing what waits. */
    void drop(CloseStatus status) {
        forget();
        close(status);
    }

    synchronized boolean isClosing() {
        return closing != null;
    }

    /** Whether there was room for it, or need of it no more. */
    private synchronized boolean add(String frame) {
        if (closing != null) {
            return true;
        }
        if (backlog + frame.length() > LARGEST_BACKLOG) {
            return false;
        }
        backlog += frame.length();
        return waiting.add(frame);
    }

    private synchronized @Nullable String next() {
        String frame = sending ? null : waiting.poll();
        if (frame != null) {
            sending = true;
            backlog -= frame.length();
        }
        return frame;
    }

    /** The status to close with now, if any. */
    private synchronized @Nullable CloseStatus sent() {
        sending = false;
        return waiting.isEmpty() ? closing : null;
    }

    private synchronized boolean mayCloseNow(CloseStatus status) {
        if (closing == null) {
            closing = status;
        }
        return !sending && waiting.isEmpty();
    }

    private synchronized void forget() {
        waiting.clear();
        backlog = 0;
    }

    private void sendWaiting() {
        for (String frame = next(); frame != null; frame = next()) {
            Sent sent = new Sent();
            try {
                page.sendText(frame, sent);
            } catch (RuntimeException closedMeanwhile) {
                giveUp(closedMeanwhile);
                return;
            }
            if (!sent.isSecond()) {
                return; // the network takes its time: the answer goes on from here
            }
        }
    }

    private void giveUp(@Nullable Throwable cause) {
        log.debug("connection {} takes no more", getId(), cause);
        forget();
        mayCloseNow(CloseStatus.SESSION_NOT_RELIABLE);
        closeNow(CloseStatus.SESSION_NOT_RELIABLE);
    }

    private void closeNow(CloseStatus status) {
        try {
            super.close(status);
        } catch (IOException alreadyGone) {
            log.debug("connection {} was gone already", getId(), alreadyGone);
        }
    }

    /**
     * The answer to one frame. It comes before the sending returns when the frame was written at once, and then the loop
     * there goes on, so that a long backlog needs no deep stack; else it goes on itself.
     */
    private final class Sent implements SendHandler {

        private final AtomicBoolean first = new AtomicBoolean(true);

        /** Whether of both, the sending's return and the answer, the other came before. */
        boolean isSecond() {
            return !first.compareAndSet(true, false);
        }

        @Override
        public void onResult(SendResult result) {
            if (!result.isOK()) {
                giveUp(result.getException());
                return;
            }
            CloseStatus close = sent();
            if (close != null) {
                closeNow(close);
            }
            if (isSecond()) {
                sendWaiting();
            }
        }
    }
}
