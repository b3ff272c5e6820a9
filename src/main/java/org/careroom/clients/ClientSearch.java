package org.careroom.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds clients, by name: a part of one index, or those few that the words lead to. It asks no rule; whose clients may be found
 * is asked before.
 */
@Component
class ClientSearch {

    /** The last of all characters (Unicode, 2.4): whatever begins with a word stands before the word and this. */
    private static final String LAST = "\uDBFF\uDFFF";

    private static final String OF_ALL = """
            select c.id, c.sort_name from client c
            where c.organization_id = :organization""";

    private static final String OF_ONE = """
            select c.client_id as id, c.sort_name from client_person c
            where c.person_id = :person and c.organization_id = :organization""";

    private static final String SHOWN = """
            select c.*, (select name from account where id = c.provider_id) as provider, i.expires_at
            from (%s
                  order by c.sort_name, c.%s limit :limit) found
            join client c on c.id = found.id
            left join invitation i on i.kind = 'CLIENT' and i.subject = c.id and i.email = c.email
            order by found.sort_name, found.id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ClientSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param of whose clients, as provider or in the care team; null for those of all
     * @param words each of which has to begin a word of the client's; none for all
     * @param withAccount only those who have an account
     * @param after the last one of the page before, or null
     */
    record Wanted(
            OrganizationId organization,
            @Nullable PersonId of,
            List<String> words,
            boolean withAccount,
            @Nullable ClientId after,
            int limit) {}

    List<ClientRow> rows(Wanted wanted) {
        return find(wanted, this::row);
    }

    List<ClientContact> contacts(Wanted wanted) {
        return find(wanted, ClientSearch::contact);
    }

    private <T> List<T> find(Wanted wanted, RowMapper<T> shown) {
        return jdbc.sql(sql(wanted)).params(values(wanted)).query(shown).list();
    }

    /** Only what is asked for: for a condition that is always there PostgreSQL expects few clients and looks at all of them. */
    String sql(Wanted wanted) {
        String id = wanted.of() == null ? "id" : "client_id";
        StringBuilder sql = new StringBuilder(wanted.of() == null ? OF_ALL : OF_ONE);
        for (int word = 0; word < wanted.words().size(); word++) {
            sql.append("""

                    and c.%s in (select w.client_id from client_word w where w.organization_id = :organization
                                 and w.word >= :word%d and w.word < :beyond%2$d)""".formatted(id, word));
        }
        if (wanted.withAccount()) {
            sql.append(
                    wanted.of() == null
                            ? " and c.account_id is not null"
                            : " and exists (select from client a where a.id = c.client_id and a.account_id is not null)");
        }
        if (wanted.after() != null) {
            sql.append(" and (c.sort_name, c.%s) > (:afterName, :after)".formatted(id));
        }
        return SHOWN.formatted(sql, id);
    }

    Map<String, Object> values(Wanted wanted) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("organization", wanted.organization().value());
        values.put("limit", wanted.limit());
        if (wanted.of() != null) {
            values.put("person", wanted.of().value());
        }
        int number = 0;
        for (String word : wanted.words()) {
            values.put("word" + number, word);
            values.put("beyond" + number++, word + LAST);
        }
        if (wanted.after() != null) {
            values.put("after", wanted.after().value());
            values.put("afterName", place(wanted.organization(), wanted.after()));
        }
        return values;
    }

    /** Where the client stands among those of the organization. */
    private String place(OrganizationId organization, ClientId client) {
        return jdbc.sql("select sort_name from client where id = :client and organization_id = :organization")
                .param("client", client.value())
                .param("organization", organization.value())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private ClientRow row(ResultSet row, int number) throws SQLException {
        Timestamp expires = row.getTimestamp("expires_at");
        return new ClientRow(
                new ClientId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("provider"),
                Joining.of(
                        row.getObject("account_id") != null,
                        expires == null ? null : expires.toInstant(),
                        clock.instant()),
                row.getBoolean("chat_on"));
    }

    private static ClientContact contact(ResultSet row, int number) throws SQLException {
        return new ClientContact(
                new ClientId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new PersonId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("chat_on"),
                new PersonId(row.getObject("provider_id", UUID.class)));
    }
}
