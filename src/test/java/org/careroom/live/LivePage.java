package org.careroom.live;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.careroom.Browsing;
import org.jspecify.annotations.Nullable;

/**
 * The live connection of an open page, over a real WebSocket, that sends what its test tells it, well-behaved or not. What
 * the server sends it keeps frame by frame, heartbeats as {@code "\n"}.
 */
public final class LivePage implements WebSocket.Listener, AutoCloseable {

    public static final String SUBSCRIBE = "SUBSCRIBE\nid:sub-0\ndestination:/user/queue/live\n\n\0";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final String token;
    private final WebSocket socket;
    private final StringBuilder piece = new StringBuilder();

    private LivePage(URI address, String token, String... headers) {
        this.token = token;
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (int header = 0; header < headers.length; header += 2) {
            builder.header(headers[header], headers[header + 1]);
        }
        this.socket = builder.buildAsync(address, this).join();
    }

    /** Opens the WebSocket with the cookies of a browser, and says nothing yet; more headers' names and values alternate. */
    public static LivePage open(int port, Browsing browser, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Cookie";
        all[1] = browser.cookies();
        System.arraycopy(headers, 0, all, 2, headers.length);
        return new LivePage(URI.create("ws://localhost:" + port + "/live"), browser.token(), all);
    }

    /** The status with which the handshake is refused, or 101. */
    static int handshake(int port, Browsing browser, String... headers) {
        try (LivePage page = open(port, browser, headers)) {
            return page.socket.isInputClosed() ? 0 : 101;
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
    }

    public LivePage connect(String... headers) {
        StringBuilder frame = new StringBuilder("CONNECT\naccept-version:1.2\nhost:localhost\n");
        for (String header : headers) {
            frame.append(header).append('\n');
        }
        send(frame + "X-CSRF-TOKEN:" + token + "\n\n\0");
        await().until(() -> any("CONNECTED\n"));
        return this;
    }

    public LivePage send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    /** What the server has sent so far. */
    public List<String> frames() {
        return List.copyOf(frames);
    }

    /** Whether a frame that has these words has come. */
    public boolean any(String words) {
        return frames.stream().anyMatch(frame -> frame.contains(words));
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Waits until the server has closed, and returns its code. */
    public int closed(Duration patience) throws Exception {
        return closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
        piece.append(text);
        if (last) {
            frames.add(piece.toString());
            piece.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
