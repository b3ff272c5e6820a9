package org.careroom.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.people.PersonId;
import org.careroom.workflows.FieldTemplate;
import org.careroom.workflows.FieldType;
import org.jspecify.annotations.Nullable;

/** A field of a case's task, with what it holds now; what it held before stands in the timeline. */
@Entity
@Table(name = "case_field")
class CaseField {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID caseId;

    @Column(nullable = false)
    private UUID taskId;

    private int position;

    @Column(nullable = false)
    private String label;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private FieldType type;

    private boolean mandatory;

    @Column(nullable = false)
    private String[] choices = {};

    @Column(nullable = false)
    private String value = "";

    private int version;

    private @Nullable Instant changedAt;

    private @Nullable UUID changedBy;

    @SuppressWarnings("NullAway.Init")
    protected CaseField() {}

    CaseField(FieldId id, CaseId of, TaskId task, int position, FieldTemplate template) {
        this.id = id.value();
        this.caseId = of.value();
        this.taskId = task.value();
        this.position = position;
        this.label = template.label();
        this.type = template.type();
        this.mandatory = template.mandatory();
        this.choices = template.choices().toArray(String[]::new);
    }

    /** Holds this from now on. */
    void hold(String other, PersonId by, Instant now) {
        this.value = other;
        this.version++;
        this.changedBy = by.value();
        this.changedAt = now;
    }

    FieldId id() {
        return new FieldId(id);
    }

    TaskId task() {
        return new TaskId(taskId);
    }

    String label() {
        return label;
    }

    FieldType type() {
        return type;
    }

    boolean isMandatory() {
        return mandatory;
    }

    List<String> choices() {
        return List.of(choices);
    }

    /** As {@link FieldValues} writes it; empty when nothing is filled in. */
    String value() {
        return value;
    }

    /** How often it was changed. */
    int version() {
        return version;
    }

    @Nullable
    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    PersonId changedBy() {
        return changedBy == null ? null : new PersonId(changedBy);
    }

    /** Who changed these last. */
    static Set<PersonId> changers(Collection<CaseField> fields) {
        return fields.stream()
                .map(CaseField::changedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
