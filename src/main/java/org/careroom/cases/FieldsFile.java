package org.careroom.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.careroom.messaging.Value;
import org.careroom.people.Person;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills in a case from a file. Nothing is saved before every change, and every room that will be told of it, was shown. Every
 * method is for admins of the case and throws {@link NotFound} or {@link Refused} for others, and when the case is closed.
 */
@Service
@Transactional
public class FieldsFile {

    private static final String FIELD = "file";
    private static final CaseRights OF_ADMINS = new CaseRights(true, List.of());

    private final CaseDoor door;
    private final CaseFields filling;
    private final CaseFieldRepository fields;
    private final LabelledValues values;
    private final JdbcClient jdbc;

    FieldsFile(CaseDoor door, CaseFields filling, CaseFieldRepository fields, LabelledValues values, JdbcClient jdbc) {
        this.door = door;
        this.filling = filling;
        this.fields = fields;
        this.values = values;
        this.jdbc = jdbc;
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

    /** The name of the case, for who may fill it in so. */
    @Transactional(readOnly = true)
    public String nameFor(Person who, CaseId id) {
        return door.lookAsAdmin(who, id).name();
    }

    /**
     * Reads a file without saving anything.
     *
     * @throws Invalid at {@code file} when it cannot be read at all
     */
    @Transactional(readOnly = true)
    public FilePreview preview(Person who, CaseId id, String text) {
        return read(who, door.lookAsAdmin(who, id), text);
    }

    /**
     * Saves what a preview has shown, all of it or nothing.
     *
     * @param shown by which the preview is known
     * @throws Invalid at {@code file} when the file would do something else by now
     */
    public void save(Person who, CaseId id, String text, String shown) {
        FilePreview now = read(who, door.lockAsAdmin(who, id), text);
        if (now.inputs().isEmpty()) {
            return; // saved already, by a second click
        }
        if (!now.shown().equals(shown) || !filling.save(who, id, now.inputs()).isComplete()) {
            throw new Invalid(FIELD, Reason.of("import.changed"));
        }
    }

    private FilePreview read(Person who, CaseEntity of, String text) {
        CaseDoor.requireOpen(of);
        Map<String, CaseField> known = new HashMap<>();
        fields.inOrder(of.id().value()).forEach(field -> known.put(key(field.label()), field));
        Map<UUID, List<String>> told = told(of);
        Set<String> seen = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (LabelledValues.Entry entry : values.of(FIELD, text)) {
            CaseField field = known.get(key(entry.label()));
            if (field == null) {
                lines.add(wrong(entry, "import.unknown"));
            } else if (!seen.add(key(entry.label()))) {
                lines.add(wrong(entry, "import.twice"));
            } else if (entry.value() == null) {
                lines.add(wrong(entry, "import.value"));
            } else {
                lines.add(line(
                        who,
                        entry,
                        entry.value(),
                        field,
                        told.getOrDefault(field.id().value(), List.of())));
            }
        }
        return new FilePreview(lines);
    }

    private Line line(Person who, LabelledValues.Entry entry, String value, CaseField field, List<String> told) {
        Checked<String> kept = Checked.of(() -> value.equals(field.value())
                ? value
                : FieldValues.kept(FIELD, field.type(), field.choices(), List.of(value), who));
        Value before = FieldValues.shown(field.type(), field.value());
        Reason problem = kept.wrong().get(FIELD);
        if (problem == null) {
            problem = filling.refusal(OF_ADMINS, field, kept.get()).orElse(null);
        }
        if (problem != null) {
            return new Line(entry.number(), field.label(), before, null, null, List.of(), problem);
        }
        boolean changes = !kept.get().equals(field.value());
        return new Line(
                entry.number(),
                field.label(),
                before,
                FieldValues.shown(field.type(), kept.get()),
                changes
                        ? new FieldInput(
                                field.id(),
                                List.of(FieldValues.exactly(field.type(), kept.get(), who)),
                                field.version())
                        : null,
                changes ? told : List.of(),
                null);
    }

    private static Line wrong(LabelledValues.Entry entry, String why) {
        return new Line(entry.number(), entry.label(), null, null, null, List.of(), Reason.of(why));
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    /** The names of the rooms that were given each field. */
    private Map<UUID, List<String>> told(CaseEntity of) {
        Map<UUID, List<String>> told = new HashMap<>();
        jdbc.sql("""
                        select gets.field_id, r.name from follower_group_gets gets join room r on r.id = gets.room_id
                        where gets.case_id = ? order by lower(r.name)
                        """).param(of.id().value()).query(row -> {
            told.computeIfAbsent(row.getObject("field_id", UUID.class), unknown -> new ArrayList<>())
                    .add(Objects.requireNonNull(row.getString("name")));
        });
        return told;
    }
}
