package org.careroom.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.careroom.benchmark.client.Browser;
import org.careroom.benchmark.client.Bytes;
import org.careroom.benchmark.client.EventLoop;
import org.careroom.benchmark.client.StompSession;

/** The raw limit of a broadcast: {@link BareBroker} in a process of its own, its subscribers in the very load client. */
final class BareBroadcast implements StompSession.Listener {

    /** So many subscribers as the one large room has readers. */
    static final int SUBSCRIBERS = 500;

    /** Broadcasts on their way at a time: the next is sent when the last subscriber has the oldest. */
    private static final int IN_FLIGHT = 4;

    private static final byte[] SEQUENCE = Bytes.ascii("\"sequence\":");
    private static final long START_SECONDS = 60;

    /**
     * What the broker did.
     *
     * @param deliveries frames that reached subscribers, per second
     * @param toLast from the SEND frame to the frame at the last subscriber
     * @param cpu mean number of processors used
     */
    record Result(double deliveries, Latencies toLast, CpuUse cpu) {}

    private record Moment(long nanos, long deliveries, CpuUse cpu) {}

    private static final class Broadcast {
        private final long begun = System.nanoTime();
        private int reached;
    }

    private final String filler;
    private final List<StompSession> sessions = new ArrayList<>();
    private final CompletableFuture<Boolean> allConnected = new CompletableFuture<>();
    private final Map<Long, Broadcast> onTheirWay = new HashMap<>();
    private LongStream.Builder taken = LongStream.builder();
    private long deliveries;
    private long sequence;
    private boolean running;

    private BareBroadcast(int frameBytes) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; html.length() < frameBytes - 80; i++) {
            html.append("<p class='message-").append(i * 7919 % 1000).append("'>The organ is on its way.</p>");
        }
        filler = html.substring(0, Math.max(0, frameBytes - 80));
    }

    /** Starts the broker, measures and ends it; {@code frameBytes} is the size of a frame's body. */
    static Result measure(Path log, int frameBytes, boolean compressed, int warmUp, int seconds)
            throws IOException, InterruptedException {
        int port = Application.freePort();
        List<String> arguments = List.of(
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                BareBroker.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--spring.config.location=optional:classpath:/none/");
        try (JavaProcess process = JavaProcess.start(log, arguments);
                EventLoop loop = new EventLoop()) {
            InetSocketAddress server = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            awaitPort(process, server);
            BareBroadcast broadcast = new BareBroadcast(frameBytes);
            return broadcast.run(loop, server, process.handle(), compressed, warmUp, seconds);
        }
    }

    @Override
    public void connected(StompSession session) {
        sessions.add(session);
        if (sessions.size() == SUBSCRIBERS) {
            allConnected.complete(true);
        }
    }

    @Override
    public void message(byte[] array, int from, int to) {
        deliveries++;
        long number = Bytes.number(array, from, to, SEQUENCE);
        Broadcast broadcast = onTheirWay.get(number);
        if (broadcast != null && ++broadcast.reached == SUBSCRIBERS) {
            onTheirWay.remove(number);
            if (running) {
                taken.add(System.nanoTime() - broadcast.begun);
                send();
            }
        }
    }

    @Override
    public void lost(String why) {
        running = false;
        allConnected.completeExceptionally(new IllegalStateException(why));
        throw new IllegalStateException("the bare broker's connection was lost: " + why);
    }

    private Result run(
            EventLoop loop, InetSocketAddress server, ProcessHandle broker, boolean compressed, int warmUp, int seconds)
            throws InterruptedException {
        StompSession.Target target = new StompSession.Target(PageHabits.LIVE_PATH, "", BareBroker.TOPIC, compressed);
        for (int i = 0; i < SUBSCRIBERS; i++) {
            StompSession.open(loop, new Browser(loop, server), target, this);
            Thread.sleep(2);
        }
        allConnected.orTimeout(30, TimeUnit.SECONDS).join();
        Thread.sleep(1_000);
        loop.execute(() -> {
            running = true;
            for (int i = 0; i < IN_FLIGHT; i++) {
                send();
            }
        });
        Thread.sleep(warmUp * 1_000L);
        Moment from = loop.ask(() -> {
            taken = LongStream.builder();
            return moment(broker);
        });
        Thread.sleep(seconds * 1_000L);
        Result result = loop.ask(() -> {
            running = false;
            Moment to = moment(broker);
            double passed = (to.nanos - from.nanos) / 1e9;
            return new Result(
                    (to.deliveries - from.deliveries) / passed,
                    Latencies.of(taken.build()),
                    to.cpu.since(from.cpu, passed));
        });
        loop.check();
        return result;
    }

    private Moment moment(ProcessHandle broker) {
        return new Moment(System.nanoTime(), deliveries, CpuUse.now(broker, Stream.empty()));
    }

    private void send() {
        sequence++;
        onTheirWay.put(sequence, new Broadcast());
        sessions.get(0)
                .send(
                        BareBroker.TOPIC,
                        "{\"subject\":\"room:bare\",\"type\":\"message\",\"sequence\":" + sequence + ",\"html\":\""
                                + filler + "\"}");
    }

    private static void awaitPort(JavaProcess process, InetSocketAddress server)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_SECONDS * 1_000_000_000L;
        while (true) {
            process.checkAlive();
            try (Socket socket = new Socket()) {
                socket.connect(server);
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() - deadline > 0) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }
}
