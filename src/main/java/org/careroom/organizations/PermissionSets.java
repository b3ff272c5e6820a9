package org.careroom.organizations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.people.Person;
import org.careroom.shared.Checked;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Permission sets are saved under a name as a template and applied to members (product 1); later changes of a set change no member. */
@Service
@Transactional
public class PermissionSets {

    private final JdbcClient jdbc;
    private final Admins admins;
    private final SettingsLog log;
    private final Clock clock;

    PermissionSets(JdbcClient jdbc, Admins admins, SettingsLog log, Clock clock) {
        this.jdbc = jdbc;
        this.admins = admins;
        this.log = log;
        this.clock = clock;
    }

    /** The organization's sets by name; for its admins. */
    @Transactional(readOnly = true)
    public List<PermissionSet> of(Person who, OrganizationId organization) {
        admins.organization(who, organization);
        return jdbc.sql("""
                        select s.*, a.name as changed_by_name from permission_set s join account a on a.id = s.changed_by
                        where s.organization_id = :organization order by lower(s.name)""")
                .param("organization", organization.value())
                .query((row, number) -> set(row))
                .list();
    }

    /** @throws NotFound when it is none of this organization's */
    @Transactional(readOnly = true)
    public PermissionSet set(Person who, OrganizationId organization, UUID id) {
        return of(who, organization).stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Saves a set under a name; one that has the name already becomes this.
     *
     * @throws Invalid at {@code name}, or at Organization Chat when what it needs is missing
     */
    public void save(Person who, OrganizationId organization, @Nullable String name, Set<Permission> permissions) {
        admins.lock(who, organization);
        Checked<String> checkedName = Checked.of(() -> PlainText.line("name", name, PlainText.NAME));
        Checked.all(checkedName, Checked.of(() -> PermissionRules.change(Set.of(), permissions)));
        String checked = checkedName.get();
        jdbc.sql("""
                        insert into permission_set (id, organization_id, name, permissions, changed_at, changed_by)
                        values (:id, :organization, :name, :permissions, :at, :by)
                        on conflict (organization_id, lower(name)) do update set name = excluded.name,
                            permissions = excluded.permissions, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by""")
                .param("id", Id.next())
                .param("organization", organization.value())
                .param("name", checked)
                .param(
                        "permissions",
                        permissions.stream().sorted().map(Enum::name).toArray(String[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .param("by", who.id().value())
                .update();
        log.note(who, organization, null, Reason.of("change.set.saved", checked));
    }

    public void delete(Person who, OrganizationId organization, UUID id) {
        PermissionSet set = set(who, organization, id);
        jdbc.sql("delete from permission_set where id = :id").param("id", id).update();
        log.note(who, organization, null, Reason.of("change.set.deleted", set.name()));
    }

    private static PermissionSet set(ResultSet row) throws SQLException {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Arrays.stream((String[]) row.getArray("permissions").getArray())
                .map(Permission::valueOf)
                .forEach(permissions::add);
        return new PermissionSet(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Collections.unmodifiableSet(permissions),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by_name"));
    }
}
