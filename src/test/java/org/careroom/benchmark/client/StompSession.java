package org.careroom.benchmark.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A STOMP 1.2 session over a WebSocket with one subscription. Everything happens on the loop's thread. */
public final class StompSession implements WebSocketConnection.Listener {

    /** How often each side shows that it lives, in milliseconds. */
    private static final int HEARTBEAT = 10_000;

    private static final byte[] CONNECTED = Bytes.ascii("CONNECTED");
    private static final byte[] MESSAGE = Bytes.ascii("MESSAGE");
    private static final byte[] BLANK_LINE = Bytes.ascii("\n\n");

    /** What happens in the session. */
    public interface Listener {

        /** The subscription was sent. */
        void connected(StompSession session);

        /** The body of a MESSAGE frame; the array is only lent. */
        void message(byte[] array, int from, int to);

        /** The server ended it, refused it or cannot be reached. */
        void lost(String why);
    }

    /**
     * Where to and as whom.
     *
     * @param path of the WebSocket
     * @param token CSRF token for the CONNECT frame
     * @param destination of the one subscription
     * @param offerCompression whether to offer permessage-deflate as browsers do
     */
    public record Target(String path, String token, String destination, boolean offerCompression) {}

    private final EventLoop loop;
    private final Target target;
    private final String host;
    private final Listener listener;
    private final WebSocketConnection socket;
    private boolean over;
    private boolean compressed;

    private StompSession(EventLoop loop, Browser browser, Target target, Listener listener) throws IOException {
        this.loop = loop;
        this.target = target;
        this.host = browser.host();
        this.listener = listener;
        this.socket = new WebSocketConnection(loop, browser, target.path(), target.offerCompression(), this);
    }

    /** Begins to connect; the listener hears how it went. */
    public static void open(EventLoop loop, Browser browser, Target target, Listener listener) {
        loop.execute(() -> {
            try {
                new StompSession(loop, browser, target, listener);
            } catch (IOException broken) {
                listener.lost(String.valueOf(broken.getMessage()));
            }
        });
    }

    public void send(String destination, String json) {
        frame("SEND\ndestination:" + destination + "\ncontent-type:application/json\ncontent-length:"
                + json.getBytes(StandardCharsets.UTF_8).length + "\n\n" + json);
    }

    /** Ends it as a page does that goes away; the listener hears nothing more. */
    public void close() {
        if (!over) {
            over = true;
            frame("DISCONNECT\n\n");
            socket.leave();
        }
    }

    /** Whether the server took the offer to compress. */
    public boolean isCompressed() {
        return compressed;
    }

    @Override
    public void opened(boolean packed) {
        compressed = packed;
        frame("CONNECT\naccept-version:1.2\nhost:" + host + "\nheart-beat:" + HEARTBEAT + "," + HEARTBEAT
                + "\nX-CSRF-TOKEN:" + target.token() + "\n\n");
    }

    @Override
    public void message(byte[] array, int from, int to) {
        if (Bytes.startsWith(array, from, to, MESSAGE)) {
            int body = Bytes.indexOf(array, from, to, BLANK_LINE) + BLANK_LINE.length;
            int bodyEnd = array[to - 1] == 0 ? to - 1 : to;
            listener.message(array, body, bodyEnd);
        } else if (Bytes.startsWith(array, from, to, CONNECTED)) {
            frame("SUBSCRIBE\nid:0\ndestination:" + target.destination() + "\n\n");
            loop.after(HEARTBEAT, this::beat);
            listener.connected(this);
        } else if (to - from > 2) {
            over = true;
            socket.leave();
            listener.lost(new String(array, from, to - from, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void ended(String why) {
        if (!over) {
            over = true;
            listener.lost(why);
        }
    }

    private void beat() {
        if (!over) {
            socket.sendText(new byte[] {'\n'});
            loop.after(HEARTBEAT, this::beat);
        }
    }

    private void frame(String text) {
        socket.sendText((text + "\0").getBytes(StandardCharsets.UTF_8));
    }
}
