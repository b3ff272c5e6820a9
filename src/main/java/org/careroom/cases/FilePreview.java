package org.careroom.cases;

import java.util.List;
import java.util.Objects;
import org.careroom.shared.Digest;
import org.careroom.shared.Reason;

/** What a file would do to a case, line by line. */
public record FilePreview(List<FieldsFile.Line> lines) {

    /** Whether there is anything to save. */
    public boolean saves() {
        return !inputs().isEmpty();
    }

    /** Whether none of the lines names a field of the case, as when the first line is another table's. */
    public boolean isForeign() {
        return lines.stream().allMatch(line -> Reason.of("import.unknown").equals(line.problem()));
    }

    /** What to save. */
    List<FieldInput> inputs() {
        return lines.stream()
                .map(FieldsFile.Line::input)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * By which this preview is known: another one has the same only when it would change the same fields, as they are now, to the
     * same values, and tell the same rooms.
     */
    public String shown() {
        StringBuilder all = new StringBuilder();
        lines.stream()
                .filter(line -> line.input() != null)
                .forEach(line -> all.append(line.input()).append(line.told()).append('\n'));
        return Digest.of(all.toString());
    }
}
