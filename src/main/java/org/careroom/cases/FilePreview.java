package org.careroom.cases;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

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
     * same values, and tell the same rooms. It keeps nobody out, so a short digest will do.
     */
    public String shown() {
        StringBuilder all = new StringBuilder();
        lines.stream()
                .filter(line -> line.input() != null)
                .forEach(line -> all.append(line.input()).append(line.told()).append('\n'));
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
