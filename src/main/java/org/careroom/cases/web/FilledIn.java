package org.careroom.cases.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.cases.FieldId;
import org.careroom.cases.FieldInput;
import org.careroom.cases.FieldView;
import org.careroom.cases.Saved;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/** What was typed into fields and could not be saved as it is, for the page that shows it again. */
record FilledIn(Map<FieldId, FieldInput> typed, Map<FieldId, Reason> wrong, Map<FieldId, Saved.Conflict> conflicts) {

    static final FilledIn NOTHING = new FilledIn(Map.of(), Map.of(), Map.of());

    static FilledIn of(List<FieldInput> inputs, Saved saved) {
        Map<FieldId, Saved.Conflict> conflicts =
                saved.conflicts().stream().collect(Collectors.toMap(Saved.Conflict::field, Function.identity()));
        Map<FieldId, FieldInput> kept = inputs.stream()
                .filter(input -> saved.wrong().containsKey(input.field()) || conflicts.containsKey(input.field()))
                .collect(Collectors.toMap(FieldInput::field, Function.identity()));
        return new FilledIn(kept, saved.wrong(), conflicts);
    }

    /** What stands in a field's input. */
    public String typed(FieldView field) {
        FieldInput input = typed.get(field.id());
        return input == null ? field.typed() : String.join("\n", input.values());
    }

    public boolean chosen(FieldView field, String choice) {
        return typed(field).lines().anyMatch(choice::equals);
    }

    public @Nullable Reason wrong(FieldView field) {
        return wrong.get(field.id());
    }

    public Saved.@Nullable Conflict conflict(FieldView field) {
        return conflicts.get(field.id());
    }

    /** Which version a save of this field says it has seen: another's change is seen once it was shown as a conflict. */
    public int seen(FieldView field) {
        Saved.Conflict conflict = conflicts.get(field.id());
        if (conflict != null) {
            return conflict.version();
        }
        FieldInput input = typed.get(field.id());
        return input == null ? field.version() : input.seen();
    }

    public boolean isEmpty() {
        return typed.isEmpty();
    }
}
