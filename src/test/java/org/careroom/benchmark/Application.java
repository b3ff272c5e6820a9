package org.careroom.benchmark;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged application as a process of its own on a data folder of ours, on the loopback address only. */
final class Application implements AutoCloseable {

    private static final long START_SECONDS = 180;
    private static final int POLL_MILLIS = 20;

    private final JavaProcess process;
    private final InetSocketAddress address;
    private final BroughtDatabase database;
    private final double startUp;

    private Application(JavaProcess process, InetSocketAddress address, BroughtDatabase database, double startUp) {
        this.process = process;
        this.address = address;
        this.database = database;
        this.startUp = startUp;
    }

    /**
     * Starts it and waits until it says that it is ready.
     *
     * @param command its first word is {@code java}
     */
    static Application start(List<String> command, Path data, Path log, String... settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> arguments = new ArrayList<>(command.subList(1, command.size()));
        arguments.addAll(List.of(
                "--server.address=127.0.0.1", "--server.port=" + port, "--careroom.data=" + data.toAbsolutePath()));
        arguments.addAll(List.of(settings));
        long begun = System.nanoTime();
        JavaProcess process = JavaProcess.start(log, arguments);
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            awaitReady(process, address, begun);
            return new Application(process, address, new BroughtDatabase(data), (System.nanoTime() - begun) / 1e9);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            process.close();
            new BroughtDatabase(data).endLeftOver();
            throw failed;
        }
    }

    /** Seconds from the start of the process until it was ready. */
    double startUp() {
        return startUp;
    }

    InetSocketAddress address() {
        return address;
    }

    BroughtDatabase database() {
        return database;
    }

    ProcessHandle process() {
        return process.handle();
    }

    CpuUse cpu() {
        return CpuUse.now(process.handle(), database.processes());
    }

    /** Ends it by TERM; the seconds until it was gone. */
    double stop() {
        return process.stop() / 1e3;
    }

    @Override
    public void close() {
        process.close();
        database.endLeftOver();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(JavaProcess process, InetSocketAddress address, long begun)
            throws IOException, InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:" + address.getPort() + "/actuator/health/readiness");
        while (!isUp(readiness)) {
            process.checkAlive();
            if (System.nanoTime() - begun > START_SECONDS * 1_000_000_000L) {
                throw new IllegalStateException("not ready after " + START_SECONDS + " s");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean isUp(URI readiness) {
        try {
            HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
            connection.setReadTimeout(5_000);
            boolean up = connection.getResponseCode() == 200;
            connection.disconnect();
            return up;
        } catch (IOException notYet) {
            return false;
        }
    }
}
