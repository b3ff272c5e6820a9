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

/** The current values of what a follower room was given, at its top; what is set comes first, what was changed last before all. */
@Component
class FollowerBoard implements RoomBoard {

    private static final Comparator<CaseField> SET_FIRST = Comparator.comparing(
                    (CaseField field) -> field.value().isEmpty())
            .thenComparing(
                    field -> field.value().isEmpty() ? null : field.changedAt(),
                    Comparator.nullsLast(Comparator.reverseOrder()));

    private final FollowerGroupRepository groups;
    private final CaseRepository cases;
    private final CaseFieldRepository fields;
    private final Participants participants;

    FollowerBoard(
            FollowerGroupRepository groups,
            CaseRepository cases,
            CaseFieldRepository fields,
            Participants participants) {
        this.groups = groups;
        this.cases = cases;
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

    /**
     * A field and what it holds now.
     *
     * @param place in the case's order, among what the room was given
     */
    public record Held(UUID field, String label, Value value, int place) {}

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
        List<CaseField> given =
                fields.inOrder(of.id().value()).stream().filter(group::gets).toList();
        List<Held> held = given.stream()
                .sorted(SET_FIRST)
                .map(field -> new Held(
                        field.id().value(),
                        field.label(),
                        FieldValues.shown(field.type(), field.value()),
                        given.indexOf(field)))
                .toList();
        boolean admin =
                participants.of(room, who.id()).filter(Participant::isManager).isPresent();
        return new View(of.id(), of.name(), group.mayEdit() && of.isOpen(), admin, held);
    }
}
