package org.careroom.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that one run found out; what was not measured stays empty. */
final class Findings {

    /** A figure with its name and unit. */
    record Figure(String name, String value) {}

    /** Start-up and end, in the order measured. */
    final List<Figure> starts = new ArrayList<>();

    final List<Figure> memory = new ArrayList<>();
    final List<LoadResult> loads = new ArrayList<>();
    final List<PlainJdbc.Result> plainJdbc = new ArrayList<>();
    final List<PageTimes.Result> pages = new ArrayList<>();
    final List<CaseTimes.Result> cases = new ArrayList<>();

    ChatTimes.@Nullable Result chat;

    @Nullable
    Latencies arrivals;

    @Nullable
    Latencies joins;

    BareBroadcast.@Nullable Result broker;

    /** Bytes of the body of the frames that were broadcast by the bare broker. */
    int frameBytes;

    /** How live messages were sent. */
    String live = "were not measured";

    @Nullable
    LoadResult load(String name) {
        return loads.stream()
                .filter(load -> load.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
