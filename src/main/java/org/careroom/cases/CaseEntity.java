package org.careroom.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.PersonId;
import org.careroom.workflows.Workflow;
import org.careroom.workflows.WorkflowId;
import org.jspecify.annotations.Nullable;

/** A case itself: what it is called and known by, and how far it is. Its tasks and fields stand beside it. */
@Entity
@Table(name = "care_case")
class CaseEntity {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID organizationId;

    @Column(nullable = false)
    private UUID roomId;

    private @Nullable UUID workflowId;

    @Column(nullable = false)
    private String workflowName;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String unosId;

    @Column(nullable = false)
    private String matchId;

    @Column(nullable = false)
    private String opo;

    @Column(nullable = false)
    private String stage;

    @Column(nullable = false)
    private String[] stages = {};

    @Column(nullable = false)
    private String[] tags = {};

    @Column(nullable = false)
    private String[] possibleTags = {};

    private boolean open;

    @Column(nullable = false)
    private UUID formKey;

    @Column(nullable = false)
    private UUID createdBy;

    @Column(nullable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected CaseEntity() {}

    CaseEntity(
            CaseId id,
            RoomId room,
            Workflow workflow,
            CaseDescription description,
            UUID formKey,
            PersonId creator,
            Instant now) {
        this.id = id.value();
        this.organizationId = workflow.organization().value();
        this.roomId = room.value();
        this.workflowId = workflow.id().value();
        this.workflowName = workflow.name();
        this.stages = workflow.definition().stages().toArray(String[]::new);
        this.possibleTags = workflow.definition().tags().toArray(String[]::new);
        this.open = true;
        this.formKey = formKey;
        this.createdBy = creator.value();
        this.createdAt = now;
        describe(description);
    }

    final void describe(CaseDescription description) {
        this.name = description.name();
        this.unosId = description.unosId();
        this.matchId = description.matchId();
        this.opo = description.opo();
        this.stage = description.stage();
        this.tags = description.tags().toArray(String[]::new);
    }

    void close() {
        this.open = false;
    }

    void reopen() {
        this.open = true;
    }

    CaseId id() {
        return new CaseId(id);
    }

    OrganizationId organization() {
        return new OrganizationId(organizationId);
    }

    RoomId room() {
        return new RoomId(roomId);
    }

    /** The workflow it was set up from; null when that is no longer there. */
    @Nullable
    WorkflowId workflow() {
        return workflowId == null ? null : new WorkflowId(workflowId);
    }

    String workflowName() {
        return workflowName;
    }

    String name() {
        return name;
    }

    CaseDescription description() {
        return new CaseDescription(name, unosId, matchId, opo, stage, Set.of(tags));
    }

    List<String> stages() {
        return List.of(stages);
    }

    List<String> possibleTags() {
        return List.of(possibleTags);
    }

    boolean isOpen() {
        return open;
    }

    Instant createdAt() {
        return createdAt;
    }

    PersonId createdBy() {
        return new PersonId(createdBy);
    }
}
