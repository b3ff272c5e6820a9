package org.careroom.organizationchat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Whose conversation it is and what colleagues do about it. All of it that changes is changed in SQL ({@link ConversationIndex},
 * {@link Claims}) and only read here.
 */
@Entity
@Table(name = "conversation")
class Conversation {

    @Id
    private UUID roomId;

    @Column(nullable = false, updatable = false)
    private UUID organizationId;

    @Column(nullable = false, updatable = false)
    private UUID ownerId;

    @Column(updatable = false)
    private boolean community;

    @Column(insertable = false, updatable = false)
    private @Nullable UUID claimedBy;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant claimedAt;

    @Column(insertable = false, updatable = false)
    private @Nullable UUID answeredBy;

    @Column(insertable = false, updatable = false)
    private @Nullable UUID closedBy;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant closedAt;

    @Column(nullable = false, updatable = false)
    private Instant lastActivity;

    @Column(nullable = false, updatable = false)
    private UUID createdBy;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false, updatable = false)
    private UUID formKey;

    @SuppressWarnings("NullAway.Init")
    protected Conversation() {}

    Conversation(
            RoomId room,
            OrganizationId organization,
            PersonId owner,
            boolean community,
            PersonId createdBy,
            UUID formKey,
            Instant now) {
        this.roomId = room.value();
        this.organizationId = organization.value();
        this.ownerId = owner.value();
        this.community = community;
        this.createdBy = createdBy.value();
        this.formKey = formKey;
        this.lastActivity = now;
        this.createdAt = now;
    }

    RoomId room() {
        return new RoomId(roomId);
    }

    OrganizationId organization() {
        return new OrganizationId(organizationId);
    }

    PersonId owner() {
        return new PersonId(ownerId);
    }

    /** Whether several clients are in it, who all see each other. */
    boolean isCommunity() {
        return community;
    }

    /** Who has said that they see to it, or null. */
    @Nullable
    PersonId claimedBy() {
        return claimedBy == null ? null : new PersonId(claimedBy);
    }

    @Nullable
    Instant claimedAt() {
        return claimedAt;
    }

    /** Who answered for the owner since the owner last looked into it, or null. */
    @Nullable
    PersonId answeredBy() {
        return answeredBy == null ? null : new PersonId(answeredBy);
    }

    @Nullable
    PersonId closedBy() {
        return closedBy == null ? null : new PersonId(closedBy);
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
