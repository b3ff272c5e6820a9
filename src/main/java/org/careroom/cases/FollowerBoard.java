package org.careroom.cases;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomBoard;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.Value;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.springframework.stereotype.Component;

/** The current values of what a follower room was given, at its top; what is set comes first. */
@Component
class FollowerBoard implements RoomBoard {

    private final FollowerGroupRepository groups;
    private final CaseRepository cases;
    private final CaseTaskRepository tasks;
    private final CaseFieldRepository fields;
    private final Participants participants;

    FollowerBoard(
            FollowerGroupRepository groups,
            CaseRepository cases,
            CaseTaskRepository tasks,
            CaseFieldRepository fields,
            Participants participants) {
        this.groups = groups;
        this.cases = cases;
        this.tasks = tasks;
        this.fields = fields;
        this.participants = participants;
    }

    /**
     * What the room's board shows, the same for all its readers but for what only an admin is offered.
     *
     * @param admin whether the reader is an admin in it, who sees who has seen its updates
     * @param mayEdit whether the group fills in its fields, on the case's page
     */
    public record View(CaseId of, String caseName, boolean mayEdit, boolean admin, List<Held> fields) {}

    /** A field and what it holds now. */
    public record Held(UUID field, String label, Value value) {}

    @Override
    public RoomKind kind() {
        return RoomKind.CASE_FOLLOWER;
    }

    @Override
    public String template() {
        return "cases/_partials/board";
    }

    @Override
    public View of(Person who, Room room) {
        FollowerGroup group = groups.findByRoomId(room.id().value()).orElseThrow(NotFound::new);
        CaseEntity of = cases.findById(group.of().value()).orElseThrow(NotFound::new);
        List<CaseField> given = fields.findByCaseIdOrderByPosition(of.id().value()).stream()
                .filter(group::gets)
                .toList();
        List<Held> held = tasks.findByCaseIdOrderByPosition(of.id().value()).stream()
                .flatMap(task -> given.stream().filter(field -> field.task().equals(task.id())))
                .map(field ->
                        new Held(field.id().value(), field.label(), FieldValues.shown(field.type(), field.value())))
                .sorted(Comparator.comparing(one -> one.value().isEmpty()))
                .toList();
        boolean admin =
                participants.of(room, who.id()).filter(Participant::isManager).isPresent();
        return new View(of.id(), of.name(), group.mayEdit() && of.isOpen(), admin, held);
    }
}
