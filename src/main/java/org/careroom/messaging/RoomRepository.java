package org.careroom.messaging;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RoomRepository extends Repository<Room, UUID> {

    Room save(Room room);

    Optional<Room> findById(UUID id);

    /** The kind of a room, without looking at the room before it is locked. */
    @Query("select r.kind from Room r where r.id = :id")
    Optional<RoomKind> findKind(UUID id);

    /** The room as it is now; nobody else changes it, or writes in it, until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Room r where r.id = :id")
    Optional<Room> findAndLock(UUID id);
}
