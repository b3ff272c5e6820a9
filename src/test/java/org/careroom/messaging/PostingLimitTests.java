package org.careroom.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.generalrooms.TestRooms;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One script must not keep all connections to the database busy (interface: too much is 429). */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class PostingLimitTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private Rooms rooms;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private final ExecutorService script = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        script.shutdownNow();
    }

    @Test
    void whoPostsTooManyAtTheSameTimeIsToldToWait() throws Exception {
        Person dana = staff.member(staff.organization(Plan.PREMIUM), "Dana Reyes");
        RoomId room = testRooms.group(dana);
        Browsing browser = new Browsing(port);
        browser.signIn(dana.email(), Staff.PASSWORD);
        List<Future<HttpResponse<String>>> held = Objects.requireNonNull(transaction.execute(status -> {
            rooms.lockForKind(room);
            List<Future<HttpResponse<String>>> posts = IntStream.range(0, 4)
                    .mapToObj(number -> script.submit(() -> post(browser, room)))
                    .toList();
            await().until(() -> script.submit(this::waitingForALock).get() == 4);
            HttpResponse<String> oneMore = post(browser, room);
            assertThat(oneMore.statusCode()).isEqualTo(429);
            assertThat(oneMore.headers().firstValue("Retry-After")).contains("1");
            return posts;
        }));
        for (Future<HttpResponse<String>> post : held) {
            assertThat(post.get().statusCode()).isEqualTo(201);
        }
        assertThat(post(browser, room).statusCode()).isEqualTo(201);
    }

    private static HttpResponse<String> post(Browsing browser, RoomId room) {
        return browser.submit(
                "/rooms/" + room + "/messages",
                "application/json",
                "body",
                "Again and again",
                "clientKey",
                UUID.randomUUID().toString());
    }

    /** Asked outside the transaction that holds the lock, as within one it would be told the same again and again. */
    private long waitingForALock() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }
}
