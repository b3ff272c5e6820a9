package org.careroom.organizations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members of an organization, for its admins to look at. */
@Service
@Transactional(readOnly = true)
public class MemberList {

    private static final int PAGE = 100;

    private static final String MEMBERS = """
            select m.*, coalesce(a.name, nullif(m.invited_name, ''), m.invited_email) as shown_name,
                   coalesce(a.email, m.invited_email) as shown_email, i.expires_at
            from member m
            left join account a on a.id = m.person_id
            left join invitation i on i.subject = m.id and i.kind = 'MEMBERSHIP' and m.status = 'INVITED'
            """;

    private final JdbcClient jdbc;
    private final Admins admins;
    private final SettingsLog log;
    private final People people;

    MemberList(JdbcClient jdbc, Admins admins, SettingsLog log, People people) {
        this.jdbc = jdbc;
        this.admins = admins;
        this.log = log;
        this.people = people;
    }

    /**
     * A page of the members by name.
     *
     * @param status only these, or null for all
     * @param query a part of the name, e-mail address or job role; blank for all
     * @param after the key of the page before, or null for the first
     */
    public Slice<MemberRow> page(
            Person who, OrganizationId organization, @Nullable Status status, String query, @Nullable String after) {
        admins.organization(who, organization);
        List<Keyed> rows = jdbc.sql("select *, id || lower(shown_name) as key from (" + MEMBERS + """
                        where m.organization_id = :organization and (:status = '' or m.status = :status)) found
                        where (lower(shown_name) || ' ' || shown_email || ' ' || lower(job_role)) like :query
                        and (lower(shown_name), id::text) > (:afterName, :afterId)
                        order by lower(shown_name), id::text limit :limit""")
                .param("organization", organization.value())
                .param("status", status == null ? "" : status.name())
                .param("query", "%" + query.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("afterName", after == null ? "" : after.substring(Math.min(36, after.length())))
                .param("afterId", after == null ? "" : after.substring(0, Math.min(36, after.length())))
                .param("limit", PAGE + 1)
                .query((row, number) -> new Keyed(row(row), row.getString("key")))
                .list();
        String next = rows.size() > PAGE ? rows.get(PAGE - 1).key() : null;
        return new Slice<>(rows.stream().limit(PAGE).map(Keyed::row).toList(), next);
    }

    /** A row with its key in the list, as the database makes it: Java lowers some letters otherwise. */
    private record Keyed(MemberRow row, String key) {}

    /** Everybody with one status, by how long they have had it. */
    public List<MemberRow> all(Person who, OrganizationId organization, Status status) {
        admins.organization(who, organization);
        return jdbc.sql(MEMBERS
                        + "where m.organization_id = :organization and m.status = :status order by m.since, m.id")
                .param("organization", organization.value())
                .param("status", status.name())
                .query((row, number) -> row(row))
                .list();
    }

    /** Those who have not answered yet and whom this member invited last, by when that was. */
    public List<MemberRow> invitedBy(Person who, MemberId id) {
        Member member = admins.member(who, id);
        PersonId person = member.person();
        return jdbc.sql(MEMBERS + """
                        where m.organization_id = :organization and m.status = 'INVITED' and i.invited_by = :person
                        order by m.since, m.id""")
                .param("organization", member.organization().value())
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .query((row, number) -> row(row))
                .list();
    }

    /** How many members have each status. */
    public Map<Status, Long> counts(Person who, OrganizationId organization) {
        admins.organization(who, organization);
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        jdbc.sql("select status, count(*) as number from member where organization_id = :organization group by status")
                .param("organization", organization.value())
                .query(row -> {
                    counts.put(Status.valueOf(row.getString("status")), row.getLong("number"));
                });
        return counts;
    }

    /** @throws NotFound unless the person is an admin of the member's organization */
    public MemberDetails details(Person who, MemberId id) {
        Member member = admins.member(who, id);
        MemberRow row = jdbc.sql(MEMBERS + "where m.id = :id")
                .param("id", id.value())
                .query((found, number) -> row(found))
                .single();
        PersonId changedBy = member.changedBy();
        return new MemberDetails(
                row,
                admins.organization(who, member.organization()).view(),
                refusals(admins.facts(who, member)),
                member.changedAt(),
                changedBy == null ? null : people.person(changedBy).name(),
                log.of(id));
    }

    private static Map<MemberAction, Reason> refusals(MemberRules.Facts facts) {
        Map<MemberAction, Reason> refusals = new EnumMap<>(MemberAction.class);
        for (MemberAction action : MemberAction.values()) {
            Reason refusal = MemberRules.refusal(action, facts);
            if (refusal != null) {
                refusals.put(action, refusal);
            }
        }
        return refusals;
    }

    private static MemberRow row(ResultSet row) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Arrays.stream((String[]) row.getArray("permissions").getArray())
                .map(Permission::valueOf)
                .forEach(permissions::add);
        Timestamp expires = row.getTimestamp("expires_at");
        return new MemberRow(
                new MemberId(row.getObject("id", UUID.class)),
                person == null ? null : new PersonId(person),
                row.getString("shown_name"),
                row.getString("shown_email"),
                Level.valueOf(row.getString("level")),
                Status.valueOf(row.getString("status")),
                row.getString("job_role"),
                Collections.unmodifiableSet(permissions),
                row.getTimestamp("since").toInstant(),
                expires == null ? null : expires.toInstant());
    }
}
