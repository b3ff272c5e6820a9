package org.careroom.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.careroom.Image;
import org.careroom.benchmark.client.EventLoop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

/** The whole benchmark, one part after the other on one data folder: {@code ./mvnw -Pbench verify}. */
@Tag("benchmark")
class CareroomBenchmark {

    static final String COLD_MANY = "50 rooms × 10, closed loop, cold";
    static final String PACED_MANY = "50 rooms × 10, paced 300/s";
    static final String CLOSED_MANY = "50 rooms × 10, closed loop";
    static final String PACED_ONE = "1 room × 500, paced 30/s";
    static final String CLOSED_ONE = "1 room × 500, closed loop, 1 sender";
    static final String CLOSED_ONE_BY_FOUR = "1 room × 500, closed loop, 4 senders";

    private static final int DEFAULT_FRAME_BYTES = 1_500;
    private static final int[] CONNECTIONS = {1, 10, 50};

    private final Path work = Path.of("target", "bench");
    private final Path data = work.resolve("data");
    private final Options options = Options.fromSystem();
    private final Findings findings = new Findings();
    private final Image image;
    private int startCount;

    CareroomBenchmark() throws IOException, InterruptedException {
        deleteWork();
        image = Image.build(work.resolve("image"));
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void measure() throws IOException, InterruptedException, SQLException {
        if (options.wants("startup")) {
            firstStarts();
        }
        try (Application application = start(mainStart(), LoadSet.SETTING)) {
            if (options.wants("memory") || options.wantsLoad("rooms50")) {
                manyRooms(application);
            }
            if (options.wantsLoad("room500")) {
                oneRoom(application);
            }
            if (options.wants("cases")) {
                findings.cases.addAll(CaseTimes.measure(application));
                findings.cases.forEach(saved -> say(saved.what() + ": " + saved.whole()));
            }
            if (options.wants("pages")) {
                findings.pages.addAll(PageTimes.measure(application));
                findings.pages.forEach(page -> say(page.page() + ": " + page.firstByte()));
            }
            if (options.wants("chat")) {
                ChatTimes.Result chat = ChatTimes.measure(application);
                findings.chat = chat;
                chat.lists().forEach(page -> say(page.page() + ": " + page.firstByte()));
                say("a reply on behalf, to the client's page: " + chat.reply());
            }
            if (options.wants("clinics")) {
                findings.joins = JoinTimes.measure(application);
                say("from Join to the first frame: " + findings.joins);
                findings.arrivals = ClinicTimes.measure(application);
                say("an arrival, to all dashboards: " + findings.arrivals);
            }
            if (options.wants("jdbc")) {
                plainJdbc(application);
            }
            end("after the run", application);
        }
        if (options.wants("broker")) {
            bareBroker();
        }
        new PerformanceReport(findings, options).write(options.isWhole() ? Path.of("docs") : work);
        findings.loads.forEach(load -> assertEquals(true, load.isSound(), load::toString));
    }

    /** The load set is made by a start of its own, so that the first start is that of a new user. */
    private void firstStarts() throws IOException, InterruptedException {
        try (Application application = start("the very first time")) {
            end("after the first start", application);
        }
        try (Application application =
                start("on existing data, making the load set of 1,000 accounts", LoadSet.SETTING)) {
            end("after making the load set", application);
        }
        List<String> plain = List.of("java", "-jar", System.getProperty("careroom.jar", ""));
        try (Application application = start(plain, "on existing data, from the jar as it is packaged")) {
            end("after that", application);
        }
    }

    private String mainStart() {
        return options.wants("startup")
                ? "on existing data, the load set included"
                : "the very first time, making the load set of 1,000 accounts";
    }

    private void manyRooms(Application application) throws IOException, InterruptedException {
        try (EventLoop loop = new EventLoop()) {
            Counters counters = new Counters();
            List<LoadRoom> rooms = signIn(LoadSet.MANY_ROOMS, application, loop, counters);
            try (Load load = new Load(loop, rooms, counters, application::cpu)) {
                openMeasuringMemory(application, rooms);
                if (options.wantsLoad("rooms50")) {
                    keep(load.measure(COLD_MANY, new Pace.Closed(loop), 1, 0, options.coldSeconds()));
                }
                if (options.wantsLoad("rooms50", "closed")) {
                    keep(load.measure(CLOSED_MANY, new Pace.Closed(loop), 1, options.warmUp(), options.seconds()));
                }
                if (options.wantsLoad("rooms50", "paced")) {
                    keep(load.measure(PACED_MANY, new Pace.Even(loop, 300), 1, options.warmUp(), options.seconds()));
                }
            }
        }
    }

    private void oneRoom(Application application) throws InterruptedException {
        try (EventLoop loop = new EventLoop()) {
            Counters counters = new Counters();
            List<LoadRoom> rooms = signIn(LoadSet.ONE_ROOM, application, loop, counters);
            try (Load load = new Load(loop, rooms, counters, application::cpu)) {
                open(rooms.get(0).pages());
                if (options.wantsLoad("room500", "paced")) {
                    keep(load.measure(PACED_ONE, new Pace.Even(loop, 30), 1, options.warmUp(), options.seconds()));
                }
                if (options.wantsLoad("room500", "closed")) {
                    keep(load.measure(CLOSED_ONE, new Pace.Closed(loop), 1, options.warmUp(), options.seconds()));
                    keep(load.measure(
                            CLOSED_ONE_BY_FOUR, new Pace.Closed(loop), 4, options.warmUp(), options.seconds()));
                }
            }
        }
    }

    private void open(List<RoomPage> pages) throws InterruptedException {
        Pages.open(pages);
        String offered = options.compressed() ? ", though browsers offered it" : "";
        findings.live =
                pages.get(0).isCompressed() ? "were compressed, as browsers offer it" : "were not compressed" + offered;
    }

    private List<LoadRoom> signIn(LoadSet set, Application application, EventLoop loop, Counters counters)
            throws InterruptedException {
        long begun = System.nanoTime();
        List<LoadRoom> rooms = set.signIn(loop, application.address(), counters, options.compressed());
        double seconds = (System.nanoTime() - begun) / 1e9;
        say("signed in %d accounts in %.1f s".formatted(set.rooms() * set.people(), seconds));
        return rooms;
    }

    /** A few pages are opened before the first look, so that what all share is not counted. */
    private void openMeasuringMemory(Application application, List<LoadRoom> rooms)
            throws IOException, InterruptedException {
        List<RoomPage> pages =
                rooms.stream().flatMap(room -> room.pages().stream()).toList();
        int before = pages.size() / 10;
        open(pages.subList(0, before));
        Memory without = Memory.of(application.process());
        Pages.open(pages.subList(before, pages.size()));
        Memory with = Memory.of(application.process());
        Memory each = with.since(without, pages.size() - before);
        memory("Heap after a collection, " + before + " browsers connected", without.heap() / 1024 + " MiB");
        memory("Heap after a collection, " + pages.size() + " browsers connected", with.heap() / 1024 + " MiB");
        memory("Whole process, " + pages.size() + " browsers connected", with.resident() / 1024 + " MiB");
        memory("Heap for each connected browser", each.heap() + " KiB");
        memory("Whole process for each connected browser", each.resident() + " KiB");
    }

    private void plainJdbc(Application application) throws SQLException, InterruptedException {
        PlainJdbc plain = new PlainJdbc(application.database());
        for (int connections : CONNECTIONS) {
            PlainJdbc.Result result = plain.measure(connections, Math.min(8, options.seconds()));
            findings.plainJdbc.add(result);
            say("plain JDBC: " + result);
        }
    }

    private void bareBroker() throws IOException, InterruptedException {
        findings.frameBytes = (int) findings.loads.stream()
                .mapToDouble(LoadResult::frameBytes)
                .max()
                .orElse(DEFAULT_FRAME_BYTES);
        BareBroadcast.Result result = BareBroadcast.measure(
                work.resolve("bare-broker.log"),
                findings.frameBytes,
                options.compressed(),
                options.warmUp(),
                Math.min(15, options.seconds()));
        findings.broker = result;
        say("bare broker: " + result);
    }

    private Application start(String what, String... settings) throws IOException, InterruptedException {
        return start(image.command(), what, settings);
    }

    private Application start(List<String> command, String what, String... settings)
            throws IOException, InterruptedException {
        Path log = work.resolve("application-" + ++startCount + ".log");
        Application application = Application.start(command, data, log, settings);
        figure("Start " + what, application.startUp());
        return application;
    }

    private void end(String when, Application application) {
        figure("End by TERM " + when, application.stop());
    }

    private void figure(String name, double seconds) {
        findings.starts.add(new Findings.Figure(name, "%.1f s".formatted(seconds)));
        say("%s: %.2f s".formatted(name, seconds));
    }

    private void memory(String name, String value) {
        findings.memory.add(new Findings.Figure(name, value));
        say(name + ": " + value);
    }

    private void keep(LoadResult result) {
        findings.loads.add(result);
        say(result.toString());
    }

    private static void say(String line) {
        System.out.println("[bench] " + line);
    }

    /** What an earlier run has left. */
    private void deleteWork() throws IOException {
        new BroughtDatabase(data).endLeftOver();
        FileSystemUtils.deleteRecursively(work);
        Files.createDirectories(work);
    }
}
