package org.careroom;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts, over real HTTP: keeps cookies, sends forms with the token of the last page, follows nothing. */
public final class Browsing {

    private static final Pattern TOKEN =
            Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|name=\"csrf\" content=\"([^\"]+)\"");

    /** A field that says by which element its error is told. */
    private static final Pattern WRONG = Pattern.compile(
            "<(?:input|select|textarea)[^>]*aria-invalid=\"true\" aria-describedby=\"(\\S+ )?(\\S+)-error\"");

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String token = "";

    public Browsing(int port) {
        this.base = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return remembered(
                send(request(path, headers).header("Accept", "text/html").GET()));
    }

    /** Posts a form; the names and values alternate. */
    public HttpResponse<String> post(String path, String... fields) {
        return submit(path, "text/html", fields);
    }

    /** Like {@link #post}, and says what is accepted as the answer. */
    public HttpResponse<String> submit(String path, String accept, String... fields) {
        return submitIn("en", path, accept, fields);
    }

    /** Like {@link #submit}, by a browser of another language. */
    public HttpResponse<String> submitIn(String language, String path, String accept, String... fields) {
        return send(request(path, "Accept", accept)
                .setHeader("Accept-Language", language)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** Sends what no form would send, with the token of the last page beside it. */
    public HttpResponse<String> raw(String method, String path, String content, String... headers) {
        return send(request(path, headers)
                .header("X-CSRF-TOKEN", token)
                .method(method, HttpRequest.BodyPublishers.ofString(content)));
    }

    /** Sends a form with nothing in it but a file. */
    public HttpResponse<String> upload(String path, String field, byte[] file) {
        String boundary = "----" + UUID.randomUUID();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"people.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(request(path, "Content-Type", "multipart/form-data; boundary=" + boundary, "X-CSRF-TOKEN", token)
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, file, tail))));
    }

    /** Like {@link #post}, by a page's own fetch with these headers and nothing in it. */
    public HttpResponse<String> fetch(String path, String... headers) {
        return send(request(path, headers).header("X-CSRF-TOKEN", token).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public HttpResponse<String> signIn(String email, String password) {
        get("/login");
        HttpResponse<String> answer = post("/login", "username", email, "password", password);
        if (answer.statusCode() == 302) {
            get("/profile");
        }
        return answer;
    }

    /** The token of the last page that had one, as its scripts would send it. */
    public String token() {
        return token;
    }

    /** All cookies, as a request's header carries them. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Sends forms without a token from now on, as another site's page would. */
    public void forgetToken() {
        token = "";
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** The fields of a page that are marked as wrong and described by what is wrong with them, in the page's order. */
    public static List<String> wrongFields(HttpResponse<String> page) {
        return WRONG.matcher(page.body())
                .results()
                .map(field -> field.group(2))
                .filter(name -> page.body().matches("(?s).* id=\"" + Pattern.quote(name) + "-error\">[^<]+<.*"))
                .toList();
    }

    /** Where a redirect leads, as it is sent: without our own address, which behind a proxy we do not know. */
    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "en");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private String form(String... fields) {
        StringBuilder form = new StringBuilder("_csrf=" + encoded(token));
        for (int field = 0; field < fields.length; field += 2) {
            form.append('&').append(encoded(fields[field])).append('=').append(encoded(fields[field + 1]));
        }
        return form.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> remembered(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        if (found.find()) {
            token = found.group(1) != null ? found.group(1) : found.group(2);
        }
        return page;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
