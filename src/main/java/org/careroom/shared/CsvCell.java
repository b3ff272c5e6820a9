package org.careroom.shared;

/**
 * A cell of a CSV that a spreadsheet must not take for a formula (ASVS 5.0, 1.2.10): what could be one bears an apostrophe,
 * which is taken away when the file is read again.
 */
public final class CsvCell {

    private static final String FORMULA = "=+-@\t\r";

    private CsvCell() {}

    /** The cell with quotation marks where it needs some (RFC 4180). */
    public static String written(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",;\n\r]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** What was written. */
    public static String read(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }
}
