package org.careroom.benchmark.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks the server over HTTP.
 *
 * @param headers further header lines, each ended by CR LF
 * @param form the body, URL-encoded, or null when there is none
 */
public record Request(
        String method,
        String path,
        String headers,
        @Nullable String form) {

    public static Request get(String path) {
        return new Request("GET", path, "", null);
    }

    /** @param fields names and values by turns */
    public static Request post(String path, String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=');
            form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return new Request("POST", path, "", form.toString());
    }

    public Request with(String header, String value) {
        return new Request(method, path, headers + header + ": " + value + "\r\n", form);
    }

    public Request acceptJson() {
        return with("Accept", "application/json");
    }

    byte[] bytes(String host, String cookies) {
        StringBuilder text = new StringBuilder(512);
        text.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host);
        text.append("\r\nUser-Agent: careroom-benchmark\r\n").append(headers);
        if (!cookies.isEmpty()) {
            text.append("Cookie: ").append(cookies).append("\r\n");
        }
        if (form != null) {
            text.append("Origin: http://").append(host);
            text.append("\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ");
            text.append(form.length()).append("\r\n\r\n").append(form);
        } else {
            text.append("\r\n");
        }
        return Bytes.ascii(text.toString());
    }
}
