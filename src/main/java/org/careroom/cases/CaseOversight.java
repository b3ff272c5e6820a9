package org.careroom.cases;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.people.Person;
import org.careroom.shared.LikePattern;
import org.careroom.shared.NotFound;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What organization admins see of all cases of their organizations: the names and the admins, nothing that is in them (product 4). */
@Service
@Transactional(readOnly = true)
public class CaseOversight {

    static final int PAGE = 50;

    private final Members members;
    private final JdbcClient jdbc;

    CaseOversight(Members members, JdbcClient jdbc) {
        this.members = members;
        this.jdbc = jdbc;
    }

    /** A case as an organization's admin sees it who has nothing to do with it. */
    public record Overseen(String name, boolean open, String organization, String admins, Instant createdAt) {}

    /** Whether there is anything to see here for this person. */
    public boolean isAdmin(Person who) {
        return !organizations(who).isEmpty();
    }

    /**
     * The cases, latest first.
     *
     * @param search what the name holds; empty for all
     * @param after the key of the page before, or null
     * @throws NotFound unless the person is an organization's admin
     */
    public Slice<Overseen> list(Person who, String search, @Nullable CaseId after) {
        List<UUID> organizations = organizations(who);
        if (organizations.isEmpty()) {
            throw new NotFound();
        }
        List<Listed> found = jdbc.sql("""
                        select c.id, c.name, c.open, o.name as organization, c.created_at,
                               (select coalesce(string_agg(a.name, ', ' order by a.name), '')
                                from participant p join account a on a.id = p.person_id
                                where p.room_id = c.room_id and p.state = 'IN') as admins
                        from care_case c join organization o on o.id = c.organization_id
                        where c.organization_id = any(:organizations) and c.name ilike :search
                          and (cast(:after as uuid) is null or c.id < :after)
                        order by c.id desc limit :limit
                        """)
                .param("organizations", organizations.toArray(UUID[]::new))
                .param("search", LikePattern.containing(search.strip()))
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("limit", PAGE + 1)
                .query((row, number) -> new Listed(
                        row.getObject("id", UUID.class),
                        new Overseen(
                                row.getString("name"),
                                row.getBoolean("open"),
                                row.getString("organization"),
                                row.getString("admins"),
                                row.getTimestamp("created_at").toInstant())))
                .list();
        List<Listed> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        return new Slice<>(
                page.stream().map(Listed::shown).toList(),
                found.size() > PAGE ? page.get(PAGE - 1).id().toString() : null);
    }

    private List<UUID> organizations(Person who) {
        return members.of(who.id()).stream()
                .filter(Membership::admin)
                .map(member -> member.organization().value())
                .toList();
    }

    /** A case with its place in the list. */
    private record Listed(UUID id, Overseen shown) {}
}
