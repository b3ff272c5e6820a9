package org.careroom.benchmark.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careroom.benchmark.client.HttpConnection.Exchange;
import org.jspecify.annotations.Nullable;

/** One person's browser: its cookies, and up to six kept connections to the server as browsers have them. */
public final class Browser {

    private static final int MOST_CONNECTIONS = 6;
    private static final Pattern TOKEN = Pattern.compile("<meta\\s[^>]*name=\"csrf\"[^>]*content=\"([^\"]*)\"");

    /** Takes what came of a request: an answer, or why there is none. */
    public interface Handler {

        void take(@Nullable Answer answer, @Nullable Throwable failure);
    }

    private final EventLoop loop;
    private final InetSocketAddress server;
    private final String host;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String cookieLine = "";
    private final Deque<HttpConnection> idle = new ArrayDeque<>();
    private final Deque<Exchange> waiting = new ArrayDeque<>();
    private int connections;

    public Browser(EventLoop loop, InetSocketAddress server) {
        this.loop = loop;
        this.server = server;
        this.host = server.getAddress().getHostAddress() + ":" + server.getPort();
    }

    /** Asks, from any thread; the answer comes on the loop's thread. */
    public CompletableFuture<Answer> send(Request request) {
        Exchange exchange = new Exchange(request, System.nanoTime(), false, new CompletableFuture<>());
        loop.execute(() -> start(exchange));
        return exchange.answer();
    }

    /** Asks, from any thread; the handler is called on the loop's thread, and what it throws fails the load. */
    public void send(Request request, Handler handler) {
        send(request).whenComplete((answer, failure) -> loop.guarded(() -> handler.take(answer, failure)));
    }

    /** Asks and waits at most a minute for the answer; not from the loop's own thread. */
    public Answer fetch(Request request) {
        return send(request).orTimeout(1, TimeUnit.MINUTES).join();
    }

    /** Signs in over the form as a person does. */
    public void signIn(String email, String password) {
        Answer form = fetch(Request.get("/login").with("Accept", "text/html")).expect("GET /login", 200);
        Request filled = Request.post("/login", "username", email, "password", password, "_csrf", token(form.text()));
        Answer signedIn = fetch(filled.with("Accept", "text/html")).expect("sign in as " + email, 302, 303);
        if (signedIn.header("location").orElse("").contains("/login")) {
            throw new IllegalStateException("sign in as " + email + " was refused");
        }
    }

    /** The CSRF token that a page carries. */
    public static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("a page without its csrf token");
        }
        return found.group(1);
    }

    /** The server's own origin. */
    public String origin() {
        return "http://" + host;
    }

    String host() {
        return host;
    }

    InetSocketAddress server() {
        return server;
    }

    String cookieLine() {
        return cookieLine;
    }

    /** Closes the HTTP connections; the cookies stay. */
    public void closeConnections() {
        loop.execute(() -> {
            idle.forEach(Connection::close);
            connections -= idle.size();
            idle.clear();
        });
    }

    void answered(HttpConnection connection) {
        if (connection.isClosed()) {
            connections--;
        } else {
            idle.push(connection);
        }
        startWaiting();
    }

    void ended(HttpConnection connection) {
        idle.remove(connection);
        connections--;
        startWaiting();
    }

    void repeat(Exchange exchange) {
        start(exchange);
    }

    private void startWaiting() {
        Exchange next = waiting.poll();
        if (next != null) {
            start(next);
        }
    }

    private void start(Exchange exchange) {
        try {
            HttpConnection connection = idle.poll();
            if (connection == null && connections == MOST_CONNECTIONS) {
                waiting.add(exchange);
                return;
            }
            if (connection == null) {
                connection = new HttpConnection(loop, server, this);
                connections++;
            }
            connection.start(exchange, exchange.request().bytes(host, cookieLine));
        } catch (IOException broken) {
            exchange.answer().completeExceptionally(broken);
        }
    }

    void keepCookies(Answer answer) {
        for (String cookie : answer.headers("set-cookie")) {
            String[] parts = cookie.split(";", 2)[0].split("=", 2);
            if (parts[1].isEmpty() || cookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
                cookies.remove(parts[0]);
            } else {
                cookies.put(parts[0], parts[1]);
            }
        }
        cookieLine = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
