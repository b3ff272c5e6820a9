package org.careroom.generalrooms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What a general room has beyond being a room: whose it is, what it is for, whether only its managers add people. */
@Entity
@Table(name = "general_room")
class GeneralRoom {

    @Id
    private UUID roomId;

    private @Nullable UUID organizationId;

    @Column(nullable = false)
    private UUID creatorId;

    @Column(nullable = false)
    private UUID formKey;

    @Column(nullable = false)
    private String description;

    private boolean managed;

    private @Nullable UUID pairLow;

    private @Nullable UUID pairHigh;

    @SuppressWarnings("NullAway.Init")
    protected GeneralRoom() {}

    GeneralRoom(
            RoomId room, @Nullable OrganizationId organization, PersonId creator, UUID formKey, String description) {
        this.roomId = room.value();
        this.organizationId = organization == null ? null : organization.value();
        this.creatorId = creator.value();
        this.formKey = formKey;
        this.description = description;
    }

    /** Makes it the room of these two, to which nobody is added. It has no name, as every group has one. */
    void pair(Pair pair) {
        this.pairLow = pair.low();
        this.pairHigh = pair.high();
    }

    void describe(String description, boolean managed) {
        this.description = description;
        this.managed = managed;
    }

    RoomId room() {
        return new RoomId(roomId);
    }

    @Nullable
    OrganizationId organization() {
        return organizationId == null ? null : new OrganizationId(organizationId);
    }

    String description() {
        return description;
    }

    boolean isManaged() {
        return managed;
    }

    /** Of a room of two: the other one. */
    PersonId other(PersonId one) {
        if (pairLow == null || pairHigh == null) {
            throw new IllegalStateException("not a room of two");
        }
        return new PersonId(one.value().equals(pairLow) ? pairHigh : pairLow);
    }
}
