package org.careroom.demonstration;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.careroom.clinics.ClinicDescription;
import org.careroom.clinics.ClinicId;
import org.careroom.clinics.ClinicRole;
import org.careroom.clinics.Clinics;
import org.careroom.clinics.ConsultationHistory;
import org.careroom.clinics.EntryField;
import org.careroom.clinics.RoomSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;

/** The demonstration's clinic (interface: the demonstration hospital), and who came to it yesterday. */
@Component
@ConditionalOnDemonstration
class ClinicHistory {

    private static final String TERMS = """
            Your video call is private. It is not recorded.
            Your health professional sees you and hears you, and may ask a colleague to join.
            When the call has ended your name, phone number and answers are erased.""";

    /** When they came, how long they waited and how long they were seen, in minutes. */
    private static final List<Visit> YESTERDAY = List.of(
            new Visit("-1d 08:06", 9, 18),
            new Visit("-1d 08:31", 4, 22),
            new Visit("-1d 09:12", 16, 11),
            new Visit("-1d 09:55", 21, 25),
            new Visit("-1d 10:40", 7, 14),
            new Visit("-1d 11:02", 34, 19),
            new Visit("-1d 13:15", 3, 27),
            new Visit("-1d 14:08", 12, 16),
            new Visit("-1d 15:30", 6, 20));

    private final Clinics clinics;
    private final RoomSettings rooms;
    private final ConsultationHistory consultations;
    private final HistoryClock clock;

    ClinicHistory(Clinics clinics, RoomSettings rooms, ConsultationHistory consultations, HistoryClock clock) {
        this.clinics = clinics;
        this.rooms = rooms;
        this.consultations = consultations;
        this.clock = clock;
    }

    private record Visit(String came, int waited, int seen) {}

    void live(OrganizationId organization, Ensemble ensemble, Past past) {
        clock.set(past.time("-20d 09:00"));
        Map<PersonId, ClinicRole> people = new LinkedHashMap<>();
        people.put(ensemble.person("amara").id(), ClinicRole.ADMINISTRATOR);
        List.of("maya", "omar", "ruth")
                .forEach(word -> people.put(ensemble.person(word).id(), ClinicRole.TEAM_MEMBER));
        ClinicId clinic = clinics.register(organization, description(past), fields(), people);
        PersonId amara = ensemble.person("amara").id();
        List.of("Case conference", "Handover").forEach(room -> rooms.add(clinic, amara, room, false));
        rooms.addUserRoom(clinic, amara, ensemble.person("omar"));
        for (int visit = 0; visit < YESTERDAY.size(); visit++) {
            recall(clinic, ensemble.person(visit % 3 == 1 ? "omar" : "maya"), YESTERDAY.get(visit), past);
        }
    }

    private void recall(ClinicId clinic, Person by, Visit visit, Past past) {
        Instant came = past.time(visit.came());
        Instant seen = came.plusSeconds(60L * visit.waited());
        Instant ended = seen.plusSeconds(60L * visit.seen());
        clock.set(ended);
        consultations.recall(clinic, by, came, seen, ended);
    }

    private static ClinicDescription description(Past past) {
        return new ClinicDescription(
                "Riverside Telehealth",
                "riverside-telehealth",
                past.zone(),
                true,
                TERMS,
                "Trouble with the call? Ring the clinic on 555 0100, and we help you.",
                "112",
                true,
                false,
                ClinicDescription.PATIENCE_MINUTES,
                0);
    }

    /** None is required, so that a caller in a hurry gets in. */
    private static List<EntryField> fields() {
        return List.of(
                new EntryField("Reason for your visit", EntryField.Kind.TEXT, false),
                new EntryField("Date of birth", EntryField.Kind.DATE, false),
                new EntryField("I need an interpreter", EntryField.Kind.YES_NO, false));
    }
}
