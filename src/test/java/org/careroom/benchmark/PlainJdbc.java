package org.careroom.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/** The raw limit of posting: the two statements of a post and their commit, from plain JDBC, in a database of its own. */
final class PlainJdbc {

    private static final String DATABASE = "bench_plain";
    private static final int ROOMS = 50;

    private static final String TABLES = """
            create table room (
                id uuid primary key,
                last_sequence bigint not null,
                last_activity timestamptz not null);
            create table message (
                room_id uuid not null references room,
                sequence bigint not null,
                id uuid not null unique,
                author_id uuid not null,
                client_key uuid not null,
                body text not null,
                sent_at timestamptz not null,
                primary key (room_id, sequence),
                unique (room_id, author_id, client_key));
            """;

    private static final String NEXT_NUMBER = """
            update room set last_sequence = last_sequence + 1, last_activity = now()
            where id = ? returning last_sequence
            """;

    private static final String INSERT = """
            insert into message (room_id, sequence, id, author_id, client_key, body, sent_at)
            values (?, ?, ?, ?, ?, 'The organ is on its way, expected at the hospital at a quarter to four. Room 12.', now())
            """;

    /**
     * What so many connections did.
     *
     * @param postsPerSecond committed
     * @param commit from the first statement to the commit's answer
     */
    record Result(int connections, double postsPerSecond, Latencies commit) {}

    private final BroughtDatabase server;
    private final List<UUID> rooms = new ArrayList<>();

    PlainJdbc(BroughtDatabase server) throws SQLException {
        this.server = server;
        try (Connection connection = server.connect(BroughtDatabase.NAME);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE);
        }
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            for (int i = 0; i < ROOMS; i++) {
                UUID room = UUID.randomUUID();
                rooms.add(room);
                statement.execute("insert into room values ('" + room + "', 0, now())");
            }
        }
    }

    Result measure(int connections, int seconds) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long from = System.nanoTime() + 2_000_000_000L;
            long to = from + seconds * 1_000_000_000L;
            List<Future<LongStream>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> post(from, to)));
            }
            LongStream all = LongStream.empty();
            for (Future<LongStream> one : running) {
                all = LongStream.concat(all, one.get());
            }
            Latencies commit = Latencies.of(all);
            return new Result(connections, (double) commit.count() / seconds, commit);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("plain JDBC failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Posts until then; how long each took that ended in that time. */
    private LongStream post(long from, long to) throws SQLException {
        LongStream.Builder taken = LongStream.builder();
        UUID author = UUID.randomUUID();
        try (Connection connection = server.connect(DATABASE);
                PreparedStatement number = connection.prepareStatement(NEXT_NUMBER);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (long now = System.nanoTime(); now - to < 0; ) {
                UUID room = rooms.get(ThreadLocalRandom.current().nextInt(ROOMS));
                insert.setObject(1, room);
                insert.setLong(2, nextNumber(number, room));
                insert.setObject(3, UUID.randomUUID());
                insert.setObject(4, author);
                insert.setObject(5, UUID.randomUUID());
                insert.executeUpdate();
                connection.commit();
                long done = System.nanoTime();
                if (done - from >= 0 && done - to < 0) {
                    taken.add(done - now);
                }
                now = done;
            }
        }
        return taken.build();
    }

    private static long nextNumber(PreparedStatement number, UUID room) throws SQLException {
        number.setObject(1, room);
        try (ResultSet row = number.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
