package org.careroom.demonstration;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.cases.CaseAdmins;
import org.careroom.cases.CaseDescription;
import org.careroom.cases.CaseFields;
import org.careroom.cases.CaseId;
import org.careroom.cases.CasePages;
import org.careroom.cases.CaseView;
import org.careroom.cases.Cases;
import org.careroom.cases.DefaultGroups;
import org.careroom.cases.FieldInput;
import org.careroom.cases.FieldView;
import org.careroom.cases.Followers;
import org.careroom.cases.GroupView;
import org.careroom.cases.NewCase;
import org.careroom.cases.Saved;
import org.careroom.cases.TaskView;
import org.careroom.demonstration.CaseScene.CaseDeed;
import org.careroom.messaging.Messages;
import org.careroom.messaging.NewMessage;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Reading;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomInvitations;
import org.careroom.messaging.Rooms;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Teams;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.workflows.ProvidedWorkflows;
import org.careroom.workflows.WorkflowId;
import org.careroom.workflows.Workflows;
import org.springframework.stereotype.Component;

/** Lives through the days behind the demonstration's cases, through the faces that pages use. */
@Component
@ConditionalOnDemonstration
class CaseHistory {

    /** How many of a hundred have read what there is when somebody writes. */
    private static final int READING = 70;

    private final Workflows workflows;
    private final ProvidedWorkflows provided;
    private final Teams teams;
    private final Cases cases;
    private final CaseAdmins admins;
    private final CaseFields fields;
    private final CasePages pages;
    private final DefaultGroups defaults;
    private final Followers followers;
    private final Messages messages;
    private final RoomInvitations invitations;
    private final Rooms rooms;
    private final Participants participants;
    private final Reading reading;
    private final People people;
    private final HistoryClock clock;
    private final EntityManager entities;

    CaseHistory(
            Workflows workflows,
            ProvidedWorkflows provided,
            Teams teams,
            Cases cases,
            CaseAdmins admins,
            CaseFields fields,
            CasePages pages,
            DefaultGroups defaults,
            Followers followers,
            Messages messages,
            RoomInvitations invitations,
            Rooms rooms,
            Participants participants,
            Reading reading,
            People people,
            HistoryClock clock,
            EntityManager entities) {
        this.workflows = workflows;
        this.provided = provided;
        this.teams = teams;
        this.cases = cases;
        this.admins = admins;
        this.fields = fields;
        this.pages = pages;
        this.defaults = defaults;
        this.followers = followers;
        this.messages = messages;
        this.invitations = invitations;
        this.rooms = rooms;
        this.participants = participants;
        this.reading = reading;
        this.people = people;
        this.clock = clock;
        this.entities = entities;
    }

    /** Brings in the workflows that come with the product, as their builder would. */
    Map<String, WorkflowId> build(Person builder, OrganizationId organization, Past past) {
        clock.set(past.time("-140d 11:00"));
        Map<String, WorkflowId> made = new HashMap<>();
        for (String name : provided.names()) {
            made.put(
                    name,
                    workflows.create(
                            builder,
                            organization,
                            name,
                            Objects.requireNonNull(provided.copy(name, teams.visibleTo(builder)))));
        }
        return made;
    }

    void live(CaseScene scene, Map<String, WorkflowId> known, Ensemble ensemble, Past past) {
        clock.set(past.time(scene.at()));
        Person creator = ensemble.person(scene.by());
        WorkflowId workflow = Objects.requireNonNull(known.get(scene.workflow()), scene.workflow());
        CaseId id = cases.create(
                creator,
                new NewCase(
                        Id.next(),
                        workflow,
                        new CaseDescription(
                                scene.name(),
                                CaseScene.text(scene.unosId()),
                                CaseScene.text(scene.matchId()),
                                CaseScene.text(scene.opo()),
                                workflows
                                        .workflow(creator, workflow)
                                        .definition()
                                        .stages()
                                        .get(0),
                                scene.tags() == null ? Set.of() : scene.tags())));
        if (!scene.admins().isEmpty()) {
            admins.add(creator, id, ensemble.emails(scene.admins()), false);
        }
        defaults.make(creator, id, scene.groups().keySet());
        scene.groups().forEach((name, further) -> {
            if (!further.isEmpty()) {
                followers.add(creator, id, group(creator, id, name).id(), ensemble.emails(further), List.of());
            }
        });
        for (Map<String, CaseDeed> written : scene.log()) {
            Map.Entry<String, CaseDeed> entry = written.entrySet().iterator().next();
            int space = entry.getKey().lastIndexOf(' ');
            clock.set(past.time(entry.getKey().substring(0, space)));
            perform(ensemble.person(entry.getKey().substring(space + 1)), creator, id, entry.getValue(), past);
        }
    }

    private void perform(Person who, Person admin, CaseId id, CaseDeed deed, Past past) {
        if (deed.accepts() != null) {
            invitations.accept(who, group(admin, id, deed.accepts()).room());
        }
        if (deed.fills() != null && !deed.fills().isEmpty()) {
            fill(who, admin, id, deed.fills(), past);
        }
        if (deed.completes() != null) {
            fields.complete(who, id, task(admin, id, deed.completes()).id());
        }
        if (deed.stage() != null) {
            CaseDescription now = pages.ofAdmin(admin, id).description();
            cases.describe(
                    who,
                    id,
                    new CaseDescription(now.name(), now.unosId(), now.matchId(), now.opo(), deed.stage(), now.tags()),
                    now.digest());
        }
        if (deed.says() != null) {
            RoomId room = room(admin, id, CaseScene.text(deed.in()));
            read(who, room);
            messages.post(who, room, new NewMessage(deed.says(), Id.next(), null));
        }
        if (Boolean.TRUE.equals(deed.closes())) {
            cases.close(who, id);
        }
    }

    /** Whoever writes has read what stands there before, and so have most of the others. */
    private void read(Person writer, RoomId id) {
        Random chance = new Random(clock.instant().hashCode());
        entities.flush();
        entities.clear();
        Room room = rooms.findForKind(id);
        Set<PersonId> inside =
                participants.in(room).stream().map(Participant::person).collect(Collectors.toSet());
        people.named(inside).values().stream()
                .sorted(Comparator.comparing(Person::email))
                .filter(person -> chance.nextInt(100) < READING || person.id().equals(writer.id()))
                .forEach(person -> reading.readUpTo(person, id, room.lastSequence()));
    }

    private void fill(Person who, Person admin, CaseId id, Map<String, String> values, Past past) {
        Map<String, FieldView> known = new HashMap<>();
        pages.ofAdmin(admin, id)
                .tasks()
                .forEach(task -> task.fields().forEach(field -> known.put(field.label(), field)));
        List<FieldInput> inputs = new ArrayList<>();
        values.forEach((label, value) -> {
            FieldView field = Objects.requireNonNull(known.get(label), label);
            inputs.add(new FieldInput(field.id(), List.of(meant(value, past)), field.version()));
        });
        Saved saved = fields.save(who, id, inputs);
        if (!saved.isComplete()) {
            throw new IllegalStateException("the demonstration fills in something wrong: " + saved);
        }
    }

    private static String meant(String value, Past past) {
        if (!value.startsWith("@")) {
            return value;
        }
        Instant time = past.time(value.substring(1));
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private RoomId room(Person admin, CaseId id, String in) {
        CaseView view = pages.ofAdmin(admin, id);
        return in.equals("case") ? view.room() : group(admin, id, in).room();
    }

    private GroupView group(Person admin, CaseId id, String name) {
        return pages.ofAdmin(admin, id).groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no group is called " + name));
    }

    private TaskView task(Person admin, CaseId id, String name) {
        return pages.ofAdmin(admin, id).tasks().stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no task is called " + name));
    }
}
