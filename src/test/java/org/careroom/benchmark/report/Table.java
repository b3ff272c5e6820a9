package org.careroom.benchmark.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown: the first column to the left, figures to the right. */
public final class Table {

    private final List<String> lines = new ArrayList<>();

    public Table(String... heads) {
        row(heads);
        List<String> rule = new ArrayList<>(Collections.nCopies(heads.length, "---:"));
        rule.set(0, "---");
        row(rule.toArray(String[]::new));
    }

    public Table row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
