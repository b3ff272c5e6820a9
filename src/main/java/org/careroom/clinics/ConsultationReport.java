package org.careroom.clinics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What became of the consultations of some days (product 6: reports): times and staff, and nothing of who called.
 *
 * @param visits those that are over, by when the caller came
 */
public record ConsultationReport(List<Visit> visits) {

    private static final Comparator<Clinic> BY_NAME =
            Comparator.comparing(Clinic::name).thenComparing(Clinic::slug);

    /** Where it was. */
    public record Clinic(String slug, String name) {}

    /** Who saw a caller. */
    public record Provider(PersonId id, String name) {}

    /**
     * One consultation.
     *
     * @param day on which the caller came, the clinic's own
     * @param seen when somebody of the clinic was with them first; null when nobody was
     * @param providers all who were with them; nobody is also possible
     */
    public record Visit(
            Clinic clinic,
            LocalDate day,
            Instant arrived,
            @Nullable Instant seen,
            Instant ended,
            EndedHow how,
            List<Provider> providers) {

        /** From the arrival until somebody of the clinic was there; null when nobody was. */
        public @Nullable Duration waited() {
            return seen == null ? null : Duration.between(arrived, seen);
        }

        /** From then to the end, times on hold included; null when nobody was there. */
        public @Nullable Duration lasted() {
            return seen == null ? null : Duration.between(seen, ended);
        }
    }

    /**
     * Some consultations in figures. A median of nothing is null.
     *
     * @param seen how many were seen
     * @param unseen how many went without
     * @param lasting how long those who were seen were, in all
     */
    public record Figures(
            long seen,
            long unseen,
            @Nullable Duration medianWait,
            @Nullable Duration longestWait,
            @Nullable Duration medianDuration,
            Duration lasting) {

        static Figures of(List<Visit> visits) {
            List<Visit> seen =
                    visits.stream().filter(visit -> visit.seen() != null).toList();
            List<Duration> waits = sorted(seen, Visit::waited);
            List<Duration> durations = sorted(seen, Visit::lasted);
            return new Figures(
                    seen.size(),
                    visits.size() - seen.size(),
                    median(waits),
                    waits.isEmpty() ? null : waits.get(waits.size() - 1),
                    median(durations),
                    durations.stream().reduce(Duration.ZERO, Duration::plus));
        }

        private static List<Duration> sorted(List<Visit> visits, Function<Visit, @Nullable Duration> length) {
            List<Duration> lengths = new ArrayList<>();
            for (Visit visit : visits) {
                Duration one = length.apply(visit);
                if (one != null) {
                    lengths.add(one);
                }
            }
            lengths.sort(Comparator.naturalOrder());
            return lengths;
        }

        /** The middle one, or halfway between the two in the middle. */
        private static @Nullable Duration median(List<Duration> sorted) {
            int middle = sorted.size() / 2;
            if (sorted.isEmpty()) {
                return null;
            }
            return sorted.size() % 2 == 1
                    ? sorted.get(middle)
                    : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
        }
    }

    /** A day of a clinic. */
    public record Day(LocalDate day, Clinic clinic, Figures figures) {}

    /** What a member of the staff did in a clinic; a consultation with two counts for both. */
    public record ByProvider(Provider provider, Clinic clinic, Figures figures) {}

    private record DayOf(LocalDate day, Clinic clinic) {}

    private record ProviderOf(Provider provider, Clinic clinic) {}

    private record Seen(ProviderOf by, Visit visit) {}

    /** All together. */
    public Figures whole() {
        return Figures.of(visits);
    }

    /** The days on which somebody came, in order, and on each the clinics by name. */
    public List<Day> days() {
        return visits.stream()
                .collect(Collectors.groupingBy(visit -> new DayOf(visit.day(), visit.clinic())))
                .entrySet()
                .stream()
                .map(of -> new Day(of.getKey().day(), of.getKey().clinic(), Figures.of(of.getValue())))
                .sorted(Comparator.comparing(Day::day).thenComparing(Day::clinic, BY_NAME))
                .toList();
    }

    /** Who saw callers, by name, and each in the clinics by name. */
    public List<ByProvider> providers() {
        return visits.stream()
                .flatMap(visit -> visit.providers().stream()
                        .map(provider -> new Seen(new ProviderOf(provider, visit.clinic()), visit)))
                .collect(Collectors.groupingBy(Seen::by, Collectors.mapping(Seen::visit, Collectors.toList())))
                .entrySet()
                .stream()
                .map(of -> new ByProvider(of.getKey().provider(), of.getKey().clinic(), Figures.of(of.getValue())))
                .sorted(Comparator.comparing((ByProvider row) -> row.provider().name())
                        .thenComparing(row -> row.provider().id().toString())
                        .thenComparing(ByProvider::clinic, BY_NAME))
                .toList();
    }
}
