package org.careroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several writers who post as fast as they are answered, and note what was acknowledged under which number. */
final class Acknowledged {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Long, String> byNumber = new ConcurrentHashMap<>();
    private final AtomicInteger doubles = new AtomicInteger();
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean over;

    /** @param patient whether a writer tries again with the same key until the message is acknowledged */
    void start(int count, Browsing browser, String room, boolean patient) {
        for (int writer = 0; writer < count; writer++) {
            String name = "writer " + writers.size(); // each its own, so that no message says what another one says
            Thread thread = new Thread(() -> write(browser, room, name, patient), name);
            writers.add(thread);
            thread.start();
        }
    }

    int size() {
        return byNumber.size();
    }

    void stop() throws InterruptedException {
        over = true;
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** Each acknowledged message is there once, under its number, and the room's numbers have no gap. */
    void assertAllThere(List<JsonNode> messages) {
        assertThat(doubles).hasValue(0);
        assertThat(messages.stream()
                        .map(message -> message.get("sequence").asLong())
                        .toList())
                .isEqualTo(LongStream.rangeClosed(1, messages.size()).boxed().toList());
        List<String> bodies =
                messages.stream().map(message -> message.get("body").asString()).toList();
        byNumber.forEach(
                (number, body) -> assertThat(bodies.get((int) (number - 1))).isEqualTo(body));
        assertThat(bodies.stream().filter(byNumber::containsValue)).hasSize(byNumber.size());
    }

    private void write(Browsing browser, String room, String name, boolean patient) {
        for (int i = 0; !over; i++) {
            String body = name + ", message " + i;
            UUID key = UUID.randomUUID();
            boolean known = acknowledged(browser, room, key, body);
            while (!known && patient && !over) {
                known = acknowledged(browser, room, key, body);
            }
            if (!known && !patient) {
                return;
            }
        }
    }

    private boolean acknowledged(Browsing browser, String room, UUID key, String body) {
        try {
            HttpResponse<String> answer = say(browser, room, key, body);
            if (answer.statusCode() != 201 && answer.statusCode() != 200) {
                return false;
            }
            long number = JSON.readTree(answer.body()).get("sequence").asLong();
            if (byNumber.putIfAbsent(number, body) != null) {
                doubles.incrementAndGet();
            }
            return true;
        } catch (UncheckedIOException killed) {
            return false;
        }
    }

    static HttpResponse<String> say(Browsing browser, String room, UUID key, String body) {
        return browser.submit(
                "/rooms/" + room + "/messages", "application/json", "clientKey", key.toString(), "body", body);
    }

    /** All messages of a room, in the order in which they are told. */
    static List<JsonNode> messages(Browsing browser, String room) {
        List<JsonNode> all = new ArrayList<>();
        while (true) {
            long last =
                    all.isEmpty() ? 0 : all.get(all.size() - 1).get("sequence").asLong();
            String part = browser.get("/rooms/" + room + "/messages?after=" + last, "Accept", "application/json")
                    .body();
            List<JsonNode> messages =
                    List.copyOf(JSON.readTree(part).get("messages").values());
            if (messages.isEmpty()) {
                return all;
            }
            all.addAll(messages);
        }
    }

    /** The ids of the person's rooms. */
    static List<String> rooms(Browsing browser) {
        return JSON.readTree(browser.get("/rooms", "Accept", "application/json").body())
                .get("rooms")
                .valueStream()
                .map(room -> room.get("id").asString())
                .toList();
    }
}
