package org.careroom.benchmark;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time used so far, in seconds, of the three who share the machine.
 *
 * @param server the application's process
 * @param database PostgreSQL's processes that live
 * @param client this process
 */
record CpuUse(double server, double database, double client) {

    static CpuUse now(ProcessHandle server, Stream<ProcessHandle> database) {
        return new CpuUse(
                seconds(server), database.mapToDouble(CpuUse::seconds).sum(), seconds(ProcessHandle.current()));
    }

    /** The mean number of processors used since then, a time of so many seconds ago. */
    CpuUse since(CpuUse before, double seconds) {
        return new CpuUse(
                (server - before.server) / seconds,
                (database - before.database) / seconds,
                (client - before.client) / seconds);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }
}
