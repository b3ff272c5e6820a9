package org.careroom.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;
import org.careroom.benchmark.report.BarChart;
import org.careroom.benchmark.report.BarChart.Whose;
import org.careroom.benchmark.report.CurveChart;

/** The charts of the report; the figures to beat and to reach are those of the issue that asked for them. */
final class Charts {

    private Charts() {}

    /** Writes them into the folder and tells how performance.md shows them. */
    static String write(Findings findings, Path folder) throws IOException {
        Files.writeString(folder.resolve("posts.svg"), posts(findings).svg());
        Files.writeString(folder.resolve("deliveries.svg"), deliveries(findings).svg());
        Files.writeString(folder.resolve("latency.svg"), latency(findings).svg());
        Files.writeString(folder.resolve("pages.svg"), pages(findings).svg());
        return """

                ![Acknowledged posts per second](performance/posts.svg)

                ![Deliveries per second](performance/deliveries.svg)

                ![From the POST to the last reader](performance/latency.svg)

                ![Server time of a page](performance/pages.svg)
                """;
    }

    private static BarChart posts(Findings findings) {
        BarChart chart = new BarChart("Acknowledged posts, closed loop, 50 rooms × 10 readers", "per second", 800)
                .bar("Careroom", of(findings, CareroomBenchmark.CLOSED_MANY, LoadResult::postsPerSecond), Whose.OURS)
                .bar("ejabberd 23.01", 1_334, Whose.MARK);
        findings.plainJdbc.forEach(plain ->
                chart.bar("the SQL alone, connections: " + plain.connections(), plain.postsPerSecond(), Whose.LIMIT));
        return chart;
    }

    private static BarChart deliveries(Findings findings) {
        BareBroadcast.Result broker = findings.broker;
        return new BarChart("Deliveries, one room × 500 readers", "per second", 20_000)
                .bar(
                        "Careroom, 1 sender",
                        of(findings, CareroomBenchmark.CLOSED_ONE, LoadResult::deliveries),
                        Whose.OURS)
                .bar(
                        "Careroom, 4 senders",
                        of(findings, CareroomBenchmark.CLOSED_ONE_BY_FOUR, LoadResult::deliveries),
                        Whose.OURS)
                .bar("ejabberd 23.01", 27_700, Whose.MARK)
                .bar("Spring's bare simple broker", broker == null ? Double.NaN : broker.deliveries(), Whose.LIMIT);
    }

    private static CurveChart latency(Findings findings) {
        CurveChart chart = new CurveChart("From the POST to the last reader's frame");
        findings.loads.stream()
                .filter(load -> load.toLastReader().count() > 0)
                .forEach(load -> chart.curve(load.name(), load.toLastReader()::millis));
        return chart;
    }

    private static BarChart pages(Findings findings) {
        BarChart chart = new BarChart("Server time of a page, median of 100", "ms", 0);
        findings.pages.forEach(page -> chart.bar(page.page(), page.firstByte().p50(), Whose.OURS));
        return chart;
    }

    private static double of(Findings findings, String name, ToDoubleFunction<LoadResult> figure) {
        LoadResult load = findings.load(name);
        return load == null ? Double.NaN : figure.applyAsDouble(load);
    }
}
