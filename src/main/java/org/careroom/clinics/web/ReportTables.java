package org.careroom.clinics.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.clinics.ConsultationReport;
import org.careroom.clinics.EndedHow;
import org.jspecify.annotations.Nullable;

/** A report as lines of a CSV, a heading first: lengths in minutes, instants in UTC (ISO 8601). */
final class ReportTables {

    private ReportTables() {}

    static List<List<String>> days(ConsultationReport report) {
        return table(
                List.of(
                        "day",
                        "clinic",
                        "seen",
                        "left without being seen",
                        "median wait (minutes)",
                        "longest wait (minutes)",
                        "median duration (minutes)"),
                report.days().stream()
                        .map(day -> List.of(
                                day.day().toString(),
                                day.clinic().name(),
                                String.valueOf(day.figures().seen()),
                                String.valueOf(day.figures().unseen()),
                                minutes(day.figures().medianWait()),
                                minutes(day.figures().longestWait()),
                                minutes(day.figures().medianDuration()))));
    }

    static List<List<String>> providers(ConsultationReport report) {
        return table(
                List.of(
                        "provider",
                        "clinic",
                        "consultations",
                        "median wait (minutes)",
                        "median duration (minutes)",
                        "duration in all (minutes)"),
                report.providers().stream()
                        .map(row -> List.of(
                                row.provider().name(),
                                row.clinic().name(),
                                String.valueOf(row.figures().seen()),
                                minutes(row.figures().medianWait()),
                                minutes(row.figures().medianDuration()),
                                minutes(row.figures().lasting()))));
    }

    static List<List<String>> consultations(ConsultationReport report) {
        return table(
                List.of(
                        "day",
                        "clinic",
                        "arrived",
                        "first seen",
                        "ended",
                        "wait (minutes)",
                        "duration (minutes)",
                        "ended how",
                        "providers"),
                report.visits().stream()
                        .map(visit -> List.of(
                                visit.day().toString(),
                                visit.clinic().name(),
                                visit.arrived().toString(),
                                instant(visit.seen()),
                                visit.ended().toString(),
                                minutes(visit.waited()),
                                minutes(visit.lasted()),
                                how(visit.how()),
                                visit.providers().stream()
                                        .map(ConsultationReport.Provider::name)
                                        .collect(Collectors.joining("; ")))));
    }

    private static List<List<String>> table(List<String> heading, Stream<List<String>> lines) {
        return Stream.concat(Stream.of(heading), lines).toList();
    }

    private static String how(EndedHow how) {
        return switch (how) {
            case BY_STAFF -> "ended by staff";
            case BY_CALLER -> "left by the caller";
            case REMOVED -> "removed";
            case ABANDONED -> "abandoned";
        };
    }

    private static String instant(@Nullable Instant instant) {
        return Objects.toString(instant, "");
    }

    /** With one decimal; nothing stays nothing. */
    private static String minutes(@Nullable Duration duration) {
        return duration == null ? "" : String.format(Locale.ROOT, "%.1f", duration.toMillis() / 60_000.0);
    }
}
