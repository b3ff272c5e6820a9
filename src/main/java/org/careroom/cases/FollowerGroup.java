package org.careroom.cases;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.messaging.RoomId;
import org.careroom.people.PersonId;

/**
 * A follower group of a case: its room, whose name is the group's, and exactly what it was given. Its followers are those in
 * the room who do not manage it; case admins who joined the group do.
 */
@Entity
@Table(name = "follower_group")
class FollowerGroup {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID caseId;

    @Column(nullable = false)
    private UUID roomId;

    @Column(nullable = false)
    private UUID formKey;

    private boolean mayEdit;

    @Column(nullable = false)
    private UUID createdBy;

    @Column(nullable = false)
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "follower_group_task", joinColumns = @JoinColumn(name = "group_id"))
    @Column(name = "task_id", nullable = false)
    private Set<UUID> tasks = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "follower_group_field", joinColumns = @JoinColumn(name = "group_id"))
    @Column(name = "field_id", nullable = false)
    private Set<UUID> fields = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected FollowerGroup() {}

    FollowerGroup(GroupId id, CaseId of, RoomId room, UUID formKey, PersonId creator, Instant now) {
        this.id = id.value();
        this.caseId = of.value();
        this.roomId = room.value();
        this.formKey = formKey;
        this.createdBy = creator.value();
        this.createdAt = now;
    }

    /** Gives it exactly these. */
    void give(Collection<TaskId> wholeTasks, Collection<FieldId> singleFields, boolean edits) {
        this.mayEdit = edits;
        Set<UUID> taskKeys = wholeTasks.stream().map(TaskId::value).collect(Collectors.toSet());
        Set<UUID> fieldKeys = singleFields.stream().map(FieldId::value).collect(Collectors.toSet());
        tasks.retainAll(taskKeys);
        tasks.addAll(taskKeys);
        fields.retainAll(fieldKeys);
        fields.addAll(fieldKeys);
    }

    GroupId id() {
        return new GroupId(id);
    }

    CaseId of() {
        return new CaseId(caseId);
    }

    RoomId room() {
        return new RoomId(roomId);
    }

    /** All that it gets. */
    NewGroup.Given given() {
        return new NewGroup.Given(tasks(), fields(), mayEdit);
    }

    /** Whether it fills in the fields it gets. */
    boolean mayEdit() {
        return mayEdit;
    }

    boolean gets(CaseTask task) {
        return tasks.contains(task.id().value());
    }

    /** Whether it was given this field, by itself or with its whole task. */
    boolean gets(CaseField field) {
        return fields.contains(field.id().value())
                || tasks.contains(field.task().value());
    }

    Set<TaskId> tasks() {
        return tasks.stream().map(TaskId::new).collect(Collectors.toSet());
    }

    Set<FieldId> fields() {
        return fields.stream().map(FieldId::new).collect(Collectors.toSet());
    }
}
