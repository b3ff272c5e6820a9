package org.careroom.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.careroom.benchmark.client.Answer;
import org.careroom.benchmark.client.Browser;
import org.careroom.benchmark.client.EventLoop;
import org.careroom.benchmark.client.Request;

/**
 * How long the server takes for a page: from the request to the first byte of the answer on a kept connection, one
 * request at a time. The pages are fetched by turns, so that each is measured in the same minute.
 */
final class PageTimes {

    private static final int WARM_UP = 60;
    private static final int TIMES = 100;

    /**
     * One page.
     *
     * @param firstByte to the first byte
     * @param whole to the last byte
     * @param bytes of the page
     */
    record Result(String page, Latencies firstByte, Latencies whole, int bytes) {}

    /** A page that somebody fetches. */
    static final class Page {
        private final String name;
        private final Browser browser;
        private final String path;
        private final List<Answer> answers = new ArrayList<>();

        Page(String name, Browser browser, String path) {
            this.name = name;
            this.browser = browser;
            this.path = path;
        }

        private void fetch() {
            answers.add(
                    browser.fetch(Request.get(path).with("Accept", "text/html")).expect(name, 200));
        }

        private Result result() {
            return new Result(
                    name,
                    Latencies.of(times().map(i -> answers.get((int) i).firstByte()
                            - answers.get((int) i).asked())),
                    Latencies.of(times().map(i ->
                            answers.get((int) i).whole() - answers.get((int) i).asked())),
                    answers.get(0).body().length);
        }

        private static LongStream times() {
            return LongStream.range(0, TIMES);
        }
    }

    private PageTimes() {}

    /** The pages, each small one before its large one. */
    static List<Result> measure(Application application) throws SQLException {
        try (EventLoop loop = new EventLoop();
                LargeRooms rooms = new LargeRooms(application.database());
                LargeCases cases = new LargeCases(application.database())) {
            String small = "/rooms/" + rooms.room(email(1), "Room of a thousand", 1_000);
            String large = "/rooms/" + rooms.room(email(1), "Room of a million", 1_000_000);
            rooms.roomsOf(email(2), 50);
            rooms.roomsOf(email(3), 1_000);
            cases.casesOf(email(5), 100);
            cases.casesOf(email(6), 10_000);
            rooms.finish();
            Browser first = LoadSet.signIn(1, loop, application.address());
            List<Page> pages = List.of(
                    new Page("A room of 1,000 messages", first, small),
                    new Page("A room of 1,000,000 messages", first, large),
                    new Page("Rooms of someone in 50", LoadSet.signIn(2, loop, application.address()), "/rooms"),
                    new Page("Rooms of someone in 1,000", LoadSet.signIn(3, loop, application.address()), "/rooms"),
                    new Page("Cases of someone with 100", LoadSet.signIn(5, loop, application.address()), "/cases"),
                    new Page("Cases of someone with 10,000", LoadSet.signIn(6, loop, application.address()), "/cases"));
            return measure(pages);
        }
    }

    /** Fetches the pages by turns. */
    static List<Result> measure(List<Page> pages) {
        for (int i = 0; i < WARM_UP; i++) {
            pages.forEach(Page::fetch);
        }
        pages.forEach(page -> page.answers.clear());
        for (int i = 0; i < TIMES; i++) {
            pages.forEach(Page::fetch);
        }
        return pages.stream().map(Page::result).toList();
    }

    private static String email(int account) {
        return "load" + account + "@riverside.example";
    }
}
