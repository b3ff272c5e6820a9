package org.careroom.workflows;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.shared.Checked;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates from which an organization's cases are set up. Every method throws {@link NotFound} to those who may not. */
@Service
@Transactional
public class Workflows {

    private final WorkflowStore store;
    private final Members members;
    private final Clock clock;

    Workflows(WorkflowStore store, Members members, Clock clock) {
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    /** Whether the person may build workflows somewhere. */
    @Transactional(readOnly = true)
    public boolean mayBuild(Person who) {
        return members.of(who.id()).stream().anyMatch(WorkflowRules::mayBuild);
    }

    /** The workflows of an organization by name, for those who build them or set up cases from them. */
    @Transactional(readOnly = true)
    public List<Workflow> of(Person who, OrganizationId organization) {
        require(who, organization, WorkflowRules::maySee);
        return store.in(List.of(organization));
    }

    /** The workflows of an organization by name, for those who build them. */
    @Transactional(readOnly = true)
    public List<Workflow> toBuildIn(Person who, OrganizationId organization) {
        require(who, organization, WorkflowRules::mayBuild);
        return store.in(List.of(organization));
    }

    /** A workflow, to look at or to set up a case from. */
    @Transactional(readOnly = true)
    public Workflow workflow(Person who, WorkflowId id) {
        return find(who, id, WorkflowRules::maySee);
    }

    /** The workflow that a case was set up from, for the module of cases, which asks its own rules; empty when it is gone. */
    @Transactional(readOnly = true)
    public Optional<Workflow> find(WorkflowId id) {
        return store.find(id);
    }

    /** A workflow to change. */
    @Transactional(readOnly = true)
    public Workflow toBuild(Person who, WorkflowId id) {
        return find(who, id, WorkflowRules::mayBuild);
    }

    /** @throws Invalid at the fields of the definition (see {@link WorkflowCheck}) or at {@code name} */
    public WorkflowId create(Person who, OrganizationId organization, String name, WorkflowDefinition definition) {
        require(who, organization, WorkflowRules::mayBuild);
        WorkflowId id = new WorkflowId(Id.next());
        Workflow workflow = checked(id, organization, name, definition, 1, who);
        try {
            store.add(workflow);
        } catch (DuplicateKeyException sameName) {
            throw new Invalid("name", Reason.of("workflow.name.taken"));
        }
        return id;
    }

    /**
     * Changes a workflow; running cases stay as they are.
     *
     * @param version the one that the change was made from
     * @throws Invalid at the fields of the definition, at {@code name}, or at {@code version} when somebody changed it meanwhile
     */
    public void change(Person who, WorkflowId id, int version, String name, WorkflowDefinition definition) {
        Workflow before = find(who, id, WorkflowRules::mayBuild);
        try {
            boolean replaced = store.replace(checked(id, before.organization(), name, definition, version + 1, who));
            if (!replaced) {
                throw new Invalid("version", Reason.of("workflow.changed-meanwhile"));
            }
        } catch (DuplicateKeyException sameName) {
            throw new Invalid("name", Reason.of("workflow.name.taken"));
        }
    }

    /** Takes a workflow away; its cases keep what they were set up with. */
    public void delete(Person who, WorkflowId id) {
        store.delete(find(who, id, WorkflowRules::mayBuild).id());
    }

    private Workflow checked(
            WorkflowId id,
            OrganizationId organization,
            String name,
            WorkflowDefinition definition,
            int version,
            Person who) {
        Checked<String> line = Checked.of(() -> PlainText.line("name", name, PlainText.NAME));
        Checked<WorkflowDefinition> whole = Checked.of(() -> WorkflowCheck.of(definition));
        Checked.all(line, whole);
        return new Workflow(id, organization, line.get(), whole.get(), version, who.id(), clock.instant());
    }

    private Workflow find(Person who, WorkflowId id, Predicate<Membership> rule) {
        Workflow workflow = store.find(id).orElseThrow(NotFound::new);
        require(who, workflow.organization(), rule);
        return workflow;
    }

    private void require(Person who, OrganizationId organization, Predicate<Membership> rule) {
        if (members.of(who.id()).stream()
                .noneMatch(member -> member.organization().equals(organization) && rule.test(member))) {
            throw new NotFound();
        }
    }
}
