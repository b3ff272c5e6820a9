package org.careroom.shared;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV that somebody typed or chose, as RFC 4180 describes it; spreadsheets separate cells by commas, semicolons or tabs.
 *
 * @param separator what separates cells
 */
public record CsvTable(char separator, List<Line> lines) {

    /** The longest text that is read, in characters. */
    public static final int LONGEST = 200_000;

    private static final int MOST_LINES = 1_000;
    private static final List<String> SEPARATORS = List.of("\t", ";", ",");

    /** A line with the number that it begins at in the text, counted from 1. */
    public record Line(long number, List<String> cells) {

        /** A cell without spaces around it; empty when the line has none there. */
        public String cell(int place) {
            return place < cells.size() ? cells.get(place).strip() : "";
        }
    }

    /** @throws Invalid at {@code field} when the text is empty, too long or cannot be read at all */
    public static CsvTable of(String field, String typed) {
        return of(field, typed, LONGEST, MOST_LINES);
    }

    /**
     * The same, of another length.
     *
     * @param longest the longest text, in characters
     * @param mostLines the most lines that are not empty
     */
    public static CsvTable of(String field, String typed, int longest, int mostLines) {
        String text = PlainText.block(field, typed.replace("\uFEFF", ""), longest);
        char separator = separator(text);
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
        List<Line> lines = new ArrayList<>();
        long read = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                lines.add(new Line(parser.getCurrentLineNumber() - breaks(record), record.toList()));
                read = parser.getCurrentLineNumber();
            }
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            throw new Invalid(field, Reason.of("csv.unreadable.from", read + 1));
        }
        if (lines.size() > mostLines) {
            throw new Invalid(field, Reason.of("csv.many", mostLines));
        }
        return new CsvTable(separator, lines);
    }

    /** A record ends on a later line than it begins where its cells have line breaks. */
    private static long breaks(CSVRecord record) {
        return record.stream()
                .flatMapToInt(String::chars)
                .filter(character -> character == '\n')
                .count();
    }

    /** What separates the first line that has any of them outside quotation marks. */
    private static char separator(String csv) {
        String outside = csv.replaceAll("\"[^\"]*\"", "");
        String first = outside.lines()
                .filter(line -> SEPARATORS.stream().anyMatch(line::contains))
                .findFirst()
                .orElse(",");
        return SEPARATORS.stream()
                .filter(first::contains)
                .findFirst()
                .orElse(",")
                .charAt(0);
    }
}
