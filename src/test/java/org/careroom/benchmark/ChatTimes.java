package org.careroom.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.careroom.benchmark.client.Browser;
import org.careroom.benchmark.client.Bytes;
import org.careroom.benchmark.client.EventLoop;
import org.careroom.benchmark.client.Request;
import org.careroom.benchmark.client.StompSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lists of conversations in an organization with 1,000 of them and in one with 100,000, each long enough for a full page
 * (one provider owns those of the first, fifty those of the second), and how long a reply on behalf takes
 * from its POST to the open page of the client.
 */
final class ChatTimes {

    static final int FEW = 1_000;
    static final int MANY = 100_000;

    private static final int FIRST_PROVIDER = 101;
    private static final int PROVIDERS = 50;
    private static final int FIRST_HELPER = 161;
    private static final int REPLIES = 300;
    private static final int WARM_UP = 60;
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] IS_MESSAGE = Bytes.ascii("\"type\":\"message\"");

    /**
     * What was found.
     *
     * @param lists each small one before its large one
     * @param reply from the POST of a reply to the frame at the client's page
     */
    record Result(List<PageTimes.Result> lists, Latencies reply) {}

    private ChatTimes() {}

    static Result measure(Application application) throws SQLException {
        try (EventLoop loop = new EventLoop();
                LargeChat chat = new LargeChat(application.database())) {
            chat.organization("few", email(FIRST_HELPER), providers(FIRST_PROVIDER, 1), FEW);
            chat.organization("many", email(FIRST_HELPER + 1), providers(FIRST_PROVIDER + 1, PROVIDERS), MANY);
            chat.finish();
            List<PageTimes.Page> pages = new ArrayList<>();
            Browser fewHelper = LoadSet.signIn(FIRST_HELPER, loop, application.address());
            Browser manyHelper = LoadSet.signIn(FIRST_HELPER + 1, loop, application.address());
            for (String list : List.of(
                    "", "?show=unread", "?show=unanswered", "?show=archived", "?show=closed", "?q=client77%20ellis")) {
                String name = "Organization view"
                        + (list.isEmpty() ? "" : ", " + list.substring(1).replace("%20", " "));
                both(pages, name, fewHelper, manyHelper, "/chat/organization" + list, "/chat/organization" + list);
            }
            both(
                    pages,
                    "Organization view, of one client",
                    fewHelper,
                    manyHelper,
                    "/chat/organization?client=" + clientOf(chat, "few"),
                    "/chat/organization?client=" + clientOf(chat, "many"));
            both(
                    pages,
                    "Organization view, of one provider",
                    fewHelper,
                    manyHelper,
                    "/chat/organization?provider=" + owner(fewHelper),
                    "/chat/organization?provider=" + owner(manyHelper));
            Browser fewProvider = LoadSet.signIn(FIRST_PROVIDER, loop, application.address());
            Browser manyProvider = LoadSet.signIn(FIRST_PROVIDER + 1, loop, application.address());
            for (String list : List.of("", "?show=unread", "?show=archived", "?show=closed", "?q=ellis")) {
                String name =
                        "Chat of a provider of 1,000 and of 2,000" + (list.isEmpty() ? "" : ", " + list.substring(1));
                both(pages, name, fewProvider, manyProvider, "/chat" + list, "/chat" + list);
            }
            List<PageTimes.Result> lists = PageTimes.measure(pages);
            return new Result(lists, replies(application, loop, manyHelper));
        }
    }

    private static void both(
            List<PageTimes.Page> pages, String name, Browser few, Browser many, String fewPath, String manyPath) {
        pages.add(new PageTimes.Page(name + ": with 1,000", few, fewPath));
        pages.add(new PageTimes.Page(name + ": with 100,000", many, manyPath));
    }

    /** One reply after the other, each once the one before has reached the client's page. */
    private static Latencies replies(Application application, EventLoop loop, Browser helper) {
        Browser client = new Browser(loop, application.address());
        client.signIn("chat-many-1@example.org", LoadSet.PASSWORD);
        String room = rooms(client, "/chat").path(0).path("id").asString();
        long last = rooms(client, "/chat").path(0).path("lastSequence").asLong();
        String page = helper.fetch(Request.get("/rooms/" + room).with("Accept", "text/html"))
                .expect("a conversation", 200)
                .text();
        String token = Browser.token(page);
        ClientPage open = ClientPage.open(loop, client, room);
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < WARM_UP + REPLIES; i++) {
            CompletableFuture<Long> arrived = open.next();
            long begun = System.nanoTime();
            helper.fetch(Request.post(
                                    "/rooms/" + room + "/messages",
                                    "_csrf",
                                    token,
                                    "body",
                                    "Your provider will call you today. No. " + i,
                                    "clientKey",
                                    UUID.randomUUID().toString(),
                                    "onBehalf",
                                    "true",
                                    "seen",
                                    String.valueOf(last++))
                            .acceptJson())
                    .expect("a reply on behalf", 201);
            long there = arrived.orTimeout(10, TimeUnit.SECONDS).join();
            if (i >= WARM_UP) {
                took.add(there - begun);
            }
        }
        open.close();
        return Latencies.of(took.stream().mapToLong(Long::longValue));
    }

    private static JsonNode rooms(Browser browser, String list) {
        return JSON.readTree(browser.fetch(Request.get(list).acceptJson())
                        .expect(list, 200)
                        .body())
                .path("rooms");
    }

    private static UUID clientOf(LargeChat chat, String organization) throws SQLException {
        return chat.client("chat-" + organization + "-77@example.org");
    }

    private static String owner(Browser helper) {
        String page = helper.fetch(Request.get("/chat/organization").with("Accept", "text/html"))
                .expect("the Organization view", 200)
                .text();
        return page.replaceFirst("(?s).*name=\"provider\".*?<option value=\"([0-9a-f-]{36})\".*", "$1");
    }

    private static List<String> providers(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(ChatTimes::email).toList();
    }

    private static String email(int account) {
        return "load" + account + "@riverside.example";
    }

    /** The client's open page: only when the next message comes is of interest. */
    private static final class ClientPage implements StompSession.Listener {

        private final String room;
        private final CompletableFuture<StompSession> session = new CompletableFuture<>();
        private volatile CompletableFuture<Long> next = new CompletableFuture<>();

        private ClientPage(String room) {
            this.room = room;
        }

        static ClientPage open(EventLoop loop, Browser browser, String room) {
            String page = browser.fetch(Request.get("/rooms/" + room).with("Accept", "text/html"))
                    .expect("the client's page", 200)
                    .text();
            ClientPage open = new ClientPage(room);
            StompSession.open(loop, browser, PageHabits.target(Browser.token(page), false), open);
            open.session.orTimeout(10, TimeUnit.SECONDS).join();
            return open;
        }

        CompletableFuture<Long> next() {
            next = new CompletableFuture<>();
            return next;
        }

        void close() {
            session.join().close();
        }

        @Override
        public void connected(StompSession connected) {
            connected.send(PageHabits.PRESENCE, "{\"room\":\"" + room + "\"}");
            session.complete(connected);
        }

        @Override
        public void message(byte[] array, int from, int to) {
            if (Bytes.indexOf(array, from, to, IS_MESSAGE) >= 0) {
                next.complete(System.nanoTime());
            }
        }

        @Override
        public void lost(String why) {
            next.completeExceptionally(new IllegalStateException(why));
            session.completeExceptionally(new IllegalStateException(why));
        }
    }
}
