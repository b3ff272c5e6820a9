package org.careroom.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface FollowerGroupRepository extends Repository<FollowerGroup, UUID> {

    FollowerGroup save(FollowerGroup group);

    void delete(FollowerGroup group);

    Optional<FollowerGroup> findById(UUID id);

    Optional<FollowerGroup> findByRoomId(UUID room);

    Optional<FollowerGroup> findByCaseIdAndFormKey(UUID of, UUID key);

    /** In the order of their rooms, which is the order that rooms are locked in. */
    List<FollowerGroup> findByCaseIdOrderByRoomId(UUID of);
}
