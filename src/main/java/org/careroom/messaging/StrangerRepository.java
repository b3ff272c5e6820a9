package org.careroom.messaging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface StrangerRepository extends Repository<Stranger, UUID> {

    Stranger save(Stranger stranger);

    Optional<Stranger> findById(UUID id);

    Optional<Stranger> findByRoomIdAndEmail(UUID room, String email);

    List<Stranger> findByRoomIdOrderByEmail(UUID room);

    List<Stranger> findByRoomIdAndInvitedBy(UUID room, UUID person);

    void delete(Stranger stranger);
}
