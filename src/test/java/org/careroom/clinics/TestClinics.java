package org.careroom.clinics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.careroom.calls.CallId;
import org.careroom.calls.CallSeats;
import org.careroom.calls.SeatView;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Guest;
import org.careroom.people.Identity;
import org.careroom.people.IssuedGuest;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes clinics for tests, each with people of its own, through the real faces. */
@Component
public class TestClinics {

    static final Instant NOON = Instant.parse("2026-03-27T12:00:00Z");

    private final Staff staff;
    private final Clinics clinics;
    private final RoomSettings rooms;
    private final WaitingPlaces places;
    private final Consultations consultations;
    private final WaitingArea area;
    private final CallSeats seats;
    private final JdbcClient jdbc;

    TestClinics(
            Staff staff,
            Clinics clinics,
            RoomSettings rooms,
            WaitingPlaces places,
            Consultations consultations,
            WaitingArea area,
            CallSeats seats,
            JdbcClient jdbc) {
        this.staff = staff;
        this.clinics = clinics;
        this.rooms = rooms;
        this.places = places;
        this.consultations = consultations;
        this.area = area;
        this.seats = seats;
        this.jdbc = jdbc;
    }

    /** A clinic that is open around the clock, with an administrator and two members; it asks for a reason and an agreement. */
    public Clinic open() {
        OrganizationId organization = staff.organization(Plan.PREMIUM);
        Person amara = staff.member(organization, "Amara Diallo");
        Person maya = staff.member(organization, "Maya Lindqvist");
        Person omar = staff.member(organization, "Omar Haddad");
        Map<PersonId, ClinicRole> people = new LinkedHashMap<>();
        people.put(amara.id(), ClinicRole.ADMINISTRATOR);
        people.put(maya.id(), ClinicRole.TEAM_MEMBER);
        people.put(omar.id(), ClinicRole.TEAM_MEMBER);
        String slug = "clinic-" + UUID.randomUUID();
        ClinicDescription description = new ClinicDescription(
                "Heart Clinic", slug, ZoneOffset.UTC, true, "Be kind.", "Call us.", "112", true, false, 10, 0);
        ClinicId id = clinics.register(
                organization, description, List.of(new EntryField("Reason", EntryField.Kind.TEXT, false)), people);
        return new Clinic(this, id, slug, organization, amara, maya, omar);
    }

    static ConsultationEntity consultation() {
        return new ConsultationEntity(
                new ConsultationId(Id.next()),
                new ClinicId(Id.next()),
                new PersonId(Id.next()),
                Id.next(),
                new Caller("Jordan", "Ellis", "555 0100"),
                NOON);
    }

    /** A clinic with its people. */
    public record Clinic(
            TestClinics tests,
            ClinicId id,
            String slug,
            OrganizationId organization,
            Person amara,
            Person maya,
            Person omar) {

        static EntryForm form(String firstName, String lastName) {
            return new EntryForm(Id.next(), firstName, lastName, "0400 555 019", List.of("Wound check"), true);
        }

        /** A patient comes in. */
        public Patient enters(String firstName, String lastName) {
            IssuedGuest issued =
                    tests.places.enter(slug, form(firstName, lastName)).orElseThrow();
            ConsultationId consultation =
                    tests.places.of(issued.guest()).orElseThrow().consultation();
            return new Patient(this, issued.guest(), issued.token(), consultation);
        }

        public ClinicRoomId meetingRoom(String name, boolean knocks) {
            return tests.rooms.add(id, amara.id(), name, knocks);
        }

        /** The row of a caller as the dashboard shows it; fails when there is none. */
        CallerRow row(Patient patient) {
            return tests.area.of(maya, slug).callers().stream()
                    .filter(row -> row.id().equals(patient.consultation()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Somebody who waits. */
    public record Patient(Clinic clinic, Guest guest, String token, ConsultationId consultation) {

        public Identity identity() {
            return Identity.of(guest);
        }

        /** A member joins and takes a seat; so does the patient, whose page is led there. */
        SeatView seenBy(Person member) {
            TestClinics tests = clinic.tests();
            tests.consultations.join(member, clinic.slug(), consultation, ConsultationStatus.WAITING, false);
            SeatView seat = tests.seats.enter(Identity.of(member), tests.call(this), false);
            tests.seats.enter(identity(), tests.call(this), true);
            return seat;
        }

        ConsultationStatus status() {
            return ConsultationStatus.valueOf(clinic.tests()
                    .jdbc
                    .sql("select status from consultation where id = ?")
                    .param(consultation.value())
                    .query(String.class)
                    .single());
        }
    }

    CallId call(Patient patient) {
        return new CallId(jdbc.sql("select id from call where place_id = ? and ended_at is null")
                .param(patient.consultation().value())
                .query(UUID.class)
                .single());
    }
}
