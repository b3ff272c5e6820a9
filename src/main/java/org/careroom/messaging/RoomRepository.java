package org.careroom.messaging;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RoomRepository extends Repository<Room, UUID> {

    Room save(Room room);

    Optional<Room> findById(UUID id);
}
