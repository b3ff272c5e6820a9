package org.careroom.cases;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.careroom.people.Person;
import org.careroom.shared.LikePattern;
import org.careroom.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's own list of cases, latest first, paged by key: one range of an index, however many cases there are. */
@Service
@Transactional(readOnly = true)
public class CaseList {

    static final int PAGE = 50;

    /** The page of the list, and what is shown of its cases. */
    private static final String LIST = """
            with page as (
                select p.case_id, p.admin from case_person p
                where p.person_id = :who and p.open = :open %s
                order by p.case_id desc limit :limit)
            select c.*, page.admin,
                   (select count(*) from case_task t where t.case_id = c.id) as tasks,
                   (select count(*) from case_task t where t.case_id = c.id and t.completed_at is not null) as completed,
                   own.names, own.unread
            from page join care_case c on c.id = page.case_id
            cross join lateral (
                select array_agg(r.name order by r.id <> c.room_id, lower(r.name)) as names,
                       coalesce(sum(r.last_sequence - p.read_up_to) filter (where not p.muted), 0) as unread
                from (select c.room_id union all select g.room_id from follower_group g where g.case_id = c.id) of_case
                join participant p on p.room_id = of_case.room_id and p.person_id = :who and p.state = 'IN'
                join room r on r.id = p.room_id) own
            order by c.id desc
            """;

    private final JdbcClient jdbc;

    CaseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases that the person is an admin of or follows. */
    public Slice<CaseRow> of(Person who, CaseFilter filter) {
        CaseId after = filter.after();
        List<CaseRow> found = jdbc.sql(LIST.formatted(conditions(filter)))
                .param("who", who.id().value())
                .param("open", filter.open())
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("stage", filter.stage())
                .param("tag", filter.tag())
                .param("search", LikePattern.containing(filter.search()))
                .param("limit", PAGE + 1)
                .query(CaseList::row)
                .list();
        List<CaseRow> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        return new Slice<>(page, found.size() > PAGE ? page.get(PAGE - 1).id().toString() : null);
    }

    /**
     * Only what is asked for: for a condition that is always there PostgreSQL expects few cases and looks at all of them. What
     * only an admin may see is compared only where the person is one.
     */
    private static String conditions(CaseFilter filter) {
        StringBuilder conditions = new StringBuilder();
        if (filter.after() != null) {
            conditions.append(" and p.case_id < :after");
        }
        if (filter.mine()) {
            conditions.append(" and p.admin");
        }
        if (!filter.stage().isEmpty()) {
            conditions.append(" and p.admin and").append(whoseCase("c.stage = :stage"));
        }
        if (!filter.tag().isEmpty()) {
            conditions.append(" and p.admin and").append(whoseCase(":tag = any(c.tags)"));
        }
        if (!filter.search().isEmpty()) {
            conditions.append(" and").append(whoseCase("""
                    (c.name ilike :search
                        or p.admin and (c.unos_id ilike :search or c.match_id ilike :search or c.opo ilike :search))"""));
        }
        return conditions.toString();
    }

    private static String whoseCase(String condition) {
        return " exists (select from care_case c where c.id = p.case_id and " + condition + ")";
    }

    /** Whether the person is an admin of any case. */
    public boolean runsAny(Person who) {
        return jdbc.sql("select exists (select from case_person where person_id = ? and admin)")
                .param(who.id().value())
                .query(Boolean.class)
                .single();
    }

    /** The stages to filter by: those of the cases that the person is an admin of. */
    public List<String> stages(Person who) {
        return words(who, "c.stages");
    }

    /** The tags to filter by. */
    public List<String> tags(Person who) {
        return words(who, "c.tags");
    }

    private List<String> words(Person who, String column) {
        return jdbc.sql("""
                        select distinct word from (
                            select c.* from case_person p join care_case c on c.id = p.case_id
                            where p.person_id = ? and p.admin order by p.case_id desc limit 200) c,
                            unnest(%s) word order by word
                        """.formatted(column))
                .param(who.id().value())
                .query(String.class)
                .list();
    }

    private static CaseRow row(ResultSet row, int number) throws SQLException {
        boolean admin = row.getBoolean("admin");
        return new CaseRow(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("name"),
                admin,
                row.getBoolean("open"),
                admin ? row.getString("workflow_name") : "",
                admin ? row.getString("unos_id") : "",
                admin ? row.getString("opo") : "",
                admin ? row.getString("stage") : "",
                admin ? texts(row.getArray("tags")) : List.of(),
                admin ? row.getLong("tasks") : 0,
                admin ? row.getLong("completed") : 0,
                texts(row.getArray("names")),
                row.getLong("unread"),
                row.getTimestamp("created_at").toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
