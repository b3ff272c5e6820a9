package org.careroom.organizationchat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.messaging.RoomFilter;
import org.careroom.organizationchat.ConversationFilter.Show;
import org.careroom.organizationchat.ConversationRows.Listed;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lists of conversations, most recent message first, paged by key. Each state is one range of an index, however many
 * conversations there are; what a search finds is sorted. It asks no rule: whoever calls has asked whose list it is.
 */
@Repository
class ConversationList {

    static final int PAGE = 50;

    /** Counted up to this: of more a person reads that they are many. */
    static final int MANY = 100;

    private static final String ORDER = " order by c.last_activity desc, c.room_id desc limit " + (PAGE + 1);

    /** Who waits longest comes first. */
    private static final String LONGEST_WAITING = " order by c.awaiting_since, c.room_id limit " + (PAGE + 1);

    private final JdbcClient jdbc;
    private final ConversationRows rows;
    private final People people;

    ConversationList(JdbcClient jdbc, ConversationRows rows, People people) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.people = people;
    }

    /**
     * All conversations of an organization; unread and archived as the owners have them.
     *
     * @param clients only those that one of these is in, or null for all
     */
    Slice<ConversationRow> ofOrganization(
            Person who, OrganizationId organization, ConversationFilter filter, @Nullable List<PersonId> clients) {
        Map<String, Object> values = new HashMap<>();
        String sql =
                """
                select c.*, o.read_up_to, false as muted, r.name
                from (select c.* from conversation c where c.organization_id = :organization
                """ + state(filter.show(), "c.owner_unread", "c.owner_archived") + narrowed(filter, clients, values)
                        + order(filter.show()) + ") c join room r on r.id = c.room_id"
                        + " left join participant o on o.room_id = c.room_id and o.person_id = c.owner_id"
                        + order(filter.show());
        values.put("organization", organization.value());
        return page(who, true, filter, sql, values);
    }

    /**
     * The conversations that the person is in. Those they own, and so run, most of a provider's, come by an index in their
     * order; the others are sorted.
     */
    Slice<ConversationRow> of(Person who, ConversationFilter filter) {
        Map<String, Object> values = new HashMap<>();
        String narrowed = narrowed(filter, null, values);
        String owned = "select c.* from conversation c where c.owner_id = :who"
                + state(filter.show(), "c.owner_unread", "c.owner_archived") + narrowed + order(filter.show());
        String others = "select c.* from participant p join conversation c on c.room_id = p.room_id"
                + " where p.person_id = :who and p.in_conversation and not p.manager and p.state = 'IN'"
                + state(
                        filter.show(),
                        "c.last_sequence > p.read_up_to",
                        "(p.archived_up_to > 0 and p.archived_up_to >= c.last_sequence)")
                + narrowed + order(filter.show());
        String sql = "select c.*, p.read_up_to, p.muted, r.name from (("
                + (who.isStaff() ? owned + ") union all (" : "") + others + ")) c"
                + " join room r on r.id = c.room_id join participant p on p.room_id = c.room_id and p.person_id = :who"
                + order(filter.show());
        values.put("who", who.id().value());
        return page(who, false, filter, sql, values);
    }

    /** How many open conversations of an organization are in each of these states, at most {@value #MANY}. */
    Map<Show, Long> counts(OrganizationId organization) {
        Map<Show, Long> counts = new LinkedHashMap<>();
        for (Show show : List.of(Show.UNREAD, Show.UNANSWERED)) {
            counts.put(
                    show,
                    jdbc.sql("select count(*) from (select from conversation c where c.organization_id = ?"
                                    + state(show, "c.owner_unread", "c.owner_archived") + " limit " + MANY + ") found")
                            .param(organization.value())
                            .query(Long.class)
                            .single());
        }
        return counts;
    }

    /** Those who own conversations of an organization, by name, as the filter offers them. */
    List<Person> providers(OrganizationId organization) {
        List<UUID> owners = jdbc.sql("""
                        with recursive owners as (
                            (select owner_id from conversation where organization_id = :organization order by owner_id limit 1)
                            union all
                            select (select c.owner_id from conversation c where c.organization_id = :organization
                                    and c.owner_id > o.owner_id order by c.owner_id limit 1)
                            from owners o where o.owner_id is not null)
                        select owner_id from owners where owner_id is not null
                        """)
                .param("organization", organization.value())
                .query(UUID.class)
                .list();
        return people.named(owners.stream().map(PersonId::new).toList()).values().stream()
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
    }

    private static String state(Show show, String unread, String archived) {
        return switch (show) {
            case OPEN -> " and c.open and not " + archived;
            case UNREAD -> " and c.open and " + unread;
            case UNANSWERED -> " and c.open and c.awaiting_since is not null";
            case ARCHIVED -> " and c.open and " + archived;
            case CLOSED -> " and not c.open";
        };
    }

    private static String order(Show show) {
        return show == Show.UNANSWERED ? LONGEST_WAITING : ORDER;
    }

    private static String narrowed(
            ConversationFilter filter, @Nullable List<PersonId> clients, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder();
        if (filter.provider() != null) {
            sql.append(" and c.owner_id = :provider");
            values.put("provider", filter.provider().value());
        }
        if (clients != null) {
            sql.append(
                    " and c.room_id in (select room_id from participant where person_id = any(:clients) and state = 'IN')");
            values.put("clients", clients.stream().map(PersonId::value).toArray(UUID[]::new));
        }
        String words = words(filter.search());
        if (!words.isEmpty()) {
            sql.append(" and c.words @@ to_tsquery('simple', :words)");
            values.put("words", words);
        }
        RoomFilter.Key after = filter.after();
        if (after != null) {
            sql.append(
                    filter.show() == Show.UNANSWERED
                            ? " and (c.awaiting_since, c.room_id) > (:after, :afterRoom)"
                            : " and (c.last_activity, c.room_id) < (:after, :afterRoom)");
            values.put("after", after.lastActivity().atOffset(ZoneOffset.UTC));
            values.put("afterRoom", after.room());
        }
        return sql.toString();
    }

    /** Each typed word as the beginning of one; what is no letter or digit parts words (PostgreSQL: tsquery). */
    private static String words(String search) {
        return Arrays.stream(search.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }

    private Slice<ConversationRow> page(
            Person who, boolean organization, ConversationFilter filter, String sql, Map<String, Object> values) {
        List<Listed> found = jdbc.sql(sql).params(values).query(Listed::of).list();
        boolean more = found.size() > PAGE;
        List<Listed> page = more ? found.subList(0, PAGE) : found;
        String next = more ? page.get(PAGE - 1).key(filter.show()).toString() : null;
        return new Slice<>(rows.of(who, organization, page), next);
    }
}
