package org.careroom.benchmark;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.careroom.benchmark.client.EventLoop;

/** Rooms with open pages, on which one load after the other is measured. */
final class Load implements AutoCloseable {

    private static final long DRAIN_MILLIS = 15_000;
    private static final long SETTLE_MILLIS = 10_000;

    private final EventLoop loop;
    private final List<LoadRoom> rooms;
    private final Counters counters;
    private final Supplier<CpuUse> cpu;

    Load(EventLoop loop, List<LoadRoom> rooms, Counters counters, Supplier<CpuUse> cpu) {
        this.loop = loop;
        this.rooms = rooms;
        this.counters = counters;
        this.cpu = cpu;
    }

    /** Counters, time and processors at one moment. */
    private record Moment(long nanos, Counters.Sums sums, CpuUse cpu) {}

    /** Lets the first pages of each room post at that pace; seconds of warm-up and of measurement. */
    LoadResult measure(String name, Pace pace, int sendersInEachRoom, int warmUp, int seconds)
            throws InterruptedException {
        List<Sender> senders = rooms.stream()
                .flatMap(room -> room.pages().stream().limit(sendersInEachRoom))
                .map(page -> new Sender(page, counters))
                .toList();
        loop.ask(() -> {
            rooms.forEach(LoadRoom::forget);
            counters.startAnew();
            pace.start(senders);
            return true;
        });
        Thread.sleep(warmUp * 1_000L);
        Moment from = moment();
        Thread.sleep(seconds * 1_000L);
        Moment to = moment();
        loop.execute(pace::stop);
        boolean drained = await(
                DRAIN_MILLIS, () -> counters.unanswered == 0 && rooms.stream().allMatch(room -> room.lost() == 0));
        double drainedAfter = drained ? loop.ask(() -> Math.max(0, (lastReached() - to.nanos) / 1e6)) : Double.NaN;
        settle();
        loop.check();
        return loop.ask(() -> result(name, pace, from, to, drainedAfter));
    }

    @Override
    public void close() {
        loop.ask(() -> {
            rooms.stream().flatMap(room -> room.pages().stream()).forEach(RoomPage::close);
            return true;
        });
    }

    /** A page whose very last frame is missing sees no gap; as after a lost connection it fetches. */
    private void settle() throws InterruptedException {
        await(SETTLE_MILLIS, () -> {
            List<RoomPage> incomplete =
                    pages().filter(page -> !page.isComplete()).toList();
            incomplete.forEach(RoomPage::catchUp);
            return incomplete.isEmpty();
        });
    }

    private LoadResult result(String name, Pace pace, Moment from, Moment to, double drained) {
        double seconds = (to.nanos - from.nanos) / 1e9;
        List<Post> posts = rooms.stream()
                .flatMap(LoadRoom::acknowledgedPosts)
                .filter(post -> post.asked - from.nanos >= 0 && post.asked - to.nanos < 0)
                .toList();
        Counters.Sums sums = to.sums.since(from.sums);
        return new LoadResult(
                name,
                seconds,
                posts.size(),
                Latencies.of(posts.stream().mapToLong(Post::toAnswer)),
                Latencies.of(posts.stream().filter(post -> post.reached() > 0).mapToLong(Post::toLastReader)),
                sums.deliveries() / seconds,
                (double) sums.deliveredBytes() / Math.max(1, sums.deliveries()),
                sums.otherFrames() / seconds,
                sums.readMarks() / seconds,
                drained,
                counters.gaps,
                counters.missed,
                counters.repeated,
                rooms.stream().mapToLong(LoadRoom::lost).sum(),
                counters.connectionsLost,
                pace.latest(),
                to.cpu.since(from.cpu, seconds),
                counters.failures());
    }

    private long lastReached() {
        return rooms.stream()
                .flatMap(LoadRoom::acknowledgedPosts)
                .mapToLong(post -> post.lastReached)
                .max()
                .orElse(0);
    }

    private Stream<RoomPage> pages() {
        return rooms.stream().flatMap(room -> room.pages().stream());
    }

    private Moment moment() {
        CpuUse used = cpu.get();
        return loop.ask(() -> new Moment(System.nanoTime(), counters.sums(), used));
    }

    private boolean await(long millis, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        boolean met = loop.ask(condition::getAsBoolean);
        while (!met && System.nanoTime() - deadline < 0) {
            Thread.sleep(50);
            met = loop.ask(condition::getAsBoolean);
        }
        return met;
    }
}
