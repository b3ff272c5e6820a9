package org.careroom.people;

import java.util.Locale;

/** One or two letters that stand for a name where there is no picture. */
public final class Initials {

    private Initials() {}

    /** The first letters of the first and the last word, in upper case; "?" when there is neither letter nor digit. */
    public static String of(String name) {
        String[] words = name.strip().split("[^\\p{L}\\p{N}]+");
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            if (!word.isEmpty()) {
                letters.appendCodePoint(word.codePointAt(0));
            }
        }
        if (letters.isEmpty()) {
            return "?";
        }
        int last = letters.codePointBefore(letters.length());
        String first = letters.substring(0, letters.offsetByCodePoints(0, 1));
        boolean one = letters.codePointCount(0, letters.length()) == 1;
        return (one ? first : first + Character.toString(last)).toUpperCase(Locale.ROOT);
    }
}
