package org.careroom.benchmark;

import java.util.Map;

/**
 * What one load showed.
 *
 * @param seconds how long was measured
 * @param posts acknowledged posts begun in that time
 * @param toAnswer from the begin of the POST to its whole 201
 * @param toLastReader from the begin of the POST to the frame at the last reader's page
 * @param deliveries message frames that reached pages, per second
 * @param frameBytes mean size of a frame's body
 * @param otherFrames live frames of other kinds, per second
 * @param readMarks reading marks sent, per second
 * @param drained milliseconds from the last post until every reader had every post; NaN when they never had
 * @param gaps times a frame overtook another
 * @param missed frames that never came, so that the page had to fetch
 * @param repeated frames that came twice
 * @param lost acknowledged messages that some reader never got
 * @param connectionsLost live connections that broke
 * @param late how late the load client itself began a post at most, in milliseconds
 * @param cpu mean number of processors used
 * @param failures what was refused or failed, how often
 */
record LoadResult(
        String name,
        double seconds,
        long posts,
        Latencies toAnswer,
        Latencies toLastReader,
        double deliveries,
        double frameBytes,
        double otherFrames,
        double readMarks,
        double drained,
        long gaps,
        long missed,
        long repeated,
        long lost,
        long connectionsLost,
        double late,
        CpuUse cpu,
        Map<String, Integer> failures) {

    double postsPerSecond() {
        return posts / seconds;
    }

    /** Nothing lost, nothing twice. */
    boolean isSound() {
        return lost == 0 && repeated == 0;
    }

    @Override
    public String toString() {
        return "%s: %.0f posts/s, %.0f deliveries/s, to 201 %s, to the last reader %s, drained in %.0f ms, missed %d, lost %d, twice %d, cpu server %.2f database %.2f client %.2f, %s"
                .formatted(
                        name,
                        postsPerSecond(),
                        deliveries,
                        toAnswer,
                        toLastReader,
                        drained,
                        missed,
                        lost,
                        repeated,
                        cpu.server(),
                        cpu.database(),
                        cpu.client(),
                        failures);
    }
}
