package org.careroom.clinics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On which terms a clinic lets callers in: its opening hours, and what it asks them. */
@Component
class ClinicTerms {

    private final JdbcClient jdbc;

    ClinicTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How it stands at this moment.
     *
     * @param closesAt until when it is open; null when it is closed, or never closes
     * @param opensAt when it opens next; null when it is open or switched off, or nobody knows
     */
    record Opening(
            boolean open,
            @Nullable Instant closesAt,
            @Nullable Instant opensAt) {}

    Opening opening(ClinicEntity clinic, Instant now) {
        if (!clinic.waitingAreaOn()) {
            return new Opening(false, null, null);
        }
        OpeningHours hours = hours(clinic);
        return hours.openAt(now)
                ? new Opening(true, hours.closesAfter(now).orElse(null), null)
                : new Opening(false, null, hours.opensAfter(now).orElse(null));
    }

    OpeningHours hours(ClinicEntity clinic) {
        Map<DayOfWeek, OpeningHours.Day> days = new EnumMap<>(DayOfWeek.class);
        jdbc.sql("select weekday, opens, closes from clinic_hours where clinic_id = ?")
                .param(clinic.id().value())
                .query(row -> {
                    days.put(
                            DayOfWeek.of(row.getInt("weekday")),
                            new OpeningHours.Day(row.getInt("opens"), row.getInt("closes")));
                });
        return new OpeningHours(days, clinic.zone());
    }

    void open(ClinicId clinic, Map<DayOfWeek, OpeningHours.Day> days) {
        jdbc.sql("delete from clinic_hours where clinic_id = ?")
                .param(clinic.value())
                .update();
        days.forEach((weekday, day) -> jdbc.sql(
                        "insert into clinic_hours (clinic_id, weekday, opens, closes) values (?, ?, ?, ?)")
                .params(clinic.value(), weekday.getValue(), day.opens(), day.closes())
                .update());
    }

    /** What callers are asked, in its order. */
    List<EntryField> fields(ClinicId clinic) {
        return jdbc.sql("select label, kind, required from clinic_entry_field where clinic_id = ? order by place")
                .param(clinic.value())
                .query((row, number) -> new EntryField(
                        row.getString("label"),
                        EntryField.Kind.valueOf(row.getString("kind")),
                        row.getBoolean("required")))
                .list();
    }

    /** @param fields as they were checked */
    void ask(ClinicId clinic, List<EntryField> fields) {
        jdbc.sql("delete from clinic_entry_field where clinic_id = ?")
                .param(clinic.value())
                .update();
        for (int place = 0; place < fields.size(); place++) {
            EntryField field = fields.get(place);
            jdbc.sql("insert into clinic_entry_field (clinic_id, place, label, kind, required) values (?, ?, ?, ?, ?)")
                    .params(clinic.value(), place, field.label(), field.kind().name(), field.required())
                    .update();
        }
    }
}
