package org.careroom.benchmark.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A WebSocket (RFC 6455) as a browser opens it: it offers to take compressed messages (RFC 7692), as Chromium and Firefox
 * do, and sends its own few uncompressed.
 */
final class WebSocketConnection extends Connection {

    private static final byte[] HEAD_END = Bytes.ascii("\r\n\r\n");

    /** What happens on the socket, on the loop's thread. */
    interface Listener {

        void opened(boolean compressed);

        /** A whole message, text or binary; the array is only lent. */
        void message(byte[] array, int from, int to);

        void ended(String why);
    }

    private final Listener listener;
    private final MessageReader messages;
    private boolean opened;

    WebSocketConnection(EventLoop loop, Browser browser, String path, boolean offerCompression, Listener listener)
            throws IOException {
        super(loop, browser.server());
        this.listener = listener;
        this.messages = new MessageReader(loop);
        write(Bytes.ascii(handshake(browser, path, offerCompression)));
    }

    private static String handshake(Browser browser, String path, boolean offerCompression) {
        byte[] key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        String offer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";
        return "GET " + path + " HTTP/1.1\r\nHost: " + browser.host() + "\r\nOrigin: " + browser.origin()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(key) + "\r\nSec-WebSocket-Protocol: v12.stomp\r\n"
                + (offerCompression ? offer : "") + "Cookie: " + browser.cookieLine() + "\r\n\r\n";
    }

    void sendText(byte[] payload) {
        sendFrame(MessageReader.TEXT, payload, 0, payload.length);
    }

    @Override
    void received() {
        if (!opened && !takeHandshake()) {
            return;
        }
        for (int kind = messages.next(this); kind != MessageReader.NONE; kind = messages.next(this)) {
            switch (kind) {
                case MessageReader.TEXT, MessageReader.BINARY ->
                    listener.message(messages.array, messages.from, messages.to);
                case MessageReader.PING ->
                    sendFrame(MessageReader.PONG, messages.array, messages.from, messages.to - messages.from);
                case MessageReader.CLOSE -> {
                    close();
                    ended("closed by the server: " + messages.closeReason());
                    return;
                }
                default -> {}
            }
            if (isClosed()) {
                return;
            }
        }
    }

    @Override
    void ended(String why) {
        messages.close();
        listener.ended(why);
    }

    /** Ends it from this side; the listener hears nothing. */
    void leave() {
        sendFrame(MessageReader.CLOSE, new byte[] {0x03, (byte) 0xE8}, 0, 2);
        close();
        messages.close();
    }

    private boolean takeHandshake() {
        int headEnd = Bytes.indexOf(in, start, end, HEAD_END);
        if (headEnd < 0) {
            return false;
        }
        String head = new String(in, start, headEnd - start, StandardCharsets.ISO_8859_1);
        if (!head.startsWith("HTTP/1.1 101")) {
            close();
            ended("no WebSocket: " + head.lines().findFirst().orElse(""));
            return false;
        }
        start = headEnd + HEAD_END.length;
        opened = true;
        boolean compressed = head.toLowerCase(Locale.ROOT).contains("permessage-deflate");
        if (compressed) {
            messages.expectCompressed();
        }
        listener.opened(compressed);
        return true;
    }

    private void sendFrame(int kind, byte[] payload, int from, int length) {
        int extra = length < 126 ? 0 : 2;
        byte[] frame = new byte[2 + extra + 4 + length];
        frame[0] = (byte) (0x80 | kind);
        frame[1] = (byte) (0x80 | (extra == 0 ? length : 126));
        if (extra == 2) {
            frame[2] = (byte) (length >> 8);
            frame[3] = (byte) length;
        }
        int mask = ThreadLocalRandom.current().nextInt();
        int at = 2 + extra;
        for (int i = 0; i < 4; i++) {
            frame[at + i] = (byte) (mask >> (24 - 8 * i));
        }
        for (int i = 0; i < length; i++) {
            frame[at + 4 + i] = (byte) (payload[from + i] ^ frame[at + (i & 3)]);
        }
        write(frame);
    }
}
