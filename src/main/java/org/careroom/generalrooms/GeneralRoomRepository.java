package org.careroom.generalrooms;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface GeneralRoomRepository extends Repository<GeneralRoom, UUID> {

    GeneralRoom save(GeneralRoom room);

    Optional<GeneralRoom> findById(UUID room);

    /** Whose room it is, which never changes; the rest is read when the room is locked. */
    default Optional<OrganizationId> organizationOf(RoomId room) {
        return organizationIdOf(room.value()).map(OrganizationId::new);
    }

    @Query("select g.organizationId from GeneralRoom g where g.roomId = :room")
    Optional<UUID> organizationIdOf(UUID room);

    List<GeneralRoom> findByPairLowAndPairHighOrderByRoomId(UUID low, UUID high);

    Optional<GeneralRoom> findByCreatorIdAndFormKey(UUID creator, UUID formKey);

    List<GeneralRoom> findByRoomIdInAndOrganizationIdOrderByRoomId(Collection<UUID> rooms, UUID organization);
}
