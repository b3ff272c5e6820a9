package org.careroom.benchmark.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One keep-alive HTTP/1.1 connection of a browser, with at most one request on the way. */
final class HttpConnection extends Connection {

    private static final byte[] HEAD_END = Bytes.ascii("\r\n\r\n");
    private static final byte[] LINE_END = Bytes.ascii("\r\n");

    /** One request and who waits for its answer; {@code asked} in nanoseconds. */
    record Exchange(Request request, long asked, boolean repeated, CompletableFuture<Answer> answer) {}

    private final Browser browser;
    private @Nullable Exchange current;
    private long firstByte;
    private boolean used;

    HttpConnection(EventLoop loop, InetSocketAddress server, Browser browser) throws IOException {
        super(loop, server);
        this.browser = browser;
    }

    void start(Exchange exchange, byte[] bytes) {
        current = exchange;
        firstByte = 0;
        write(bytes);
    }

    @Override
    void received() {
        Exchange exchange = current;
        if (exchange == null) {
            throw new IllegalStateException("an answer that nobody asked for");
        }
        if (firstByte == 0) {
            firstByte = System.nanoTime();
        }
        int headEnd = Bytes.indexOf(in, start, end, HEAD_END);
        if (headEnd < 0) {
            return;
        }
        String head = new String(in, start, headEnd - start, StandardCharsets.ISO_8859_1);
        String lower = head.toLowerCase(Locale.ROOT);
        byte[] body = body(lower, headEnd + HEAD_END.length);
        if (body != null) {
            int status = Integer.parseInt(head.substring(9, 12));
            finish(exchange, lower, new Answer(status, head, body, exchange.asked, firstByte, System.nanoTime()));
        }
    }

    private void finish(Exchange exchange, String lower, Answer answer) {
        current = null;
        used = true;
        if (lower.contains("\r\nconnection: close")) {
            close();
        }
        if (lower.contains("\r\nset-cookie:")) {
            browser.keepCookies(answer);
        }
        browser.answered(this);
        exchange.answer.complete(answer);
    }

    /** The whole body, with {@link #start} moved behind it, or null when more of it is to come. */
    private byte @Nullable [] body(String head, int from) {
        if (head.contains("\r\ntransfer-encoding: chunked")) {
            return chunks(from);
        }
        int label = head.indexOf("\r\ncontent-length:");
        int length = label < 0 ? 0 : Integer.parseInt(line(head, label + 17).strip());
        if (end - from < length) {
            return null;
        }
        start = from + length;
        return Arrays.copyOfRange(in, from, start);
    }

    private static String line(String head, int from) {
        int to = head.indexOf("\r\n", from);
        return head.substring(from, to < 0 ? head.length() : to);
    }

    private byte @Nullable [] chunks(int from) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = from;
        while (true) {
            int lineEnd = Bytes.indexOf(in, at, end, LINE_END);
            if (lineEnd < 0) {
                return null;
            }
            int size = Integer.parseInt(new String(in, at, lineEnd - at, StandardCharsets.ISO_8859_1).strip(), 16);
            int next = lineEnd + 2 + size + 2;
            if (next > end) {
                return null;
            }
            body.write(in, lineEnd + 2, size);
            at = next;
            if (size == 0) {
                start = at;
                return body.toByteArray();
            }
        }
    }

    /** A kept connection that the server closes just then is tried again once on a new one, as browsers do. */
    @Override
    void ended(String why) {
        Exchange exchange = current;
        current = null;
        browser.ended(this);
        if (exchange == null) {
            return;
        }
        if (used && firstByte == 0 && !exchange.repeated) {
            browser.repeat(new Exchange(exchange.request, exchange.asked, true, exchange.answer));
        } else {
            exchange.answer.completeExceptionally(new IOException(exchange.request.path() + ": " + why));
        }
    }
}
