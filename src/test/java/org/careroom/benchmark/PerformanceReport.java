package org.careroom.benchmark;

import static org.careroom.benchmark.report.Numbers.short3;
import static org.careroom.benchmark.report.Numbers.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.careroom.benchmark.report.Table;

/** Writes what was found as performance.md with its charts beside it, bad figures included. */
final class PerformanceReport {

    /** Written by people and kept: it is taken over as it stands. */
    private static final Path BY_HAND = Path.of("docs", "performance", "where-the-time-goes.md");

    private final Findings findings;
    private final Options options;

    PerformanceReport(Findings findings, Options options) {
        this.findings = findings;
        this.options = options;
    }

    void write(Path folder) throws IOException {
        Path charts = folder.resolve("performance");
        Files.createDirectories(charts);
        StringBuilder text = new StringBuilder();
        text.append(introduction());
        text.append("\n## The mark\n\n").append(mark());
        text.append(Charts.write(findings, charts));
        section(text, "Posts under load", !findings.loads.isEmpty(), () -> HOW_LOADED + "\n" + loads());
        boolean anyLimit = !findings.plainJdbc.isEmpty() || findings.broker != null;
        section(text, "Raw limits in the same run", anyLimit, this::rawLimits);
        section(text, "Pages", !findings.pages.isEmpty(), this::pages);
        ChatTimes.Result chat = findings.chat;
        if (chat != null) {
            section(text, "Conversations", true, () -> chat(chat));
        }
        Latencies joins = findings.joins;
        Latencies arrivals = findings.arrivals;
        if (joins != null && arrivals != null) {
            section(text, "Clinics", true, () -> clinics(joins, arrivals));
        }
        section(text, "Filling in a case", !findings.cases.isEmpty(), this::cases);
        section(text, "Memory, start and end", true, this::figures);
        if (Files.exists(BY_HAND)) {
            text.append("\n## Where the time goes\n\n").append(Files.readString(BY_HAND));
        }
        Files.writeString(folder.resolve("performance.md"), text);
    }

    private static void section(StringBuilder text, String title, boolean measured, Supplier<String> content) {
        if (measured) {
            text.append("\n## ").append(title).append("\n\n").append(content.get());
        }
    }

    private String introduction() throws IOException {
        return """
                # Performance

                Written by `./mvnw -Pbench verify`, which builds what the Dockerfile builds (the packaged application taken out of its
                jar, and an archive of the classes that a start loads), starts it as the image does, on a fresh database with durable
                settings, and drives it over real HTTP and WebSocket. Server, PostgreSQL and load share the machine:

                %s.

                The first load, *cold*, is the first %d s of a server that has just started, while its code is still being compiled;
                each load after it was warmed up for %d s and measured for %d s. Live messages %s.
                The section *Where the time goes* is written by hand in `docs/performance/where-the-time-goes.md`; all else is
                overwritten by the next run.
                """.formatted(Machine.line(), options.coldSeconds(), options.warmUp(), options.seconds(), findings.live);
    }

    private String mark() {
        Table table = new Table("", "ours", "to reach", "ejabberd 23.01");
        table.row(
                "paced 300 posts/s, p99 to the last reader", millis(CareroomBenchmark.PACED_MANY), "≤ 25 ms", "3.9 ms");
        table.row(
                "closed loop 50 × 10, posts/s",
                of(CareroomBenchmark.CLOSED_MANY, load -> whole(load.postsPerSecond())),
                "≥ 800",
                "1,334");
        table.row("closed loop 50 × 10, p99 to the last reader", millis(CareroomBenchmark.CLOSED_MANY), "", "115 ms");
        table.row(
                "one room × 500, deliveries/s, 1 sender",
                of(CareroomBenchmark.CLOSED_ONE, load -> whole(load.deliveries())),
                "≥ 20,000",
                "27,700");
        table.row(
                "one room × 500, deliveries/s, 4 senders",
                of(CareroomBenchmark.CLOSED_ONE_BY_FOUR, load -> whole(load.deliveries())),
                "≥ 20,000",
                "27,700");
        return "ejabberd was measured over WebSocket with its archive in PostgreSQL, durable, on two such cores with the load on\n"
                + "the same machine.\n\n" + table;
    }

    private String millis(String load) {
        return of(load, result -> short3(result.toLastReader().p99()) + " ms");
    }

    private String of(String name, Function<LoadResult, String> figure) {
        LoadResult load = findings.load(name);
        return load == null ? "not measured" : figure.apply(load);
    }

    private static final String HOW_LOADED = """
            Every reader has the room page open as our scripts would: a live connection of its own, reading marks %s s after the
            first unseen message and at most every %s s, each up to %s s later by chance, a fetch when a gap lasts longer than %s ms.
            Times are from the begin of the POST to its whole 201, and to the frame at the page of the last reader of the room. *Drained*: from the end of
            posting to the last frame. *Processors*: the mean number in use.
            """.formatted(
                    PageHabits.READ_MARK_AFTER / 1000,
                    PageHabits.READ_MARK_EVERY / 1000,
                    PageHabits.READ_MARK_SPREAD / 1000,
                    PageHabits.GAP_PATIENCE);

    private String loads() {
        List<LoadResult> loads = findings.loads;
        Table table = new Table(row("", loads, LoadResult::name));
        table.row(row("acknowledged posts/s", loads, load -> whole(load.postsPerSecond())));
        table.row(row("deliveries/s", loads, load -> whole(load.deliveries())));
        table.row(row("to 201: p50, ms", loads, load -> short3(load.toAnswer().p50())));
        table.row(row("to 201: p99, ms", loads, load -> short3(load.toAnswer().p99())));
        table.row(row("to 201: max, ms", loads, load -> short3(load.toAnswer().max())));
        table.row(row(
                "to the last reader: p50, ms",
                loads,
                load -> short3(load.toLastReader().p50())));
        table.row(row(
                "to the last reader: p99, ms",
                loads,
                load -> short3(load.toLastReader().p99())));
        table.row(row(
                "to the last reader: max, ms",
                loads,
                load -> short3(load.toLastReader().max())));
        table.row(row("drained, ms", loads, load -> whole(load.drained())));
        table.row(row("frame body, bytes", loads, load -> whole(load.frameBytes())));
        table.row(row("other frames/s", loads, load -> whole(load.otherFrames())));
        table.row(row("reading marks/s", loads, load -> whole(load.readMarks())));
        table.row(row("acknowledged messages lost", loads, load -> whole(load.lost())));
        table.row(row("frames missed, fetched instead", loads, load -> whole(load.missed())));
        table.row(row("frames that came twice", loads, load -> whole(load.repeated())));
        table.row(row("frames that overtook another", loads, load -> whole(load.gaps())));
        table.row(row("live connections broken", loads, load -> whole(load.connectionsLost())));
        table.row(row("processors: server", loads, load -> short3(load.cpu().server())));
        table.row(row("processors: PostgreSQL", loads, load -> short3(load.cpu().database())));
        table.row(
                row("processors: load client", loads, load -> short3(load.cpu().client())));
        table.row(row("a post begun late by at most, ms", loads, load -> short3(load.late())));
        table.row(row("refused or failed", loads, load -> load.failures().isEmpty() ? "none" : failures(load)));
        return table.toString();
    }

    private static String failures(LoadResult load) {
        return load.failures().toString().replace("|", "/").replace("\n", " ");
    }

    private static String[] row(String head, List<LoadResult> loads, Function<LoadResult, String> figure) {
        String[] row = new String[loads.size() + 1];
        row[0] = head;
        for (int i = 0; i < loads.size(); i++) {
            row[i + 1] = figure.apply(loads.get(i));
        }
        return row;
    }

    private String rawLimits() {
        Table table =
                new Table("", "per second", "p50, ms", "p99, ms", "processors: server", "processors: load client");
        for (PlainJdbc.Result plain : findings.plainJdbc) {
            table.row(
                    "posts by plain JDBC, connections: " + plain.connections(),
                    whole(plain.postsPerSecond()),
                    short3(plain.commit().p50()),
                    short3(plain.commit().p99()),
                    "",
                    "");
        }
        BareBroadcast.Result broker = findings.broker;
        if (broker != null) {
            table.row(
                    "deliveries by Spring's bare simple broker, subscribers: " + BareBroadcast.SUBSCRIBERS,
                    whole(broker.deliveries()),
                    short3(broker.toLast().p50()),
                    short3(broker.toLast().p99()),
                    short3(broker.cpu().server()),
                    short3(broker.cpu().client()));
        }
        return """
                The two SQL statements of a post and their commit, spread over 50 rooms, in the same PostgreSQL with its durable
                settings while the application is idle; and one topic's broadcast by Spring's simple broker alone to the same load
                client, with frames of %d bytes and four on their way at a time.

                """.formatted(findings.frameBytes) + table;
    }

    private static Table table(List<PageTimes.Result> pages) {
        Table table = new Table("median of 100", "first byte, ms", "p99, ms", "whole page, ms", "size, KiB");
        for (PageTimes.Result page : pages) {
            table.row(
                    page.page(),
                    short3(page.firstByte().p50()),
                    short3(page.firstByte().p99()),
                    short3(page.whole().p50()),
                    whole(page.bytes() / 1024.0));
        }
        return table;
    }

    private static String chat(ChatTimes.Result chat) {
        return """
                An organization with 1,000 conversations, all of one provider, and one with 100,000 of fifty providers, each of fifty
                messages; they stand in one database. To reach: each list with many within 1.5 × the same with few, and a
                reply on behalf at the client's open page within 250 ms (p99). It took %s ms at the median and %s ms at p99, from the
                POST to the frame, in the larger organization, %d replies one after the other.

                """.formatted(short3(chat.reply().p50()), short3(chat.reply().p99()), 300) + table(chat.lists());
    }

    private static String clinics(Latencies joins, Latencies arrivals) {
        Table table = new Table("", "median, ms", "p95, ms", "p99, ms", "max, ms", "to reach");
        table.row(times("from Join to the first decoded frame", joins, "median ≤ 1,500, p95 ≤ 3,000"));
        table.row(times("an arrival, to the last of 20 dashboards", arrivals, "p99 ≤ 500"));
        return """
                %d calls one after the other, in real browsers whose cameras are test pictures, on the machine that server and database
                share. %d patients wait in one clinic, each with a live connection, and %d members have its dashboard open while %d more
                come, one after the other: from the POST of the form until each dashboard has fetched a row of theirs.

                """.formatted(JoinTimes.CALLS, ClinicTimes.WAITING, ClinicTimes.DASHBOARDS, ClinicTimes.ARRIVALS)
                + table;
    }

    private static String[] times(String what, Latencies took, String toReach) {
        return new String[] {
            what, short3(took.p50()), short3(took.millis(0.95)), short3(took.p99()), short3(took.max()), toReach
        };
    }

    private String pages() {
        Table table = table(findings.pages);
        return "Server time is the time to the first byte on a kept connection over loopback, one request at a time. To reach: the\n"
                + "large one within 1.5 × the small one.\n\n" + table;
    }

    private String cases() {
        Table table = new Table("all 50 fields saved at once", "median, ms", "p99, ms");
        findings.cases.forEach(saved -> table.row(
                saved.what(), short3(saved.whole().p50()), short3(saved.whole().p99())));
        return "From the request to the end of the answer, which comes after every room told has its update in its log; nobody has\n"
                + "the rooms open. One save after the other, median of 100. To reach: 20 rooms of 10 people within 150 ms.\n\n"
                + table;
    }

    private String figures() {
        Table table = new Table("", "");
        findings.memory.forEach(figure -> table.row(figure.name(), figure.value()));
        findings.starts.forEach(figure -> table.row(figure.name(), figure.value()));
        return "From the start of the process until it says that it is ready; to reach: ≤ 30 s the very first time, ≤ 10 s on\n"
                + "existing data.\n\n" + table;
    }
}
