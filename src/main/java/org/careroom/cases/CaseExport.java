package org.careroom.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.careroom.messaging.Value;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A case as somebody may see it, for taking along: its values, and for its admins what happened. */
@Service
@Transactional(readOnly = true)
public class CaseExport {

    private static final int MOST_PAGES = 500;

    private final CaseDoor door;
    private final CaseTaskRepository tasks;
    private final CaseFieldRepository fields;
    private final CaseLog log;
    private final People people;

    CaseExport(CaseDoor door, CaseTaskRepository tasks, CaseFieldRepository fields, CaseLog log, People people) {
        this.door = door;
        this.tasks = tasks;
        this.fields = fields;
        this.log = log;
        this.people = people;
    }

    /**
     * A field that the person was given.
     *
     * @param task empty when they were not given the whole task
     * @param kept as it is filled in again from a file: several choices one a line
     */
    public record Held(String task, String label, Value value, String kept, String changedBy, String changedAt) {}

    /** The values that the person may see, in the order of the case. */
    public List<Held> values(Person who, CaseId id) {
        CaseEntity of = door.look(who, id);
        CaseRights rights = door.rights(who, of);
        List<CaseField> seen =
                fields.inOrder(id.value()).stream().filter(rights::sees).toList();
        Map<PersonId, Person> named = people.named(CaseField.changers(seen));
        List<Held> held = new ArrayList<>();
        for (CaseTask task : tasks.findByCaseIdOrderByPosition(id.value())) {
            seen.stream().filter(field -> field.task().equals(task.id())).forEach(field -> {
                PersonId by = field.changedBy();
                Person person = by == null ? null : named.get(by);
                Instant at = field.changedAt();
                held.add(new Held(
                        rights.sees(task) ? task.name() : "",
                        field.label(),
                        FieldValues.shown(field.type(), field.value()),
                        field.value(),
                        person == null ? "" : person.name(),
                        at == null ? "" : at.toString()));
            });
        }
        return held;
    }

    /**
     * All that happened, oldest first.
     *
     * @throws org.careroom.shared.Refused when the person only follows the case
     */
    public List<CaseEvent> events(Person who, CaseId id) {
        door.lookAsAdmin(who, id);
        List<CaseEvent> latestFirst = new ArrayList<>();
        UUID before = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Slice<CaseEvent> slice = log.of(id, null, Arrays.asList(CaseEvent.Kind.values()), before);
            latestFirst.addAll(slice.items());
            if (slice.next() == null) {
                break;
            }
            before = UUID.fromString(slice.next());
        }
        Collections.reverse(latestFirst);
        return latestFirst;
    }

    /** The name of the case, for somebody who may see it. */
    public String name(Person who, CaseId id) {
        return door.look(who, id).name();
    }

    /**
     * What the case is called and known by.
     *
     * @throws org.careroom.shared.Refused when the person only follows it
     */
    public CaseDescription description(Person who, CaseId id) {
        return door.lookAsAdmin(who, id).description();
    }
}
