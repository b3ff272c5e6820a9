package org.careroom.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careroom.people.Identity;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is written beside a call. It is for those who are seated, from when they first were, and goes when the call ends. */
@Service
@Transactional
public class CallChat {

    private static final int LONGEST = 2_000;
    private static final int PAGE = 200;

    private final CallStore calls;
    private final SeatStore seats;
    private final CallNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    CallChat(CallStore calls, SeatStore seats, CallNews news, JdbcClient jdbc, Clock clock) {
        this.calls = calls;
        this.seats = seats;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A message that was taken.
     *
     * @param isNew false when the same key had brought it before
     */
    public record Said(ChatMessage message, boolean isNew) {}

    /**
     * Says something to all who are seated.
     *
     * @param clientKey made by the page, so that what it sends again is not stored again
     * @throws NotFound unless the seat is theirs and seated
     * @throws org.careroom.shared.Invalid at {@code body} when it is blank, too long or cannot be stored
     */
    public Said say(Identity who, CallId id, SeatId seatId, @Nullable String body, UUID clientKey) {
        String text = PlainText.block("body", body, LONGEST);
        CallRow call = calls.lock(id);
        Seat seat = hearing(who, id, seatId);
        Optional<ChatMessage> before = find(seatId, clientKey);
        if (before.isPresent()) {
            return new Said(before.get(), false);
        }
        Instant now = clock.instant();
        ChatMessage message = new ChatMessage(call.chatSequence() + 1, seatId, seat.name(), text, now);
        jdbc.sql("update call set chat_sequence = ? where id = ?")
                .params(message.sequence(), id.value())
                .update();
        jdbc.sql("""
                        insert into call_message (call_id, sequence, seat_id, name, body, client_key, sent_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        message.sequence(),
                        seatId.value(),
                        message.name(),
                        text,
                        clientKey,
                        Timestamp.from(now))
                .update();
        news.said(id, seats.live(id), message);
        return new Said(message, true);
    }

    /**
     * What was said behind a number, but nothing from before they were first seated; at most {@value #PAGE} messages in their order.
     *
     * @throws NotFound unless the seat is theirs and seated
     */
    @Transactional(readOnly = true)
    public List<ChatMessage> after(Identity who, CallId id, SeatId seatId, long sequence) {
        long from = Objects.requireNonNull(hearing(who, id, seatId).chatFrom());
        return jdbc.sql("""
                        select sequence, seat_id, name, body, sent_at from call_message
                        where call_id = ? and sequence > ? order by sequence limit ?""")
                .params(id.value(), Math.max(from, sequence), PAGE)
                .query(CallChat::row)
                .list();
    }

    private Optional<ChatMessage> find(SeatId seat, UUID clientKey) {
        return jdbc.sql(
                        "select sequence, seat_id, name, body, sent_at from call_message where seat_id = ? and client_key = ?")
                .params(seat.value(), clientKey)
                .query(CallChat::row)
                .optional();
    }

    private Seat hearing(Identity who, CallId call, SeatId seatId) {
        return seats.find(call, seatId)
                .filter(seat -> seat.person().equals(who.id()) && CallRules.hears(seat.state()))
                .orElseThrow(NotFound::new);
    }

    private static ChatMessage row(ResultSet row, int number) throws SQLException {
        return new ChatMessage(
                row.getLong("sequence"),
                new SeatId(row.getObject("seat_id", UUID.class)),
                row.getString("name"),
                row.getString("body"),
                row.getTimestamp("sent_at").toInstant());
    }
}
