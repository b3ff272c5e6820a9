package org.careroom.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Checked;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filling in a case: its fields, and completing its tasks. Each is told to the rooms that were given it, in the same transaction. */
@Service
@Transactional
public class CaseFields {

    private final CaseDoor door;
    private final CaseTaskRepository tasks;
    private final CaseFieldRepository fields;
    private final CaseUpdates updates;
    private final CaseLog log;
    private final CaseNews news;
    private final People people;
    private final Clock clock;

    CaseFields(
            CaseDoor door,
            CaseTaskRepository tasks,
            CaseFieldRepository fields,
            CaseUpdates updates,
            CaseLog log,
            CaseNews news,
            People people,
            Clock clock) {
        this.door = door;
        this.tasks = tasks;
        this.fields = fields;
        this.updates = updates;
        this.log = log;
        this.news = news;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Saves fields, each by itself: what is wrong with one, or was changed by somebody else meanwhile, holds up no other.
     *
     * @throws NotFound when the person has nothing to do with the case, or sees none of the fields
     * @throws Refused when they may fill in none of them, or the case is closed
     */
    public Saved save(Person who, CaseId id, List<FieldInput> inputs) {
        CaseEntity of = door.lock(who, id);
        CaseDoor.requireOpen(of);
        CaseRights rights = door.rights(who, of);
        Map<FieldId, Reason> wrong = new LinkedHashMap<>();
        Map<FieldId, CaseField> known = known(rights, of, inputs, wrong);
        List<FieldEdit> edits = new ArrayList<>();
        List<CaseField> stale = new ArrayList<>();
        for (FieldInput input : inputs) {
            CaseField field = known.get(input.field());
            if (field == null) {
                continue;
            }
            Checked<String> kept = Checked.of(() ->
                    FieldValues.kept(input.field().toString(), field.type(), field.choices(), input.values(), who));
            wrong.putAll(asFields(kept.wrong()));
            String value = kept.or(field.value());
            if (!same(field, value, who)) {
                if (input.seen() == field.version()) {
                    edits.add(new FieldEdit(field, field.value(), value));
                } else {
                    stale.add(field);
                }
            }
        }
        refuseEmptied(rights, edits, wrong);
        keep(who, of, edits);
        return new Saved(versions(edits), conflicts(stale), wrong);
    }

    private void refuseEmptied(CaseRights rights, List<FieldEdit> edits, Map<FieldId, Reason> wrong) {
        edits.removeIf(edit -> {
            Optional<Reason> refusal = refusal(rights, edit.field(), edit.after());
            refusal.ifPresent(reason -> wrong.put(edit.field().id(), reason));
            return refusal.isPresent();
        });
    }

    /**
     * Why a field cannot hold this. A task that is complete keeps what it needs to be so. Who does not see the task empties
     * nothing that it needs: what they may do would tell them whether it is complete.
     */
    Optional<Reason> refusal(CaseRights rights, CaseField field, String after) {
        if (!field.isMandatory() || !after.isEmpty()) {
            return Optional.empty();
        }
        CaseTask task = tasks.findById(field.task().value()).orElseThrow();
        if (!rights.sees(task)) {
            return Optional.of(Reason.of("field.wrong.kept"));
        }
        return task.isComplete() ? Optional.of(Reason.of("field.wrong.mandatory")) : Optional.empty();
    }

    private static Map<FieldId, Integer> versions(List<FieldEdit> edits) {
        return edits.stream().map(FieldEdit::field).collect(Collectors.toMap(CaseField::id, CaseField::version));
    }

    private void keep(Person who, CaseEntity of, List<FieldEdit> edits) {
        if (edits.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        edits.forEach(edit -> edit.field().hold(edit.after(), who.id(), now));
        log.fields(of, who, edits);
        news.changed(of, updates.tell(who, edits));
    }

    /**
     * Completes a task.
     *
     * @throws NotFound when the person does not see the task
     * @throws Refused when they may not complete it, it lacks something, or the case is closed
     */
    public void complete(Person who, CaseId id, TaskId task) {
        mark(who, id, task, true);
    }

    /** Opens a completed task again. */
    public void reopen(Person who, CaseId id, TaskId task) {
        mark(who, id, task, false);
    }

    private void mark(Person who, CaseId id, TaskId taskId, boolean complete) {
        CaseEntity of = door.lock(who, id);
        CaseDoor.requireOpen(of);
        CaseTask task = tasks.findById(taskId.value())
                .filter(found -> found.of().equals(id))
                .orElseThrow(NotFound::new);
        CaseRights rights = door.rights(who, of);
        if (!rights.sees(task)) {
            throw new NotFound();
        }
        if (!rights.completes(task)) {
            throw new Refused(Reason.of("case.task.read-only"));
        }
        if (task.isComplete() == complete) {
            return;
        }
        if (complete) {
            requireFilledIn(task);
            task.complete(who.id(), clock.instant());
        } else {
            task.reopen();
        }
        log.note(
                of,
                who,
                complete ? CaseEvent.Kind.TASK_COMPLETED : CaseEvent.Kind.TASK_REOPENED,
                task,
                task.name(),
                "",
                "");
        news.changed(of, updates.tell(who, task));
    }

    private void requireFilledIn(CaseTask task) {
        String missing = fields.findByTaskIdOrderByPosition(task.id().value()).stream()
                .filter(field -> field.isMandatory() && field.value().isEmpty())
                .map(CaseField::label)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new Refused(Reason.of("case.task.missing", missing));
        }
    }

    /** Those that the person fills in. One that is not there, or was taken from them meanwhile, holds up no other. */
    private Map<FieldId, CaseField> known(
            CaseRights rights, CaseEntity of, List<FieldInput> inputs, Map<FieldId, Reason> wrong) {
        List<UUID> wanted = inputs.stream().map(input -> input.field().value()).toList();
        Map<FieldId, CaseField> seen = fields.findByCaseIdAndIdIn(of.id().value(), wanted).stream()
                .filter(rights::sees)
                .collect(Collectors.toMap(CaseField::id, Function.identity()));
        if (seen.isEmpty() && !inputs.isEmpty()) {
            throw new NotFound();
        }
        Map<FieldId, CaseField> known = new HashMap<>();
        for (FieldInput input : inputs) {
            CaseField field = seen.get(input.field());
            if (field == null) {
                wrong.put(input.field(), Reason.of("case.field.gone"));
            } else if (rights.fillsIn(field)) {
                known.put(input.field(), field);
            } else {
                wrong.put(input.field(), Reason.of("case.field.read-only"));
            }
        }
        if (known.isEmpty() && !inputs.isEmpty()) {
            throw new Refused(Reason.of("case.field.read-only"));
        }
        return known;
    }

    /** An input shows a moment to the minute only: what was not touched is no change. */
    private static boolean same(CaseField field, String value, Person who) {
        return value.equals(field.value())
                || FieldValues.typed(field.type(), value, who)
                        .equals(FieldValues.typed(field.type(), field.value(), who));
    }

    private static Map<FieldId, Reason> asFields(Map<String, Reason> wrong) {
        Map<FieldId, Reason> byField = new LinkedHashMap<>();
        wrong.forEach((field, reason) -> byField.put(FieldId.of(field), reason));
        return byField;
    }

    private List<Saved.Conflict> conflicts(List<CaseField> stale) {
        Map<PersonId, Person> named = people.named(CaseField.changers(stale));
        return stale.stream()
                .sorted(Comparator.comparing(CaseField::label))
                .map(field -> {
                    PersonId by = field.changedBy();
                    Person person = by == null ? null : named.get(by);
                    return new Saved.Conflict(
                            field.id(),
                            field.label(),
                            FieldValues.shown(field.type(), field.value()),
                            person == null ? null : person.name(),
                            field.changedAt(),
                            field.version());
                })
                .toList();
    }
}
