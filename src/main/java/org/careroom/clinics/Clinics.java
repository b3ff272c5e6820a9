package org.careroom.clinics;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NamedLocks;
import org.careroom.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clinics of organizations: whose they are, and how one comes to be. Their settings are in {@link ClinicSettings}. */
@Service
@Transactional(readOnly = true)
public class Clinics {

    private final ClinicRepository clinics;
    private final ClinicAddresses addresses;
    private final ClinicMembers clinicMembers;
    private final ClinicTerms terms;
    private final Members members;
    private final NamedLocks locks;
    private final JdbcClient jdbc;
    private final Clock clock;

    Clinics(
            ClinicRepository clinics,
            ClinicAddresses addresses,
            ClinicMembers clinicMembers,
            ClinicTerms terms,
            Members members,
            NamedLocks locks,
            JdbcClient jdbc,
            Clock clock) {
        this.clinics = clinics;
        this.addresses = addresses;
        this.clinicMembers = clinicMembers;
        this.terms = terms;
        this.members = members;
        this.locks = locks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A clinic in a list.
     *
     * @param member whether who asks is a member of it, and so sees its callers
     * @param administers whether they may change its settings
     * @param waiting how many wait or are on hold at this moment; 0 for who is no member
     */
    public record Row(
            String slug, String name, String organizationName, boolean member, boolean administers, int waiting) {}

    /**
     * What the left column says of all clinics of a person.
     *
     * @param any whether there is something for them at all
     * @param waiting how many callers wait or are on hold where they are a member
     */
    public record Summary(boolean any, long waiting) {}

    /**
     * One statement, as every page asks it.
     *
     * @throws NotFound for a client, who has nothing of clinics
     */
    public Summary summary(Person who) {
        requireStaff(who);
        return jdbc.sql("""
                        with mine as (
                            select cm.clinic_id, %s as manages from member m left join clinic_member cm
                            on cm.organization_id = m.organization_id and cm.person_id = m.person_id
                            where m.person_id = ? and m.status = 'ACTIVE')
                        select exists (select from mine where clinic_id is not null or manages) as any,
                            (select count(*) from consultation w where %s
                             and w.clinic_id in (select clinic_id from mine)) as waiting""".formatted(ClinicMembers.MANAGES, CallerRows.WAITS))
                .param(who.id().value())
                .query((row, number) -> new Summary(row.getBoolean("any"), row.getLong("waiting")))
                .single();
    }

    /**
     * The clinics that a person knows, by name: those they are a member of, and all of an organization whose clinics they manage.
     *
     * @throws NotFound for a client, who has nothing of clinics
     */
    public List<Row> of(Person who) {
        requireStaff(who);
        return jdbc.sql("""
                        select c.slug, c.name, o.name as organization, cm.role, %1$s as manages,
                            case when cm.role is null then 0 else (select count(*) from consultation w
                                where w.clinic_id = c.id and %2$s) end as waiting
                        from member m join clinic c on c.organization_id = m.organization_id
                        join organization o on o.id = c.organization_id
                        left join clinic_member cm on cm.clinic_id = c.id and cm.person_id = m.person_id
                        where m.person_id = :person and m.status = 'ACTIVE' and (cm.role is not null or %1$s)
                        order by lower(c.name), c.id""".formatted(ClinicMembers.MANAGES, CallerRows.WAITS))
                .param("person", who.id().value())
                .query((row, number) -> {
                    String role = row.getString("role");
                    boolean manages = row.getBoolean("manages");
                    return new Row(
                            row.getString("slug"),
                            row.getString("name"),
                            row.getString("organization"),
                            role != null,
                            manages || ClinicRole.ADMINISTRATOR.name().equals(role),
                            row.getInt("waiting"));
                })
                .list();
    }

    private static void requireStaff(Person who) {
        if (!who.isStaff()) {
            throw new NotFound();
        }
    }

    /** The organizations in which who is asking may found a clinic: those whose clinics they manage. */
    public List<Membership> founding(Person who) {
        return members.of(who.id()).stream()
                .filter(member -> member.may(Permission.MANAGE_CLINICS))
                .toList();
    }

    /**
     * Founds a clinic, whose first administrator is who is asking. Sent twice with the same key it founds one.
     *
     * @return its slug
     * @throws NotFound unless who is asking manages the clinics of the organization
     * @throws Invalid at {@code name} or {@code slug}
     */
    @Transactional
    public String found(Person who, OrganizationId organization, UUID formKey, ClinicDescription description) {
        if (founding(who).stream().noneMatch(member -> member.organization().equals(organization))) {
            throw new NotFound();
        }
        locks.lock("new clinic:" + formKey);
        return clinics.findByFormKey(formKey)
                .filter(clinic -> clinic.changedBy().equals(who.id()))
                .map(ClinicEntity::slug)
                .orElseGet(() -> {
                    ClinicEntity clinic = make(organization, formKey, description, who.id());
                    clinicMembers.set(clinic, who.id(), ClinicRole.ADMINISTRATOR);
                    return clinic.slug();
                });
    }

    /** Makes a clinic that is open around the clock; asks no rule: for the demonstration and load tests, not for pages. */
    @Transactional
    public ClinicId register(
            OrganizationId organization,
            ClinicDescription description,
            List<EntryField> fields,
            Map<PersonId, ClinicRole> people) {
        PersonId first = people.keySet().iterator().next();
        ClinicEntity clinic = make(organization, Id.next(), description, first);
        terms.ask(clinic.id(), fields);
        people.forEach((person, role) -> clinicMembers.set(clinic, person, role));
        return clinic.id();
    }

    private ClinicEntity make(OrganizationId organization, UUID formKey, ClinicDescription typed, PersonId by) {
        ClinicDescription description = typed.checked();
        addresses.requireFree(description.slug(), null);
        ClinicEntity clinic =
                new ClinicEntity(new ClinicId(Id.next()), organization, description, formKey, by, clock.instant());
        clinics.saveAndFlush(clinic);
        jdbc.sql("insert into clinic_waiting (clinic_id, changed) values (?, 0)")
                .param(clinic.id().value())
                .update();
        terms.open(clinic.id(), wholeWeek());
        return clinic;
    }

    private static Map<DayOfWeek, OpeningHours.Day> wholeWeek() {
        return Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> OpeningHours.Day.WHOLE));
    }

    /** The zones that a clinic can have, by name. */
    public static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
