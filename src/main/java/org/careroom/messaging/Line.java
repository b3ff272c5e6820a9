package org.careroom.messaging;

/** A text on one line, as lists and quotes show it. */
final class Line {

    private static final int LONGEST = 140;

    private Line() {}

    /** At most {@value #LONGEST} characters and an ellipsis. */
    static String of(String text) {
        String start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        String line = start.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "…";
    }
}
