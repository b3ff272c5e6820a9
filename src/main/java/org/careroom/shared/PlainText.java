package org.careroom.shared;

import org.jspecify.annotations.Nullable;

/** What people type: plain text that PostgreSQL can store and every browser shows as it was meant. Lengths are in characters (UTF-16 units). */
public final class PlainText {

    /** The longest message (issue of the first rooms). */
    public static final int MESSAGE = 10_000;

    /** The longest name of a person, room, team or organization. */
    public static final int NAME = 120;

    /** The longest description of a room or team. */
    public static final int DESCRIPTION = 1_000;

    private PlainText() {}

    /**
     * A required text of one line, stripped.
     *
     * @throws Invalid at {@code field} when it is blank, too long, has line breaks or cannot be stored
     */
    public static String line(String field, @Nullable String typed, int longest) {
        String text = lineOrEmpty(field, typed, longest);
        if (text.isEmpty()) {
            throw new Invalid(field, Reason.of("invalid.empty"));
        }
        return text;
    }

    /** Like {@link #line}, but nothing typed gives an empty text. */
    public static String lineOrEmpty(String field, @Nullable String typed, int longest) {
        String text = storable(field, typed, longest);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid(field, Reason.of("invalid.character"));
        }
        return text;
    }

    /**
     * A required text with line breaks (LF), blank lines and spaces at its ends taken away.
     *
     * @throws Invalid at {@code field} when it is blank, too long or cannot be stored
     */
    public static String block(String field, @Nullable String typed, int longest) {
        String text = blockOrEmpty(field, typed, longest);
        if (text.isEmpty()) {
            throw new Invalid(field, Reason.of("invalid.empty"));
        }
        return text;
    }

    /** Like {@link #block}, but nothing typed gives an empty text. */
    public static String blockOrEmpty(String field, @Nullable String typed, int longest) {
        String text = storable(
                field, typed == null ? null : typed.replace("\r\n", "\n").replace('\r', '\n'), longest);
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new Invalid(field, Reason.of("invalid.character"));
        }
        return text;
    }

    private static String storable(String field, @Nullable String typed, int longest) {
        String text = typed == null ? "" : visiblyBlank(typed) ? "" : typed.strip();
        if (text.length() > longest) {
            throw new Invalid(field, Reason.of("invalid.long", longest));
        }
        if (text.indexOf('\0') >= 0 || hasLoneSurrogate(text)) {
            throw new Invalid(field, Reason.of("invalid.character"));
        }
        return text;
    }

    /** True when nothing would be seen: spaces of every kind and invisible format characters only. */
    private static boolean visiblyBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
