package org.careroom.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careroom.benchmark.client.Browser;
import org.careroom.benchmark.client.Bytes;
import org.careroom.benchmark.client.EventLoop;
import org.careroom.benchmark.client.Request;
import org.careroom.benchmark.client.StompSession;
import org.jspecify.annotations.Nullable;

/**
 * A waiting area in which 500 patients wait, each with a live connection of their own, while twenty members have its dashboard
 * open: how long it takes from the moment that one more patient presses Enter until all dashboards show them.
 */
final class ClinicTimes {

    static final int WAITING = 500;
    static final int DASHBOARDS = 20;
    static final int ARRIVALS = 100;

    private static final int WARM_UP = 20;
    private static final long EVERY_MILLISECONDS = 500;
    private static final int FIRST_MEMBER = 201;
    private static final String SLUG = "benchmark-clinic";
    private static final Pattern GUEST = Pattern.compile("data-as=\"([0-9a-f-]{36})\"");
    private static final Pattern CLINIC = Pattern.compile("data-clinic=\"([0-9a-f-]{36})\"");
    private static final Pattern CHANGED = Pattern.compile("data-changed=\"([0-9]+)\"");

    private static final String MADE = """
            with made as (
                insert into clinic (id, organization_id, slug, name, zone, waiting_area_on, terms, support, emergency_number,
                    shows_position, confirms_join, patience_minutes, retention_hours, form_key, since, changed_at, changed_by)
                select gen_random_uuid(), m.organization_id, ?, 'Benchmark clinic', 'UTC', true, '', '', '', false, false, 10, 0,
                    gen_random_uuid(), now(), now(), a.id
                from account a join member m on m.person_id = a.id where a.email = ?
                returning id, organization_id
            ), counter as (insert into clinic_waiting (clinic_id, changed) select id, 0 from made
            ), hours as (insert into clinic_hours (clinic_id, weekday, opens, closes)
                select id, weekday, 0, 1440 from made cross join generate_series(1, 7) weekday
            )
            insert into clinic_member (clinic_id, organization_id, person_id, role, since)
            select made.id, made.organization_id, a.id, 'TEAM_MEMBER', now() from made cross join account a
            where a.email = any(?)
            """;

    private ClinicTimes() {}

    static Latencies measure(Application application) throws SQLException {
        make(application);
        try (EventLoop loop = new EventLoop()) {
            List<Dashboard> dashboards = new ArrayList<>();
            for (int member = 0; member < DASHBOARDS; member++) {
                dashboards.add(
                        Dashboard.open(loop, LoadSet.signIn(FIRST_MEMBER + member, loop, application.address())));
            }
            List<Waiting> waiting = new ArrayList<>();
            for (int patient = 0; patient < WAITING; patient++) {
                waiting.add(Waiting.enter(loop, application, "Waiting" + patient));
            }
            List<Long> took = new ArrayList<>();
            for (int arrival = 0; arrival < WARM_UP + ARRIVALS; arrival++) {
                String name = "Arrival" + arrival + "x";
                Browser browser = new Browser(loop, application.address());
                Request form = Waiting.form(browser, name);
                List<CompletableFuture<Long>> shown = dashboards.stream()
                        .map(dashboard -> dashboard.shows(name))
                        .toList();
                long begun = System.nanoTime();
                browser.fetch(form).expect("entering", 302);
                long last = shown.stream()
                        .mapToLong(one -> one.orTimeout(30, TimeUnit.SECONDS).join())
                        .max()
                        .orElseThrow();
                if (arrival >= WARM_UP) {
                    took.add(last - begun);
                }
                browser.closeConnections();
                pause();
            }
            waiting.forEach(Waiting::close);
            dashboards.forEach(Dashboard::close);
            return Latencies.of(took.stream().mapToLong(Long::longValue));
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void make(Application application) throws SQLException {
        try (Connection connection = application.database().connect(BroughtDatabase.NAME);
                PreparedStatement statement = connection.prepareStatement(MADE)) {
            String[] members = new String[DASHBOARDS];
            for (int member = 0; member < DASHBOARDS; member++) {
                members[member] = "load" + (FIRST_MEMBER + member) + "@riverside.example";
            }
            statement.setString(1, SLUG);
            statement.setString(2, members[0]);
            statement.setArray(3, connection.createArrayOf("text", members));
            statement.executeUpdate();
        }
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("not on the page: " + pattern);
        }
        return matcher.group(1);
    }

    /** A patient's page that waits: its live connection, and nothing more until it is told something. */
    private static final class Waiting implements StompSession.Listener {

        private final CompletableFuture<StompSession> session = new CompletableFuture<>();
        private final String consultation;

        private Waiting(String consultation) {
            this.consultation = consultation;
        }

        static Request form(Browser browser, String name) {
            String page = browser.fetch(Request.get("/w/" + SLUG).with("Accept", "text/html"))
                    .expect("the entrance", 200)
                    .text();
            return Request.post(
                            "/w/" + SLUG,
                            "_csrf",
                            Browser.token(page),
                            "key",
                            UUID.randomUUID().toString(),
                            "firstName",
                            name,
                            "lastName",
                            "Bench",
                            "phone",
                            "555 0100")
                    .with("Accept", "text/html");
        }

        static Waiting enter(EventLoop loop, Application application, String name) {
            Browser browser = new Browser(loop, application.address());
            browser.fetch(form(browser, name)).expect("entering", 302);
            String page = browser.fetch(Request.get("/w/" + SLUG).with("Accept", "text/html"))
                    .expect("the page", 200)
                    .text();
            String place = browser.fetch(Request.get("/w/" + SLUG + "/place").with("X-Requested-With", "Careroom"))
                    .expect("the place", 200)
                    .text();
            Waiting waiting = new Waiting(found(Pattern.compile("data-place=\"([0-9a-f-]{36})\""), place));
            StompSession.Target target = new StompSession.Target(
                    PageHabits.LIVE_PATH + "?as=" + found(GUEST, place),
                    Browser.token(page),
                    PageHabits.SUBSCRIPTION,
                    false);
            StompSession.open(loop, browser, target, waiting);
            waiting.session.orTimeout(30, TimeUnit.SECONDS).join();
            browser.closeConnections();
            return waiting;
        }

        void close() {
            session.join().close();
        }

        @Override
        public void connected(StompSession connected) {
            connected.send(PageHabits.PRESENCE, "{\"room\":\"" + consultation + "\"}");
            session.complete(connected);
        }

        @Override
        public void message(byte[] array, int from, int to) {}

        @Override
        public void lost(String why) {
            session.completeExceptionally(new IllegalStateException(why));
        }
    }

    /** A member's open dashboard: told that there is something new it fetches what has changed, one fetch at a time, as its script does. */
    private static final class Dashboard implements StompSession.Listener {

        private static final String ROWS = "/clinics/" + SLUG + "/waiting-area/rows?after=";

        private final EventLoop loop;
        private final Browser browser;
        private final byte[] subject;
        private final CompletableFuture<StompSession> session = new CompletableFuture<>();
        private String changed;
        private boolean fetching;
        private boolean again;
        private volatile @Nullable String wanted;
        private volatile CompletableFuture<Long> shown = new CompletableFuture<>();

        private Dashboard(EventLoop loop, Browser browser, String page) {
            this.loop = loop;
            this.browser = browser;
            this.changed = found(CHANGED, page);
            this.subject = Bytes.ascii("waiting-area:" + found(CLINIC, page));
        }

        static Dashboard open(EventLoop loop, Browser browser) {
            String page = browser.fetch(
                            Request.get("/clinics/" + SLUG + "/waiting-area").with("Accept", "text/html"))
                    .expect("the dashboard", 200)
                    .text();
            Dashboard dashboard = new Dashboard(loop, browser, page);
            StompSession.open(loop, browser, PageHabits.target(Browser.token(page), false), dashboard);
            dashboard.session.orTimeout(30, TimeUnit.SECONDS).join();
            return dashboard;
        }

        CompletableFuture<Long> shows(String name) {
            shown = new CompletableFuture<>();
            wanted = name;
            return shown;
        }

        void close() {
            session.join().close();
        }

        @Override
        public void connected(StompSession connected) {
            session.complete(connected);
        }

        @Override
        public void message(byte[] array, int from, int to) {
            if (Bytes.indexOf(array, from, to, subject) >= 0) {
                refresh();
            }
        }

        private void refresh() {
            if (fetching) {
                again = true;
                return;
            }
            fetching = true;
            browser.send(
                    Request.get(ROWS + changed).with("Accept", "text/html").with("Careroom-Background", "1"),
                    (answer, failure) -> {
                        if (answer == null) {
                            shown.completeExceptionally(new IllegalStateException(failure));
                            return;
                        }
                        take(answer.expect("the rows", 200).text());
                    });
        }

        private void take(String rows) {
            changed = found(CHANGED, rows);
            String name = wanted;
            if (name != null && rows.contains(name)) {
                shown.complete(System.nanoTime());
            }
            fetching = false;
            if (again) {
                again = false;
                loop.execute(this::refresh);
            }
        }

        @Override
        public void lost(String why) {
            session.completeExceptionally(new IllegalStateException(why));
            shown.completeExceptionally(new IllegalStateException(why));
        }
    }
}
