package org.careroom.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.careroom.messaging.Value;
import org.careroom.people.Person;
import org.careroom.shared.Checked;
import org.careroom.shared.CsvTable;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills in a case from a file: a CSV of labels and values, or a JSON object of them. Nothing is saved before every change, and
 * every room that will be told of it, was shown. For admins of the case.
 */
@Service
@Transactional(readOnly = true)
public class FieldsFile {

    private static final String FIELD = "file";

    private final CaseDoor door;
    private final CaseFieldRepository fields;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    FieldsFile(CaseDoor door, CaseFieldRepository fields, JdbcClient jdbc, JsonMapper json) {
        this.door = door;
        this.fields = fields;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What one line of the file would do.
     *
     * @param number of the line in the file, counted from 1; in a JSON of the entry
     * @param input to save it with; null when it cannot be saved, or changes nothing
     * @param told the names of the rooms that will be told
     * @param problem why it cannot be saved, or null
     */
    public record Line(
            long number,
            String label,
            @Nullable Value before,
            @Nullable Value after,
            @Nullable FieldInput input,
            List<String> told,
            @Nullable Reason problem) {}

    /**
     * Reads a file without saving anything.
     *
     * @throws Invalid at {@code file} when it cannot be read at all
     * @throws org.careroom.shared.Refused when the person is none of the case's admins, or it is closed
     */
    public List<Line> preview(Person who, CaseId id, String text) {
        CaseEntity of = door.lookAsAdmin(who, id);
        CaseDoor.requireOpen(of);
        Map<String, CaseField> known = new HashMap<>();
        fields.findByCaseIdOrderByPosition(id.value()).forEach(field -> known.put(key(field.label()), field));
        Map<UUID, List<String>> told = told(of);
        Set<String> seen = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries(text)) {
            CaseField field = known.get(key(entry.label()));
            if (field == null) {
                lines.add(wrong(entry, Reason.of("import.unknown")));
            } else if (!seen.add(key(entry.label()))) {
                lines.add(wrong(entry, Reason.of("import.twice")));
            } else {
                lines.add(line(who, entry, field, told.getOrDefault(field.id().value(), List.of())));
            }
        }
        if (lines.isEmpty()) {
            throw new Invalid(FIELD, Reason.of("invalid.empty"));
        }
        return lines;
    }

    private static Line line(Person who, Entry entry, CaseField field, List<String> told) {
        Checked<String> kept = Checked.of(
                () -> FieldValues.kept(FIELD, field.type(), field.choices(), List.of(entry.value()), who.zone()));
        Value before = FieldValues.shown(field.type(), field.value());
        if (!kept.wrong().isEmpty()) {
            return new Line(
                    entry.number(),
                    field.label(),
                    before,
                    null,
                    null,
                    List.of(),
                    kept.wrong().get(FIELD));
        }
        boolean changes = !kept.get().equals(field.value());
        return new Line(
                entry.number(),
                field.label(),
                before,
                FieldValues.shown(field.type(), kept.get()),
                changes ? new FieldInput(field.id(), List.of(kept.get()), field.version()) : null,
                changes ? told : List.of(),
                null);
    }

    private static Line wrong(Entry entry, Reason why) {
        return new Line(entry.number(), entry.label(), null, null, null, List.of(), why);
    }

    /** An entry of the file. */
    private record Entry(long number, String label, String value) {}

    private List<Entry> entries(String typed) {
        String text = PlainText.block(FIELD, typed.replace("\uFEFF", ""), CsvTable.LONGEST);
        return text.startsWith("{") ? ofJson(text) : ofCsv(text);
    }

    private List<Entry> ofJson(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            JsonNode read = json.readTree(text);
            read.properties().forEach(property -> values.put(property.getKey(), value(property.getValue())));
        } catch (JacksonException unreadable) {
            throw new Invalid(FIELD, Reason.of("import.json"));
        }
        List<Entry> entries = new ArrayList<>();
        values.forEach((label, value) -> entries.add(new Entry(entries.size() + 1L, label, value)));
        return entries;
    }

    private static String value(JsonNode node) {
        if (node.isArray()) {
            List<String> several = new ArrayList<>();
            node.forEach(one -> several.add(one.asString("")));
            return String.join("\n", several);
        }
        return node.isNull() ? "" : node.asString("");
    }

    private static List<Entry> ofCsv(String text) {
        return CsvTable.of(FIELD, text).lines().stream()
                .filter(line -> !isHeading(line))
                .map(line -> new Entry(line.number(), line.cell(0), CsvCell.read(line.cell(1))))
                .toList();
    }

    private static boolean isHeading(CsvTable.Line line) {
        return line.number() == 1
                && Set.of("field", "label", "feld").contains(line.cell(0).toLowerCase(Locale.ROOT));
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    /** The names of the rooms that were given each field. */
    private Map<UUID, List<String>> told(CaseEntity of) {
        Map<UUID, List<String>> told = new HashMap<>();
        jdbc.sql("""
                        select f.id, r.name from case_field f
                        join follower_group g on g.case_id = f.case_id join room r on r.id = g.room_id
                        where f.case_id = ? and (
                            exists (select from follower_group_field gf where gf.group_id = g.id and gf.field_id = f.id)
                            or exists (select from follower_group_task gt where gt.group_id = g.id and gt.task_id = f.task_id))
                        order by lower(r.name)
                        """).param(of.id().value()).query(row -> {
            told.computeIfAbsent(row.getObject("id", UUID.class), unknown -> new ArrayList<>())
                    .add(Objects.requireNonNull(row.getString("name")));
        });
        return told;
    }
}
