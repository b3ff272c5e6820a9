package org.careroom.clinics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careroom.people.Guest;
import org.careroom.people.Guests;
import org.careroom.people.IssuedGuest;
import org.careroom.people.PersonId;
import org.careroom.people.SessionsEnded;
import org.careroom.people.Tokens;
import org.careroom.shared.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Guest links and who came by them: a link is worth something until it expires, is revoked, or its place is gone. */
@Component
class LinkStore {

    /** A guest does not stay longer than this without opening the link again. */
    private static final Duration LONGEST_STAY = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Guests guests;
    private final Clock clock;

    LinkStore(JdbcClient jdbc, Guests guests, Clock clock) {
        this.jdbc = jdbc;
        this.guests = guests;
        this.clock = clock;
    }

    /**
     * A link that is worth something.
     *
     * @param room where it leads; null when it leads to a consultation
     * @param consultation where it leads; null when it leads to a room
     */
    record Link(
            GuestLinkId id,
            @Nullable ClinicRoomId room,
            @Nullable ConsultationId consultation,
            Instant expiresAt) {

        UUID place() {
            if (room != null) {
                return room.value();
            }
            if (consultation != null) {
                return consultation.value();
            }
            throw new IllegalStateException("a link leads somewhere");
        }
    }

    /** @return the secret, which cannot be had a second time */
    String issue(@Nullable ClinicRoomId room, @Nullable ConsultationId consultation, Duration lasts, PersonId by) {
        String token = Tokens.next();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into guest_link (id, room_id, consultation_id, token_hash, created_by, created_at, expires_at)
                        values (:id, :room, :consultation, :hash, :by, :now, :expires)""")
                .param("id", Id.next())
                .param("room", room == null ? null : room.value(), Types.OTHER)
                .param("consultation", consultation == null ? null : consultation.value(), Types.OTHER)
                .param("hash", Tokens.hash(token))
                .param("by", by.value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(lasts)))
                .update();
        return token;
    }

    /** The link of this secret, if it is worth something. */
    Optional<Link> find(String token) {
        return jdbc.sql("""
                        select id, room_id, consultation_id, expires_at from guest_link
                        where token_hash = ? and expires_at > ? and revoked_at is null""")
                .params(Tokens.hash(token), Timestamp.from(clock.instant()))
                .query(LinkStore::link)
                .optional();
    }

    /** Lets somebody in who brought the link; they have said no name yet. */
    IssuedGuest admit(Link link) {
        Duration left = Duration.between(clock.instant(), link.expiresAt());
        IssuedGuest issued = guests.admit(link.place(), left.compareTo(LONGEST_STAY) < 0 ? left : LONGEST_STAY);
        jdbc.sql("insert into link_guest (guest_id, link_id, name) values (?, ?, '')")
                .params(issued.guest().id().value(), link.id().value())
                .update();
        return issued;
    }

    void call(PersonId guest, String name) {
        jdbc.sql("update link_guest set name = ? where guest_id = ?")
                .params(name, guest.value())
                .update();
    }

    /** The name of a guest who came to this place by a link; empty when they did not, or the link is worth nothing any more. */
    Optional<String> name(PersonId guest, UUID place) {
        return jdbc.sql("""
                        select g.name from link_guest g join guest_link l on l.id = g.link_id
                        where g.guest_id = ? and coalesce(l.room_id, l.consultation_id) = ?
                        and l.expires_at > ? and l.revoked_at is null""")
                .params(guest.value(), place, Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** Whether one of these came by the same link as this guest. */
    boolean cameBySameLink(PersonId guest, Set<PersonId> others) {
        return !others.isEmpty()
                && jdbc.sql("""
                        select exists (select from link_guest mine join link_guest other on other.link_id = mine.link_id
                        where mine.guest_id = :guest and other.guest_id in (:others))""")
                        .param("guest", guest.value())
                        .param("others", others.stream().map(PersonId::value).toList())
                        .query(Boolean.class)
                        .single();
    }

    /** The guest whom one of these is by this link, so that they need not come as another. */
    Optional<Guest> known(Link link, List<Guest> guests) {
        Set<UUID> came = new HashSet<>(jdbc.sql("select guest_id from link_guest where link_id = ?")
                .param(link.id().value())
                .query(UUID.class)
                .list());
        return guests.stream()
                .filter(guest -> came.contains(guest.id().value()))
                .findFirst();
    }

    /** What somebody said to be called is forgotten with them. */
    @EventListener
    void on(SessionsEnded ended) {
        if (ended.ofGuest()) {
            jdbc.sql("delete from link_guest where guest_id = ?")
                    .param(ended.person().value())
                    .update();
        }
    }

    /** The links to a room that are worth something, the last first. */
    List<RoomView.LinkRow> of(ClinicRoomId room) {
        return jdbc.sql("""
                        select l.id, l.number, a.name, l.created_at, l.expires_at, array(
                            select distinct g.name from link_guest g where g.link_id = l.id and g.name <> '' order by g.name) as guests
                        from (select guest_link.*, row_number() over (order by created_at, id) as number
                            from guest_link where room_id = ?) l
                        join account a on a.id = l.created_by
                        where l.expires_at > ? and l.revoked_at is null order by l.number desc""")
                .params(room.value(), Timestamp.from(clock.instant()))
                .query((row, number) -> new RoomView.LinkRow(
                        new GuestLinkId(row.getObject("id", UUID.class)),
                        row.getInt("number"),
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        List.of((String[]) row.getArray("guests").getArray())))
                .list();
    }

    /** Whoever came by it is out at once; twice is once. */
    void revoke(ClinicRoomId room, GuestLinkId link) {
        int revoked = jdbc.sql(
                        "update guest_link set revoked_at = ? where id = ? and room_id = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), link.value(), room.value())
                .update();
        if (revoked == 1) {
            end("link_id = ?", link.value());
        }
    }

    /** All links to a place are worth nothing any more, and names are forgotten. */
    void revokeAll(UUID place) {
        jdbc.sql("""
                        update guest_link set revoked_at = ? where coalesce(room_id, consultation_id) = ?
                        and revoked_at is null""").params(Timestamp.from(clock.instant()), place).update();
        end("link_id in (select id from guest_link where coalesce(room_id, consultation_id) = ?)", place);
    }

    private void end(String which, UUID id) {
        List<PersonId> gone = jdbc
                .sql("delete from link_guest where " + which + " returning guest_id")
                .param(id)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
        guests.end(gone);
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        UUID room = row.getObject("room_id", UUID.class);
        UUID consultation = row.getObject("consultation_id", UUID.class);
        return new Link(
                new GuestLinkId(row.getObject("id", UUID.class)),
                room == null ? null : new ClinicRoomId(room),
                consultation == null ? null : new ConsultationId(consultation),
                row.getTimestamp("expires_at").toInstant());
    }
}
