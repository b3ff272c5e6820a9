package org.careroom.clinics;

import java.time.Clock;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Organizations;
import org.careroom.people.EmailAddress;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A clinic's settings (product 6), for its administrators and the admins of its organization. Whoever waits already is not touched. */
@Service
@Transactional
public class ClinicSettings {

    /** More questions than a patient should be asked. */
    static final int MOST_FIELDS = 20;

    private final ClinicDoor door;
    private final ClinicRepository clinicRepository;
    private final ClinicAddresses addresses;
    private final ClinicMembers clinicMembers;
    private final ClinicTerms terms;
    private final RoomSettings rooms;
    private final WaitingNews news;
    private final Members members;
    private final Organizations organizations;
    private final People people;
    private final Clock clock;

    ClinicSettings(
            ClinicDoor door,
            ClinicRepository clinicRepository,
            ClinicAddresses addresses,
            ClinicMembers clinicMembers,
            ClinicTerms terms,
            RoomSettings rooms,
            WaitingNews news,
            Members members,
            Organizations organizations,
            People people,
            Clock clock) {
        this.door = door;
        this.clinicRepository = clinicRepository;
        this.addresses = addresses;
        this.clinicMembers = clinicMembers;
        this.terms = terms;
        this.rooms = rooms;
        this.news = news;
        this.members = members;
        this.organizations = organizations;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @throws NotFound when they know no such clinic
     * @throws Refused when they know it, but may not change it
     */
    @Transactional(readOnly = true)
    public ClinicView of(Person who, String slug) {
        ClinicEntity clinic = door.open(who, slug, ClinicAction.ADMINISTER);
        return new ClinicView(
                clinic.id(),
                organizations.organization(clinic.organization()).name(),
                clinic.description(),
                terms.hours(clinic).days(),
                terms.fields(clinic.id()),
                clinicMembers.list(clinic.id()),
                people.person(clinic.changedBy()).name(),
                clinic.changedAt());
    }

    /** The organization whose members can become members of the clinic. */
    @Transactional(readOnly = true)
    public OrganizationId organization(Person who, String slug) {
        return door.open(who, slug, ClinicAction.ADMINISTER).organization();
    }

    /**
     * Changes name, address, words and switches.
     *
     * @param seen the digest of the description that the person began with
     * @return the clinic's slug from now on
     * @throws Invalid at each field that cannot be taken, or at {@code seen} when another has changed it meanwhile
     * @throws NotFound when they know no such clinic
     * @throws Refused when they know it, but may not change it
     */
    public String describe(Person who, String slug, ClinicDescription typed, String seen) {
        ClinicEntity clinic = door.lock(who, slug, ClinicAction.ADMINISTER);
        ClinicDescription description = typed.checked();
        ClinicDescription before = clinic.description();
        if (description.equals(before)) {
            return slug;
        }
        if (!before.digest().equals(seen)) {
            throw new Invalid("seen", Reason.of("clinic.changed-meanwhile"));
        }
        if (!description.slug().equals(slug)) {
            addresses.requireFree(description.slug(), clinic.id());
            addresses.keep(clinic.id(), slug);
        }
        clinic.describe(description);
        changed(who, clinic);
        return description.slug();
    }

    /**
     * Sets the opening hours; a weekday that is missing is closed.
     *
     * @throws NotFound when they know no such clinic
     * @throws Refused when they know it, but may not change it
     */
    public void open(Person who, String slug, Map<DayOfWeek, OpeningHours.Day> days) {
        ClinicEntity clinic = door.lock(who, slug, ClinicAction.ADMINISTER);
        terms.open(clinic.id(), days);
        changed(who, clinic);
    }

    /**
     * Sets what callers are asked.
     *
     * @throws Invalid at {@code fields[0].label} … that cannot be taken, or at {@code fields} when they are too many
     * @throws NotFound when they know no such clinic
     * @throws Refused when they know it, but may not change it
     */
    public void ask(Person who, String slug, List<EntryField> typed) {
        ClinicEntity clinic = door.lock(who, slug, ClinicAction.ADMINISTER);
        if (typed.size() > MOST_FIELDS) {
            throw new Invalid("fields", Reason.of("clinic.fields.many", MOST_FIELDS));
        }
        Map<String, EntryField> checked = new LinkedHashMap<>();
        for (int place = 0; place < typed.size(); place++) {
            String name = "fields[" + place + "].label";
            EntryField field = typed.get(place);
            String label = PlainText.line(name, field.label(), EntryField.LABEL);
            if (checked.put(label, new EntryField(label, field.kind(), field.required())) != null) {
                throw new Invalid(name, Reason.of("clinic.fields.twice"));
            }
        }
        terms.ask(clinic.id(), List.copyOf(checked.values()));
        changed(who, clinic);
    }

    /**
     * Makes a member of the organization a member of the clinic, or gives a member another role.
     *
     * @throws Invalid at {@code email} when it is no active member's address, at {@code role} when they are the last administrator
     * @throws NotFound when they know no such clinic
     * @throws Refused when they know it, but may not change it
     */
    public void set(Person who, String slug, String email, ClinicRole role) {
        ClinicEntity clinic = door.lock(who, slug, ClinicAction.ADMINISTER);
        members.hold(clinic.organization());
        PersonId person = people.findByEmail(EmailAddress.normalized(email))
                .map(Person::id)
                .filter(found -> members.isActive(found, clinic.organization()))
                .orElseThrow(() -> new Invalid("email", Reason.of("clinic.member.unknown")));
        if (role != ClinicRole.ADMINISTRATOR) {
            requireAnotherAdministrator(clinic, person);
        }
        clinicMembers.set(clinic, person, role);
        changed(who, clinic);
    }

    /**
     * Puts a member out: they see the clinic's callers and rooms no longer, on open pages either.
     *
     * @throws Invalid at {@code role} when they are the last administrator
     * @throws NotFound when they know no such clinic
     * @throws Refused when they know it, but may not change it
     */
    public void remove(Person who, String slug, PersonId person) {
        ClinicEntity clinic = door.lock(who, slug, ClinicAction.ADMINISTER);
        requireAnotherAdministrator(clinic, person);
        rooms.removeOf(clinic.id(), person);
        clinicMembers.remove(clinic.id(), person);
        news.left(clinic.id(), person);
        changed(who, clinic);
    }

    private void requireAnotherAdministrator(ClinicEntity clinic, PersonId person) {
        List<PersonId> administrators = clinicMembers.administrators(clinic.id());
        if (administrators.size() == 1 && administrators.contains(person)) {
            throw new Invalid("role", Reason.of("clinic.member.last"));
        }
    }

    private void changed(Person who, ClinicEntity clinic) {
        clinic.changed(who.id(), clock.instant());
        clinicRepository.saveAndFlush(clinic);
    }
}
