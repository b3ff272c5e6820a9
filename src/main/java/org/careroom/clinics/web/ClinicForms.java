package org.careroom.clinics.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.careroom.clinics.ClinicDescription;
import org.careroom.clinics.EntryField;
import org.careroom.clinics.OpeningHours;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/** The forms of a clinic's settings as they were filled in. */
final class ClinicForms {

    private static final int MIDNIGHT = 1_440;

    private ClinicForms() {}

    /** Name, address, words and switches; a box that is not ticked is not sent. */
    record Description(
            @Nullable String name,
            @Nullable String slug,
            @Nullable String zone,
            @Nullable String waitingAreaOn,
            @Nullable String terms,
            @Nullable String support,
            @Nullable String emergencyNumber,
            @Nullable String showsPosition,
            @Nullable String confirmsJoin,
            @Nullable String patienceMinutes,
            @Nullable String retentionHours,
            @Nullable String seen) {

        static Description of(ClinicDescription is) {
            return new Description(
                    is.name(),
                    is.slug(),
                    is.zone().getId(),
                    ticked(is.waitingAreaOn()),
                    is.terms(),
                    is.support(),
                    is.emergencyNumber(),
                    ticked(is.showsPosition()),
                    ticked(is.confirmsJoin()),
                    String.valueOf(is.patienceMinutes()),
                    String.valueOf(is.retentionHours()),
                    is.digest());
        }

        private static @Nullable String ticked(boolean on) {
            return on ? "on" : null;
        }

        /** @throws Invalid at a zone that there is not; a number that is none is out of range */
        ClinicDescription description() {
            return new ClinicDescription(
                    text(name),
                    text(slug),
                    ClinicDescription.zone("zone", zone),
                    waitingAreaOn != null,
                    text(terms),
                    text(support),
                    text(emergencyNumber),
                    showsPosition != null,
                    confirmsJoin != null,
                    number(patienceMinutes),
                    number(retentionHours));
        }

        String seenOrNone() {
            return text(seen);
        }
    }

    /** For each weekday, Monday first, when it opens and closes, as {@code 08:00}; both empty: closed. */
    record Hours(@Nullable List<String> opens, @Nullable List<String> closes) {

        static Hours of(Map<DayOfWeek, OpeningHours.Day> days) {
            List<String> opens = new ArrayList<>();
            List<String> closes = new ArrayList<>();
            for (DayOfWeek weekday : DayOfWeek.values()) {
                OpeningHours.Day day = days.get(weekday);
                opens.add(day == null ? "" : clock(day.opens()));
                closes.add(day == null ? "" : clock(day.closes()));
            }
            return new Hours(opens, closes);
        }

        public String opensOn(int weekday) {
            return at(opens, weekday);
        }

        public String closesOn(int weekday) {
            return at(closes, weekday);
        }

        /** @throws Invalid at {@code hours[0]} … of a weekday whose times are none, or the wrong way round */
        Map<DayOfWeek, OpeningHours.Day> opened() {
            Map<DayOfWeek, OpeningHours.Day> days = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek weekday : DayOfWeek.values()) {
                int place = weekday.ordinal();
                if (!at(opens, place).isEmpty() || !at(closes, place).isEmpty()) {
                    days.put(weekday, day("hours[" + place + "]", at(opens, place), at(closes, place)));
                }
            }
            return days;
        }

        private static OpeningHours.Day day(String field, String opens, String closes) {
            try {
                int from = minute(opens);
                int until = minute(closes);
                return new OpeningHours.Day(from, until == 0 ? MIDNIGHT : until);
            } catch (DateTimeParseException | IllegalArgumentException wrong) {
                throw new Invalid(field, Reason.of("clinic.invalid.hours"));
            }
        }

        private static int minute(String clock) {
            return "24:00".equals(clock) ? MIDNIGHT : LocalTime.parse(clock).toSecondOfDay() / 60;
        }

        private static String clock(int minute) {
            return minute == MIDNIGHT
                    ? "00:00"
                    : LocalTime.ofSecondOfDay(minute * 60L).toString();
        }
    }

    /** What callers are asked, in its order. */
    record Fields(@Nullable List<Field> fields) {

        static Fields of(List<EntryField> fields) {
            return new Fields(fields.stream()
                    .map(field -> new Field(field.label(), field.kind().name(), field.required() ? "on" : null))
                    .toList());
        }

        /** With empty lines behind, for what is to be added. */
        public List<Field> lines() {
            List<Field> lines = new ArrayList<>(fields == null ? List.of() : fields);
            for (int more = 0; more < 2; more++) {
                lines.add(new Field("", EntryField.Kind.TEXT.name(), null));
            }
            return lines;
        }

        /** @throws Invalid at {@code fields[0].kind} … when there is no such kind */
        List<EntryField> asked() {
            List<EntryField> asked = new ArrayList<>();
            List<Field> lines = fields == null ? List.of() : fields;
            for (int place = 0; place < lines.size(); place++) {
                Field line = lines.get(place);
                if (!text(line.label()).isBlank()) {
                    asked.add(new EntryField(
                            text(line.label()),
                            kind("fields[" + place + "].kind", line.kind()),
                            line.required() != null));
                }
            }
            return asked;
        }

        private static EntryField.Kind kind(String field, @Nullable String typed) {
            try {
                return EntryField.Kind.valueOf(text(typed));
            } catch (IllegalArgumentException none) {
                throw new Invalid(field, Reason.of("invalid.choice"));
            }
        }
    }

    /** One line of {@link Fields}. */
    record Field(
            @Nullable String label,
            @Nullable String kind,
            @Nullable String required) {}

    private static String at(@Nullable List<String> list, int place) {
        return list == null || place >= list.size() ? "" : text(list.get(place));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static int number(@Nullable String typed) {
        return text(typed).matches("[0-9]{1,6}") ? Integer.parseInt(text(typed)) : -1;
    }
}
