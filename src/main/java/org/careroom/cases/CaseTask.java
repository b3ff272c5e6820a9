package org.careroom.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/** A task of a case. */
@Entity
@Table(name = "case_task")
class CaseTask {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID caseId;

    private int position;

    @Column(nullable = false)
    private String name;

    private @Nullable Instant completedAt;

    private @Nullable UUID completedBy;

    @SuppressWarnings("NullAway.Init")
    protected CaseTask() {}

    CaseTask(TaskId id, CaseId of, int position, String name) {
        this.id = id.value();
        this.caseId = of.value();
        this.position = position;
        this.name = name;
    }

    TaskId id() {
        return new TaskId(id);
    }

    CaseId of() {
        return new CaseId(caseId);
    }

    String name() {
        return name;
    }

    boolean isComplete() {
        return completedAt != null;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }

    @Nullable
    PersonId completedBy() {
        return completedBy == null ? null : new PersonId(completedBy);
    }

    void complete(PersonId by, Instant now) {
        this.completedBy = by.value();
        this.completedAt = now;
    }

    void reopen() {
        this.completedBy = null;
        this.completedAt = null;
    }
}
