package org.careroom.workflows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps workflows. A definition is read and written as a whole, and so is one JSON document. */
@Repository
class WorkflowStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WorkflowStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The workflows of these organizations by name. */
    List<Workflow> in(Collection<OrganizationId> organizations) {
        return jdbc.sql("select * from workflow where organization_id = any(?) order by lower(name)")
                .param(organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .query(this::workflow)
                .list();
    }

    Optional<Workflow> find(WorkflowId id) {
        return jdbc.sql("select * from workflow where id = ?")
                .param(id.value())
                .query(this::workflow)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the organization has one of this name */
    void add(Workflow workflow) {
        jdbc.sql("""
                        insert into workflow (id, organization_id, name, definition, version, changed_by, changed_at)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .params(
                        workflow.id().value(),
                        workflow.organization().value(),
                        workflow.name(),
                        json.writeValueAsString(workflow.definition()),
                        workflow.version(),
                        workflow.changedBy().value(),
                        workflow.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Puts it in the place of the version before it.
     *
     * @return whether that version was still there
     * @throws org.springframework.dao.DuplicateKeyException when the organization has another one of this name
     */
    boolean replace(Workflow workflow) {
        return jdbc.sql("""
                        update workflow set name = ?, definition = ?::jsonb, version = ?, changed_by = ?, changed_at = ?
                        where id = ? and version = ?
                        """)
                        .params(
                                workflow.name(),
                                json.writeValueAsString(workflow.definition()),
                                workflow.version(),
                                workflow.changedBy().value(),
                                workflow.changedAt().atOffset(ZoneOffset.UTC),
                                workflow.id().value(),
                                workflow.version() - 1)
                        .update()
                == 1;
    }

    void delete(WorkflowId id) {
        jdbc.sql("delete from workflow where id = ?").param(id.value()).update();
    }

    private Workflow workflow(ResultSet row, int number) throws SQLException {
        Instant changedAt = row.getTimestamp("changed_at").toInstant();
        return new Workflow(
                new WorkflowId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getString("name"),
                json.readValue(row.getString("definition"), WorkflowDefinition.class),
                row.getInt("version"),
                new PersonId(row.getObject("changed_by", UUID.class)),
                changedAt);
    }
}
