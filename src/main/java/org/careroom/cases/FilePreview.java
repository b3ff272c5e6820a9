package org.careroom.cases;

import java.util.List;
import java.util.Objects;
import org.careroom.shared.Digest;

/** What a file would do to a case, line by line. */
public record FilePreview(List<FieldsFile.Line> lines) {

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
