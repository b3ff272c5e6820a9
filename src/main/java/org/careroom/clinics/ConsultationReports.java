package org.careroom.clinics;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports of clinics, for those who look after them (product 6). */
@Service
@Transactional(readOnly = true)
public class ConsultationReports {

    /** More consultations than one report takes, so that it fits into memory. */
    static final int MOST = 100_000;

    private final Clinics clinics;
    private final ClinicDoor door;
    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    ConsultationReports(Clinics clinics, ClinicDoor door, People people, JdbcClient jdbc, Clock clock) {
        this.clinics = clinics;
        this.door = door;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The clinics of which who is asking gets reports: those whose settings they may change.
     *
     * @throws NotFound when there is none
     */
    public List<Clinics.Row> clinics(Person who) {
        List<Clinics.Row> found =
                clinics.of(who).stream().filter(Clinics.Row::administers).toList();
        if (found.isEmpty()) {
            throw new NotFound();
        }
        return found;
    }

    /** The last 30 days of who is asking, today the last. */
    public ReportSpan lately(Person who) {
        return ReportSpan.endingOn(LocalDate.ofInstant(clock.instant(), who.zone()));
    }

    /**
     * @param slug the one clinic that it is about; null: all of which they get reports
     * @throws NotFound when they know no such clinic, or look after none
     * @throws org.careroom.shared.Refused when they know it, but do not look after it
     * @throws Invalid at {@code to} when there were more consultations than one report takes
     */
    public ConsultationReport of(Person who, ReportSpan span, @Nullable String slug) {
        List<String> slugs =
                slug == null ? clinics(who).stream().map(Clinics.Row::slug).toList() : List.of(slug);
        List<Row> rows = new ArrayList<>();
        for (String one : slugs) {
            ClinicEntity clinic = door.open(who, one, ClinicAction.ADMINISTER);
            rows.addAll(read(clinic, span, MOST + 1 - rows.size()));
            if (rows.size() > MOST) {
                throw new Invalid("to", Reason.of("reports.invalid.many", MOST));
            }
        }
        Map<PersonId, Person> named = people.named(
                rows.stream().flatMap(row -> row.providers().stream()).collect(Collectors.toSet()));
        return new ConsultationReport(rows.stream()
                .map(row -> row.visit(named))
                .sorted(Comparator.comparing(ConsultationReport.Visit::arrived))
                .toList());
    }

    private record Row(
            ClinicEntity clinic,
            Instant arrived,
            @Nullable Instant seen,
            Instant ended,
            EndedHow how,
            List<PersonId> providers) {

        ConsultationReport.Visit visit(Map<PersonId, Person> named) {
            return new ConsultationReport.Visit(
                    new ConsultationReport.Clinic(clinic.slug(), clinic.name()),
                    LocalDate.ofInstant(arrived, clinic.zone()),
                    arrived,
                    seen,
                    ended,
                    how,
                    providers.stream()
                            .map(id -> new ConsultationReport.Provider(
                                    id, Objects.requireNonNull(named.get(id)).name()))
                            .toList());
        }
    }

    private List<Row> read(ClinicEntity clinic, ReportSpan span, int most) {
        ZoneId zone = clinic.zone();
        return jdbc.sql("""
                        select c.arrived_at, c.first_seen_at, c.ended_at, c.ended_how, array(
                            select distinct e.person_id from consultation_event e
                            where e.consultation_id = c.id and e.kind = 'SEEN' and e.person_id is not null) as providers
                        from consultation c where c.clinic_id = ? and c.status = 'ENDED'
                        and c.arrived_at >= ? and c.arrived_at < ? order by c.arrived_at limit ?""")
                .params(
                        clinic.id().value(),
                        Timestamp.from(span.from().atStartOfDay(zone).toInstant()),
                        Timestamp.from(span.to().plusDays(1).atStartOfDay(zone).toInstant()),
                        most)
                .query((row, number) -> {
                    Timestamp seen = row.getTimestamp("first_seen_at");
                    UUID[] providers = (UUID[]) row.getArray("providers").getArray();
                    return new Row(
                            clinic,
                            row.getTimestamp("arrived_at").toInstant(),
                            seen == null ? null : seen.toInstant(),
                            row.getTimestamp("ended_at").toInstant(),
                            EndedHow.valueOf(row.getString("ended_how")),
                            Arrays.stream(providers).map(PersonId::new).toList());
                })
                .list();
    }
}
