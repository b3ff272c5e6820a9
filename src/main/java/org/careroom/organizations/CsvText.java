package org.careroom.organizations;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;

/**
 * The text of a CSV. Spreadsheets write UTF-8, UTF-16 with a mark at the beginning, or Windows-1252, and do not tell which.
 *
 * @param guessed whether it is Windows-1252 by guess, as it is not UTF-8, so that somebody has to look whether it is right
 */
public record CsvText(String text, boolean guessed) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    public static CsvText typed(String text) {
        return new CsvText(text, false);
    }

    /** @throws Invalid at {@code csv} when it is none of these */
    public static CsvText of(byte[] file) {
        for (Charset charset : candidates(file)) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
                return new CsvText(text, charset.equals(WINDOWS_1252));
            } catch (CharacterCodingException another) {
                continue;
            }
        }
        throw new Invalid("csv", Reason.of("invite.csv.encoding"));
    }

    /** A mark at the beginning says which it is (Unicode 16, 23.8). */
    private static List<Charset> candidates(byte[] file) {
        String mark = HexFormat.of().formatHex(file, 0, Math.min(3, file.length));
        if (mark.startsWith("feff") || mark.startsWith("fffe")) {
            return List.of(StandardCharsets.UTF_16);
        }
        return mark.equals("efbbbf") ? List.of(StandardCharsets.UTF_8) : List.of(StandardCharsets.UTF_8, WINDOWS_1252);
    }
}
