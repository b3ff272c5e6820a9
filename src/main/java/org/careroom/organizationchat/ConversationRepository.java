package org.careroom.organizationchat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careroom.messaging.RoomId;
import org.careroom.shared.NotFound;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ConversationRepository extends Repository<Conversation, UUID> {

    Conversation saveAndFlush(Conversation conversation);

    Optional<Conversation> findById(UUID room);

    /** @throws NotFound when the room is no conversation */
    default Conversation of(RoomId room) {
        return findById(room.value()).orElseThrow(NotFound::new);
    }

    /** Whose conversation it is, without looking at the conversation before its room is locked. */
    @Query("select c.organizationId from Conversation c where c.roomId = :room")
    Optional<UUID> findOrganization(UUID room);

    Optional<Conversation> findByCreatedByAndFormKey(UUID creator, UUID formKey);

    List<Conversation> findByOrganizationIdAndOwnerIdOrderByRoomId(UUID organization, UUID owner);

    long countByOrganizationIdAndOwnerId(UUID organization, UUID owner);
}
