package org.careroom.organizations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.careroom.people.PersonId;
import org.careroom.shared.LikePattern;
import org.careroom.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds active members of the searcher's own organizations by the beginnings of words. */
@Component
class ColleagueSearch {

    private static final String COLLEAGUES = """
            select distinct on (lower(a.name), a.id)
                   a.id, a.name, a.email, m.job_role, o.id as organization, o.name as organization_name
            from member mine
            join member m on m.organization_id = mine.organization_id and m.status = 'ACTIVE'
            join organization o on o.id = m.organization_id
            join account a on a.id = m.person_id
            where mine.person_id = :who and mine.status = 'ACTIVE' and a.id <> :who
            """;

    private final JdbcClient jdbc;

    ColleagueSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Slice<Colleague> colleagues(PersonId who, String query, int limit) {
        StringBuilder sql = new StringBuilder(COLLEAGUES);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("who", who.value());
        for (String word : words(query)) {
            String name = "word" + values.size();
            sql.append("and (lower(a.name) like :%1$s or lower(a.name) like '% ' || :%1$s or a.email like :%1$s)\n"
                    .replace("%1$s", name));
            values.put(name, LikePattern.startingWith(word));
        }
        sql.append("order by lower(a.name), a.id, o.name limit ").append(limit + 1);
        List<Colleague> found = jdbc.sql(sql.toString())
                .params(values)
                .query((row, number) -> colleague(row))
                .list();
        return found.size() > limit
                ? new Slice<>(found.subList(0, limit), found.get(limit - 1).id().toString())
                : new Slice<>(found, null);
    }

    /** All active members of the organization but who is asking, by name. */
    List<Colleague> colleaguesIn(OrganizationId organization, PersonId who) {
        return jdbc.sql("""
                        select a.id, a.name, a.email, m.job_role, o.id as organization, o.name as organization_name
                        from member m
                        join organization o on o.id = m.organization_id
                        join account a on a.id = m.person_id
                        where m.organization_id = :organization and m.status = 'ACTIVE' and a.id <> :who
                        order by lower(a.name), a.id""")
                .param("organization", organization.value())
                .param("who", who.value())
                .query((row, number) -> colleague(row))
                .list();
    }

    private static List<String> words(String query) {
        return Arrays.stream(
                        query.toLowerCase(Locale.ROOT).replace("\0", "").strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .toList();
    }

    private static Colleague colleague(ResultSet row) throws SQLException {
        return new Colleague(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("job_role"),
                new OrganizationId(row.getObject("organization", UUID.class)),
                row.getString("organization_name"));
    }
}
