package org.careroom.cases;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.careroom.messaging.Messages;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.RoomLife;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NamedLocks;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.careroom.workflows.TaskTemplate;
import org.careroom.workflows.Workflow;
import org.careroom.workflows.Workflows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases: setting them up, describing, closing and opening them again. */
@Service
@Transactional
public class Cases {

    private final CaseRepository cases;
    private final CaseDoor door;
    private final CasePeople casePeople;
    private final CaseRooms caseRooms;
    private final CaseLog log;
    private final CaseNews news;
    private final Workflows workflows;
    private final Members members;
    private final Rooms rooms;
    private final RoomLife life;
    private final Participants participants;
    private final Messages messages;
    private final NamedLocks locks;
    private final EntityManager entities;
    private final Clock clock;

    Cases(
            CaseRepository cases,
            CaseDoor door,
            CasePeople casePeople,
            CaseRooms caseRooms,
            CaseLog log,
            CaseNews news,
            Workflows workflows,
            Members members,
            Rooms rooms,
            RoomLife life,
            Participants participants,
            Messages messages,
            NamedLocks locks,
            EntityManager entities,
            Clock clock) {
        this.cases = cases;
        this.door = door;
        this.casePeople = casePeople;
        this.caseRooms = caseRooms;
        this.log = log;
        this.news = news;
        this.workflows = workflows;
        this.members = members;
        this.rooms = rooms;
        this.life = life;
        this.participants = participants;
        this.messages = messages;
        this.locks = locks;
        this.entities = entities;
        this.clock = clock;
    }

    /** Whether the person may set up cases somewhere. */
    @Transactional(readOnly = true)
    public boolean maySetUp(Person who) {
        return members.of(who.id()).stream().anyMatch(member -> member.may(Permission.SET_UP_CASES));
    }

    /**
     * Sets up a case; who does is its first admin. The same form sent twice makes one case.
     *
     * @throws NotFound when the person may not set up cases from this workflow
     * @throws Invalid at the fields of the description
     */
    public CaseId create(Person who, NewCase wanted) {
        locks.lock("case form " + wanted.key() + " of " + who.id());
        Workflow workflow = workflows.workflow(who, wanted.workflow());
        members.hold(workflow.organization());
        requireMaySetUp(who, workflow.organization());
        return cases.findByCreatedByAndFormKey(who.id().value(), wanted.key())
                .map(CaseEntity::id)
                .orElseGet(() -> make(who, workflow, wanted));
    }

    private CaseId make(Person who, Workflow workflow, NewCase wanted) {
        CaseDescription description = wanted.description()
                .checked(workflow.definition().stages(), workflow.definition().tags());
        Room room = rooms.create(RoomKind.CASE, description.name());
        CaseEntity made = cases.save(new CaseEntity(
                new CaseId(Id.next()), room.id(), workflow, description, wanted.key(), who.id(), clock.instant()));
        copy(workflow, made.id());
        participants.enterAsManager(room, who.id(), who.id());
        messages.announce(room, who.id(), "set-up", List.of(who.name()));
        life.changed(room, Set.of(who.id()));
        log.note(made, who, CaseEvent.Kind.CREATED, workflow.name());
        return made.id();
    }

    private void copy(Workflow workflow, CaseId id) {
        int place = 0;
        for (TaskTemplate template : workflow.definition().tasks()) {
            CaseTask task = new CaseTask(new TaskId(Id.next()), id, place++, template.name());
            entities.persist(task);
            for (int field = 0; field < template.fields().size(); field++) {
                entities.persist(new CaseField(
                        new FieldId(Id.next()),
                        id,
                        task.id(),
                        field,
                        template.fields().get(field)));
            }
        }
    }

    /**
     * Changes what the case is called and known by, its stage and tags.
     *
     * @param seen the digest of the description that the person began with
     * @throws Invalid at the fields of the description, also at those that somebody else changed meanwhile
     * @throws Refused when the person is none of its admins, or the case is closed
     */
    public void describe(Person who, CaseId id, CaseDescription wanted, String seen) {
        CaseEntity of = door.lockOpenAsAdmin(who, id);
        CaseDescription before = of.description();
        CaseDescription after = wanted.checked(of.stages(), of.possibleTags());
        if (after.equals(before)) {
            return;
        }
        if (!before.digest().equals(seen)) {
            before.refuse(after);
        }
        of.describe(after);
        for (CaseDescription.Difference difference : before.differences(after)) {
            log.note(
                    of,
                    who,
                    CaseEvent.Kind.DESCRIBED,
                    null,
                    difference.field(),
                    difference.before(),
                    difference.after());
        }
        if (!after.name().equals(before.name())) {
            caseRooms.renamed(who, of);
        }
        news.changed(of, List.of());
    }

    /** Makes the case and all its rooms read-only. Closing a closed case changes nothing. */
    public void close(Person who, CaseId id) {
        CaseEntity of = door.lockAsAdmin(who, id);
        if (of.isOpen()) {
            of.close();
            caseRooms.close(who, of);
            casePeople.settle(id, false);
            log.note(of, who, CaseEvent.Kind.CLOSED, of.name());
        }
    }

    public void reopen(Person who, CaseId id) {
        CaseEntity of = door.lockAsAdmin(who, id);
        if (!of.isOpen()) {
            of.reopen();
            caseRooms.reopen(who, of);
            casePeople.settle(id, true);
            log.note(of, who, CaseEvent.Kind.REOPENED, of.name());
        }
    }

    private void requireMaySetUp(Person who, OrganizationId organization) {
        if (members.of(who.id()).stream()
                .filter(member -> member.organization().equals(organization))
                .noneMatch((Membership member) -> member.may(Permission.SET_UP_CASES))) {
            throw new NotFound();
        }
    }
}
