package org.careroom.clinics;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who belongs to a clinic, and as what. */
@Component
class ClinicMembers {

    /** Whether the member {@code m} is an administrator of every clinic of their organization ({@link Permission#MANAGE_CLINICS}). */
    static final String MANAGES = "(m.level = 'ADMIN' or 'MANAGE_CLINICS' = any(m.permissions))";

    private final JdbcClient jdbc;
    private final Clock clock;

    ClinicMembers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * As a clinic's rules see the person; somebody who is no active member of the organization is nobody there. One statement,
     * as each open page in a call asks it every few seconds.
     */
    ClinicRules.Asker asker(PersonId person, ClinicId clinic, OrganizationId organization) {
        return jdbc.sql("""
                        select %s as manages, c.role
                        from member m left join clinic_member c on c.clinic_id = ? and c.person_id = m.person_id
                        where m.organization_id = ? and m.person_id = ? and m.status = 'ACTIVE'""".formatted(MANAGES))
                .params(clinic.value(), organization.value(), person.value())
                .query((row, number) -> {
                    String role = row.getString("role");
                    return new ClinicRules.Asker(
                            role == null ? null : ClinicRole.valueOf(role), row.getBoolean("manages"));
                })
                .optional()
                .orElse(new ClinicRules.Asker(null, false));
    }

    /** The members, who are told what goes on there. */
    Set<PersonId> of(ClinicId clinic) {
        return jdbc.sql("""
                        select c.person_id from clinic_member c join member m
                        on m.organization_id = c.organization_id and m.person_id = c.person_id
                        where c.clinic_id = ? and m.status = 'ACTIVE'""").param(clinic.value()).query(UUID.class).list().stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /** The members with their names, administrators first. */
    List<ClinicView.MemberRow> list(ClinicId clinic) {
        return jdbc.sql("""
                        select c.person_id, a.name, a.email, c.role from clinic_member c
                        join account a on a.id = c.person_id
                        where c.clinic_id = ? order by c.role, lower(a.name), c.person_id""")
                .param(clinic.value())
                .query((row, number) -> new ClinicView.MemberRow(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        row.getString("email"),
                        ClinicRole.valueOf(row.getString("role"))))
                .list();
    }

    /** Those who look after the clinic. */
    List<PersonId> administrators(ClinicId clinic) {
        return jdbc
                .sql("select person_id from clinic_member where clinic_id = ? and role = 'ADMINISTRATOR'")
                .param(clinic.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /** Makes the person a member with this role, or gives a member this role. They are an active member of the organization. */
    void set(ClinicEntity clinic, PersonId person, ClinicRole role) {
        jdbc.sql("""
                        insert into clinic_member (clinic_id, organization_id, person_id, role, since)
                        values (?, ?, ?, ?, ?) on conflict (clinic_id, person_id) do update set role = excluded.role""")
                .params(
                        clinic.id().value(),
                        clinic.organization().value(),
                        person.value(),
                        role.name(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    void remove(ClinicId clinic, PersonId person) {
        jdbc.sql("delete from clinic_member where clinic_id = ? and person_id = ?")
                .params(clinic.value(), person.value())
                .update();
    }
}
