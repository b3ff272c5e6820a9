package org.careroom.clinics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careroom.calls.PlaceKind;
import org.careroom.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of meeting rooms and user rooms; a room that was removed is found no more. */
@Component
class RoomStore {

    /** A user room bears its user's name as it is now. */
    private static final String ROOMS = """
            select r.id, r.clinic_id, r.kind, coalesce(a.name, r.name) as name, r.owner_id, r.knocks
            from clinic_room r left join account a on a.id = r.owner_id where r.removed_at is null""";

    private final JdbcClient jdbc;

    RoomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ClinicRoom> find(ClinicRoomId id) {
        return jdbc.sql(ROOMS + " and r.id = ?")
                .param(id.value())
                .query(RoomStore::room)
                .optional();
    }

    /** All of a clinic, meeting rooms first, by name. */
    List<ClinicRoom> of(ClinicId clinic) {
        return jdbc.sql(ROOMS + " and r.clinic_id = ? order by r.kind, lower(coalesce(a.name, r.name)), r.id")
                .param(clinic.value())
                .query(RoomStore::room)
                .list();
    }

    /** @return whether there was none of this name */
    boolean add(ClinicRoom room, PersonId by, Instant now) {
        return jdbc.sql("""
                        insert into clinic_room (id, clinic_id, kind, name, owner_id, knocks, created_by, created_at)
                        values (:id, :clinic, :kind, :name, :owner, :knocks, :by, :now) on conflict do nothing""")
                        .param("id", room.id().value())
                        .param("clinic", room.clinic().value())
                        .param("kind", room.kind().name())
                        .param("name", room.name())
                        .param(
                                "owner",
                                room.owner() == null ? null : room.owner().value(),
                                Types.OTHER)
                        .param("knocks", room.knocks())
                        .param("by", by.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** @return whether no other meeting room of the clinic has this name */
    boolean change(ClinicRoom room, String name, boolean knocks) {
        return jdbc.sql("""
                        update clinic_room set name = ?, knocks = ? where id = ? and not exists (select from clinic_room other
                            where other.clinic_id = ? and other.id <> ? and other.removed_at is null
                            and other.kind = 'MEETING_ROOM' and lower(other.name) = lower(?))""")
                        .params(
                                name,
                                knocks,
                                room.id().value(),
                                room.clinic().value(),
                                room.id().value(),
                                name)
                        .update()
                == 1;
    }

    void remove(ClinicRoomId id, Instant now) {
        jdbc.sql("update clinic_room set removed_at = ? where id = ? and removed_at is null")
                .params(Timestamp.from(now), id.value())
                .update();
    }

    private static ClinicRoom room(ResultSet row, int number) throws SQLException {
        UUID owner = row.getObject("owner_id", UUID.class);
        return new ClinicRoom(
                new ClinicRoomId(row.getObject("id", UUID.class)),
                new ClinicId(row.getObject("clinic_id", UUID.class)),
                PlaceKind.valueOf(row.getString("kind")),
                row.getString("name"),
                owner == null ? null : new PersonId(owner),
                row.getBoolean("knocks"));
    }
}
