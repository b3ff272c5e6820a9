package org.careroom.clients;

import java.util.List;

/** What a CSV of clients would do, line by line. */
public record ImportPreview(List<ImportLine> lines) {

    /** How many of the good lines are shown: enough to see that the columns are read as they were meant. */
    private static final int SHOWN = 100;

    /** Whether every line can be taken; otherwise none is. */
    public boolean complete() {
        return lines.stream().allMatch(ImportLine::good);
    }

    /** Those that have to be mended, all of them. */
    public List<ImportLine> wrong() {
        return lines.stream().filter(line -> !line.good()).toList();
    }

    public long good() {
        return lines.stream().filter(ImportLine::good).count();
    }

    /** The first of the good ones, of which there is nothing else to say. */
    public List<ImportLine> shown() {
        return lines.stream().filter(ImportLine::good).limit(SHOWN).toList();
    }

    /** How many good ones are not shown. */
    public long further() {
        return good() - shown().size();
    }
}
