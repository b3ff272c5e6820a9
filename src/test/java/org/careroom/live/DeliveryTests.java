package org.careroom.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** News reach those who read, whoever does not. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class DeliveryTests {

    /** More than any pool of threads that they could hold up one each. */
    private static final int SILENT_PAGES = 9;

    @Autowired
    private Staff staff;

    @Autowired
    private LivePages pages;

    @Autowired
    private Live live;

    @Autowired
    private Connections connections;

    @Autowired
    private JsonMapper json;

    private Person sam;
    private Person lee;

    @BeforeEach
    void people() {
        sam = staff.person("Sam Okafor");
        lee = staff.person("Lee Tran");
    }

    @Test
    void pagesThatDoNotReadHoldNobodyUpAndLoseTheirConnections() throws Exception {
        Browsing browser = pages.signIn(lee);
        List<SilentPage> silent = new ArrayList<>();
        try (LivePage page = pages.open(sam)) {
            for (int i = 0; i < SILENT_PAGES; i++) {
                silent.add(silent(browser));
            }
            Map<String, Object> large = Map.of("text", "x".repeat(100_000));
            for (int news = 0; news < 60; news++) {
                live.tell(Set.of(sam.id(), lee.id()), News.of("large", "number-" + news + "-", large));
                String expected = "number-" + news + "-";
                await().pollInterval(Duration.ofMillis(10))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> page.any(expected));
            }
            await().atMost(Duration.ofSeconds(25))
                    .until(() -> live.online(Set.of(lee.id())).isEmpty());
            pages.settle(sam, page);
        } finally {
            for (SilentPage page : silent) {
                page.close();
            }
        }
    }

    @Test
    void whoeverBringsMoreThanCanBeDeliveredWaitsAndTheOrderIsKept() throws Exception {
        int all = 200;
        AtomicInteger told = new AtomicInteger();
        CountDownLatch goOn = new CountDownLatch(1);
        OneNodeBus bus = new OneNodeBus(
                new Pusher(connections, json) {
                    @Override
                    void push(Set<PersonId> audience, News news, Map<Locale, String> items) {
                        waitFor(goOn);
                        super.push(audience, news, items);
                    }
                },
                50);
        try (LivePage page = pages.open(sam)) {
            Thread teller = new Thread(() -> {
                for (int i = 0; i < all; i++) {
                    bus.publish(Set.of(sam.id()), News.of("test", "number", Map.of("n", i)));
                    told.incrementAndGet();
                }
            });
            teller.start();
            await().until(() -> teller.getState() == Thread.State.TIMED_WAITING);
            assertThat(told.get()).isLessThan(all);
            goOn.countDown();
            teller.join();
            String last = "\"n\":" + (all - 1);
            await().until(() -> page.any(last));
            assertThat(page.frames().stream()
                            .filter(frame -> frame.contains("\"n\":"))
                            .map(frame -> Integer.valueOf(frame.replaceAll("(?s).*\"n\":(\\d+).*", "$1")))
                            .toList())
                    .isEqualTo(IntStream.range(0, all).boxed().toList());
        } finally {
            goOn.countDown();
            bus.destroy();
        }
    }

    private SilentPage silent(Browsing browser) throws Exception {
        SilentPage page = new SilentPage(pages.port(), browser.cookies());
        page.send("CONNECT\naccept-version:1.2\nhost:localhost\nX-CSRF-TOKEN:" + browser.token() + "\n\n\0");
        page.send(LivePage.SUBSCRIBE);
        return page;
    }

    private static void waitFor(CountDownLatch goOn) {
        try {
            goOn.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
