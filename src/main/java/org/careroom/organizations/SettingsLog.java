package org.careroom.organizations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.careroom.shared.Reason;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every settings change shows who made it and when (product 1). */
@Service
@Transactional
public class SettingsLog {

    private static final int PAGE = 50;
    private static final int LATEST = 20;

    private static final String CHANGES =
            "select c.*, a.name from settings_change c left join account a on a.id = c.changed_by ";

    private final JdbcClient jdbc;
    private final Admins admins;
    private final Clock clock;

    SettingsLog(JdbcClient jdbc, Admins admins, Clock clock) {
        this.jdbc = jdbc;
        this.admins = admins;
        this.clock = clock;
    }

    /** The changes of an organization, newest first; for its admins. */
    @Transactional(readOnly = true)
    public Slice<SettingsChange> changes(Person who, OrganizationId organization, @Nullable String before) {
        admins.organization(who, organization);
        List<Entry> entries = jdbc.sql(CHANGES + """
                        where c.organization_id = :organization and (cast(:before as uuid) is null or c.id < :before)
                        order by c.id desc limit :limit""")
                .param("organization", organization.value())
                .param("before", before == null ? null : Id.parse(before), Types.OTHER)
                .param("limit", PAGE + 1)
                .query((row, number) -> entry(row))
                .list();
        boolean more = entries.size() > PAGE;
        List<Entry> shown = more ? entries.subList(0, PAGE) : entries;
        return new Slice<>(
                shown.stream().map(Entry::change).toList(),
                more ? shown.get(PAGE - 1).id().toString() : null);
    }

    /** The latest changes of the installation; for its operator. */
    @Transactional(readOnly = true)
    public List<SettingsChange> ofInstallation(Person who) {
        Organizations.requireOperator(who);
        return latest("where c.installation", null);
    }

    /** The latest changes of an organization itself: its name, plan, code and mail domain. */
    List<SettingsChange> of(OrganizationId organization) {
        return latest(
                "where c.organization_id = :id and (c.installation or c.what like 'change.organization.%')",
                organization.value());
    }

    /** The latest changes of one membership. */
    List<SettingsChange> of(MemberId member) {
        return latest("where c.member_id = :id", member.value());
    }

    private List<SettingsChange> latest(String which, @Nullable UUID id) {
        return jdbc
                .sql(CHANGES + which + " order by c.id desc limit " + LATEST)
                .param("id", id, Types.OTHER)
                .query((row, number) -> entry(row))
                .list()
                .stream()
                .map(Entry::change)
                .toList();
    }

    /**
     * Notes a change.
     *
     * @param by null when nobody knows who it was, as whoever declines an invitation need not have an account
     * @param what a sentence of the bundles; a {@link Reason} among its arguments is a word that is translated too
     */
    void note(@Nullable Person by, OrganizationId organization, @Nullable MemberId member, Reason what) {
        insert(by, organization, member, false, what);
    }

    /** Notes what the operator did, for the installation and, where it concerns one, for the organization. */
    void noteOfInstallation(Person by, @Nullable OrganizationId organization, Reason what) {
        insert(by, organization, null, true, what);
    }

    private void insert(
            @Nullable Person by,
            @Nullable OrganizationId organization,
            @Nullable MemberId member,
            boolean installation,
            Reason what) {
        jdbc.sql("""
                        insert into settings_change
                            (id, organization_id, member_id, changed_at, changed_by, installation, what, arguments)
                        values (:id, :organization, :member, :at, :by, :installation, :what, :arguments)""")
                .param("id", Id.next())
                .param("organization", organization == null ? null : organization.value(), Types.OTHER)
                .param("member", member == null ? null : member.value(), Types.OTHER)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by == null ? null : by.id().value(), Types.OTHER)
                .param("installation", installation)
                .param("what", what.key())
                .param(
                        "arguments",
                        what.arguments().stream().map(SettingsLog::stored).toArray(String[]::new))
                .update();
    }

    private record Entry(UUID id, SettingsChange change) {}

    private static Entry entry(ResultSet row) throws SQLException {
        String[] stored = (String[]) row.getArray("arguments").getArray();
        Object[] arguments = Arrays.stream(stored).map(SettingsLog::read).toArray();
        SettingsChange change = new SettingsChange(
                Reason.of(row.getString("what"), arguments),
                row.getString("name"),
                row.getTimestamp("changed_at").toInstant());
        return new Entry(row.getObject("id", UUID.class), change);
    }

    private static String stored(Object argument) {
        return argument instanceof Reason word ? "@" + word.key() : "=" + argument;
    }

    private static Object read(String stored) {
        String text = stored.substring(1);
        return stored.startsWith("@") ? Reason.of(text) : text;
    }
}
