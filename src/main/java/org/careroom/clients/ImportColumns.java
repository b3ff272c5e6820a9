package org.careroom.clients;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.careroom.shared.CsvTable;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;

/**
 * Where what stands in a CSV of clients: as its first line says, else name, e-mail, phone, provider.
 *
 * @param places the place of each column, from 0; a column that is not there is left out
 * @param named whether the first line is a heading
 */
record ImportColumns(Map<Column, Integer> places, boolean named) {

    /** A column with the words that spreadsheets call it by, in our languages. */
    enum Column {
        NAME("name|full name|client|klient|klientin"),
        EMAIL("e-?mail.*|mail"),
        PHONE("(tele)?phone.*|tel\\.?|telefon.*|mobile?"),
        PROVIDER("provider.*|behandel.*|behandler.*");

        private final Pattern words;

        Column(String words) {
            this.words = Pattern.compile(words);
        }

        static Optional<Column> called(String heading) {
            for (Column column : values()) {
                if (column.words.matcher(heading).matches()) {
                    return Optional.of(column);
                }
            }
            return Optional.empty();
        }
    }

    /** @throws Invalid at {@code csv} when the heading names a column that cannot be read, or one twice */
    static ImportColumns of(CsvTable.Line first) {
        List<String> cells = first.cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        if (!isHeading(cells)) {
            for (Column column : Column.values()) {
                places.put(column, column.ordinal());
            }
            return new ImportColumns(places, false);
        }
        for (int place = 0; place < cells.size(); place++) {
            String cell = cells.get(place);
            if (!cell.isEmpty() && places.put(Column.called(cell).orElseThrow(() -> unread(cell)), place) != null) {
                throw unread(cell);
            }
        }
        return new ImportColumns(places, true);
    }

    private static boolean isHeading(List<String> cells) {
        List<Column> called =
                cells.stream().flatMap(cell -> Column.called(cell).stream()).toList();
        return called.contains(Column.NAME) && (called.contains(Column.EMAIL) || called.contains(Column.PHONE));
    }

    private static Invalid unread(String heading) {
        return new Invalid("csv", Reason.of("client.import.heading", heading));
    }

    String cell(CsvTable.Line line, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : line.cell(place);
    }

    /** Whether the line has anything outside the columns; nothing is left out silently. */
    boolean hasTooMuch(CsvTable.Line line) {
        for (int place = 0; place < line.cells().size(); place++) {
            if (!places.containsValue(place) && !line.cell(place).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
