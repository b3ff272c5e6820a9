package org.careroom.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.careroom.messaging.RoomId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases as people see them: an admin the whole, a follower what they were given and nothing else. */
@Service
@Transactional(readOnly = true)
public class CasePages {

    private static final int LATELY = 8;

    private final CaseDoor door;
    private final CaseTaskRepository tasks;
    private final CaseFieldRepository fields;
    private final CaseLog log;
    private final People people;
    private final JdbcClient jdbc;

    CasePages(
            CaseDoor door,
            CaseTaskRepository tasks,
            CaseFieldRepository fields,
            CaseLog log,
            People people,
            JdbcClient jdbc) {
        this.door = door;
        this.tasks = tasks;
        this.fields = fields;
        this.log = log;
        this.people = people;
        this.jdbc = jdbc;
    }

    /**
     * Whether the person is one of its admins.
     *
     * @throws org.careroom.shared.NotFound when they have nothing to do with it
     */
    public boolean isAdmin(Person who, CaseId id) {
        return door.isAdmin(who, door.look(who, id));
    }

    /** @throws org.careroom.shared.Refused when the person only follows the case */
    public CaseView ofAdmin(Person who, CaseId id) {
        CaseEntity of = door.lookAsAdmin(who, id);
        Map<RoomId, Counts> counts = counts(who, of);
        Counts own = counts.getOrDefault(of.room(), Counts.NONE);
        return new CaseView(
                id,
                of.workflowName(),
                of.description(),
                of.stages(),
                of.possibleTags(),
                of.isOpen(),
                of.room(),
                own.people() + own.managers(),
                own.unread(),
                tasks(who, of, new CaseRights(true, List.of()), task -> true),
                groups(of, counts),
                log.of(id, null, Arrays.asList(CaseEvent.Kind.values()), null).items().stream()
                        .limit(LATELY)
                        .toList());
    }

    public FollowedCase ofFollower(Person who, CaseId id) {
        CaseEntity of = door.look(who, id);
        CaseRights rights = door.rights(who, of);
        Map<RoomId, Counts> counts = counts(who, of);
        Map<GroupId, GroupView> shown =
                groups(of, counts).stream().collect(Collectors.toMap(GroupView::id, group -> group));
        List<FollowedCase.FollowedGroup> followed = new ArrayList<>();
        for (FollowerGroup group : rights.groups()) {
            CaseRights byThis = new CaseRights(false, List.of(group));
            List<TaskView> given = tasks(who, of, byThis, byThis::sees);
            Set<FieldId> within = given.stream()
                    .flatMap(task -> task.fields().stream())
                    .map(FieldView::id)
                    .collect(Collectors.toSet());
            List<FieldView> single = fields.inOrder(id.value()).stream()
                    .filter(byThis::sees)
                    .filter(field -> !within.contains(field.id()))
                    .map(field -> view(who, of, field, byThis, named(List.of(field))))
                    .toList();
            GroupView view = Objects.requireNonNull(shown.get(group.id()));
            followed.add(new FollowedCase.FollowedGroup(
                    group.id(), group.room(), view.name(), view.unread(), group.mayEdit(), given, single));
        }
        return new FollowedCase(id, of.name(), of.isOpen(), followed);
    }

    private List<TaskView> tasks(Person who, CaseEntity of, CaseRights rights, Predicate<CaseTask> wanted) {
        List<CaseField> all = fields.inOrder(of.id().value());
        List<CaseTask> found = tasks.findByCaseIdOrderByPosition(of.id().value()).stream()
                .filter(wanted)
                .toList();
        Map<PersonId, Person> named = named(all);
        Map<PersonId, Person> completed = people.named(found.stream()
                .map(CaseTask::completedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return found.stream()
                .map(task -> new TaskView(
                        task.id(),
                        task.name(),
                        task.isComplete(),
                        name(task.completedBy(), completed),
                        task.completedAt(),
                        of.isOpen() && rights.completes(task),
                        all.stream()
                                .filter(field -> field.task().equals(task.id()))
                                .map(field -> view(who, of, field, rights, named))
                                .toList()))
                .toList();
    }

    private static FieldView view(
            Person who, CaseEntity of, CaseField field, CaseRights rights, Map<PersonId, Person> named) {
        return new FieldView(
                field.id(),
                field.label(),
                field.type(),
                field.isMandatory(),
                field.choices(),
                FieldValues.shown(field.type(), field.value()),
                FieldValues.typed(field.type(), field.value(), who),
                field.version(),
                name(field.changedBy(), named),
                field.changedAt(),
                of.isOpen() && rights.fillsIn(field));
    }

    private Map<PersonId, Person> named(List<CaseField> changed) {
        return people.named(CaseField.changers(changed));
    }

    private static @Nullable String name(@Nullable PersonId person, Map<PersonId, Person> named) {
        Person found = person == null ? null : named.get(person);
        return found == null ? null : found.name();
    }

    private List<GroupView> groups(CaseEntity of, Map<RoomId, Counts> counts) {
        return jdbc.sql("""
                        select g.id, g.room_id, g.may_edit, r.name,
                               (select count(*) from follower_group_gets gets where gets.group_id = g.id) as gets
                        from follower_group g join room r on r.id = g.room_id
                        where g.case_id = ? order by lower(r.name), g.id
                        """)
                .param(of.id().value())
                .query((row, number) -> {
                    RoomId room = new RoomId(row.getObject("room_id", UUID.class));
                    Counts there = counts.getOrDefault(room, Counts.NONE);
                    return new GroupView(
                            new GroupId(row.getObject("id", UUID.class)),
                            room,
                            row.getString("name"),
                            there.people(),
                            there.invited(),
                            row.getLong("gets"),
                            row.getBoolean("may_edit"),
                            there.joined(),
                            there.unread());
                })
                .list();
    }

    private Map<RoomId, Counts> counts(Person who, CaseEntity of) {
        Map<RoomId, Counts> counts = new HashMap<>();
        jdbc.sql("""
                        select r.id,
                               count(*) filter (where p.state = 'IN' and not p.manager) as people,
                               count(*) filter (where p.state = 'IN' and p.manager) as managers,
                               count(*) filter (where p.state = 'INVITED') as invited,
                               coalesce(bool_or(p.person_id = :who and p.state = 'IN'), false) as joined,
                               coalesce(max(case when p.person_id = :who and p.state = 'IN' then r.last_sequence - p.read_up_to end), 0) as unread
                        from room r left join participant p on p.room_id = r.id
                        where r.id = (select room_id from care_case where id = :case)
                           or r.id in (select room_id from follower_group where case_id = :case)
                        group by r.id
                        """)
                .param("who", who.id().value())
                .param("case", of.id().value())
                .query(row -> {
                    counts.put(
                            new RoomId(row.getObject("id", UUID.class)),
                            new Counts(
                                    row.getLong("people"),
                                    row.getLong("managers"),
                                    row.getLong("invited"),
                                    row.getBoolean("joined"),
                                    row.getLong("unread")));
                });
        return counts;
    }

    /** Who is in a room, and what the reader has not read there. */
    private record Counts(long people, long managers, long invited, boolean joined, long unread) {
        static final Counts NONE = new Counts(0, 0, 0, false, 0);
    }
}
