package org.careroom.organizationchat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ConversationRepository extends Repository<Conversation, UUID> {

    Conversation saveAndFlush(Conversation conversation);

    Optional<Conversation> findById(UUID room);

    Optional<Conversation> findByCreatedByAndFormKey(UUID creator, UUID formKey);

    List<Conversation> findByOrganizationIdAndOwnerIdOrderByRoomId(UUID organization, UUID owner);

    List<Conversation> findByOrganizationIdAndClaimedBy(UUID organization, UUID person);

    long countByOrganizationIdAndOwnerId(UUID organization, UUID owner);
}
