package org.careroom.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.shared.CsvCell;
import org.careroom.shared.CsvTable;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labels of fields and values for them, as somebody's file holds them: a CSV with one of each on a line, a JSON object of them,
 * or a JSON array of objects with {@code field} and {@code value}.
 */
@Component
class LabelledValues {

    private static final Set<String> HEADINGS = Set.of("field", "label", "feld");

    private final ObjectReader json;

    LabelledValues(JsonMapper json) {
        this.json = json.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /**
     * A label and a value for it.
     *
     * @param number of the line in the file, counted from 1; in a JSON of the entry
     * @param value null where there is something that no field can hold
     */
    record Entry(long number, String label, @Nullable String value) {}

    /**
     * Reads a file.
     *
     * @param at the form's field, for what is wrong
     * @throws Invalid when it cannot be read at all, or holds nothing
     */
    List<Entry> of(String at, String typed) {
        String text = PlainText.block(at, typed.replace("\uFEFF", ""), CsvTable.LONGEST);
        List<Entry> entries = text.startsWith("{") || text.startsWith("[") ? ofJson(at, text) : ofCsv(at, text);
        if (entries.isEmpty()) {
            throw new Invalid(at, Reason.of("invalid.empty"));
        }
        return entries;
    }

    private static List<Entry> ofCsv(String at, String text) {
        return CsvTable.of(at, text).lines().stream()
                .filter(line ->
                        line.number() > 1 || !HEADINGS.contains(line.cell(0).toLowerCase(Locale.ROOT)))
                .map(line -> new Entry(line.number(), line.cell(0), CsvCell.read(line.cell(1))))
                .toList();
    }

    private List<Entry> ofJson(String at, String text) {
        JsonNode read;
        try {
            read = json.readValue(text);
        } catch (JacksonException unreadable) {
            TokenStreamLocation stop = unreadable.getLocation();
            throw new Invalid(
                    at, Reason.of("import.json", stop == null ? text.lines().count() : stop.getLineNr()));
        }
        List<Entry> entries = new ArrayList<>();
        if (read.isArray()) {
            read.forEach(one -> entries.add(
                    new Entry(entries.size() + 1L, one.path("field").asString(""), value(one.path("value")))));
        } else {
            for (Map.Entry<String, JsonNode> one : read.properties()) {
                entries.add(new Entry(entries.size() + 1L, one.getKey(), value(one.getValue())));
            }
        }
        return entries;
    }

    /** Several choices one a line. */
    private static @Nullable String value(JsonNode node) {
        if (node.isNull()) {
            return "";
        }
        if (node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode)) {
            return node.valueStream().map(one -> one.asString("")).collect(Collectors.joining("\n"));
        }
        return node.isValueNode() ? node.asString("") : null;
    }
}
