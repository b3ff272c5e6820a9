package org.careroom.benchmark;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.careroom.benchmark.client.Browser;
import org.careroom.benchmark.client.EventLoop;
import org.careroom.benchmark.client.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts and rooms of one group of {@code careroom.demonstration.load}.
 *
 * @param rooms how many
 * @param people in each
 * @param firstAccount the number of the group's first account
 */
record LoadSet(int rooms, int people, int firstAccount) {

    static final LoadSet MANY_ROOMS = new LoadSet(50, 10, 1);
    static final LoadSet ONE_ROOM = new LoadSet(1, 500, 501);

    /** The setting that makes both. */
    static final String SETTING = "--careroom.demonstration.load=50x10,1x500";

    static final String PASSWORD = "careroom-demo";
    private static final int AT_A_TIME = 4;
    private static final JsonMapper JSON = new JsonMapper();

    /** One account signed in, and its room of this group. */
    private record SignedIn(Browser browser, String roomId, long last) {}

    static Browser signIn(int account, EventLoop loop, InetSocketAddress server) {
        Browser browser = new Browser(loop, server);
        browser.signIn("load" + account + "@riverside.example", PASSWORD);
        return browser;
    }

    /** Signs in all accounts; the pages of the rooms are not opened yet. */
    List<LoadRoom> signIn(EventLoop loop, InetSocketAddress server, Counters counters, boolean offerCompression)
            throws InterruptedException {
        Map<String, LoadRoom> found = new LinkedHashMap<>();
        for (SignedIn one : signInAll(loop, server)) {
            LoadRoom room = found.computeIfAbsent(one.roomId, id -> new LoadRoom(id, one.last));
            room.pages().add(new RoomPage(loop, one.browser, room, counters, offerCompression));
        }
        List<LoadRoom> all = List.copyOf(found.values());
        if (all.size() != rooms || all.stream().anyMatch(room -> room.pages().size() != people)) {
            throw new IllegalStateException("expected " + rooms + " rooms with " + people + " people, found "
                    + all.stream().map(room -> room.pages().size()).toList());
        }
        return all;
    }

    private List<SignedIn> signInAll(EventLoop loop, InetSocketAddress server) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<SignedIn>> coming = IntStream.range(firstAccount, firstAccount + rooms * people)
                    .mapToObj(account -> workers.submit(() -> withRoom(signIn(account, loop, server))))
                    .toList();
            List<SignedIn> all = new ArrayList<>();
            for (Future<SignedIn> one : coming) {
                all.add(one.get());
            }
            return all;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("signing in failed", failed.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private SignedIn withRoom(Browser browser) {
        String group = "Load " + rooms + "x" + people + " ";
        JsonNode list = JSON.readTree(browser.fetch(Request.get("/rooms").acceptJson())
                .expect("GET /rooms", 200)
                .body());
        for (JsonNode room : list.path("rooms")) {
            if (room.path("name").asString().startsWith(group)) {
                return new SignedIn(
                        browser,
                        room.path("id").asString(),
                        room.path("lastSequence").asLong());
            }
        }
        throw new IllegalStateException("no room " + group + "in " + list);
    }
}
