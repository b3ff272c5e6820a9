package org.careroom.shared;

/** What somebody searches for, as the pattern of a {@code like} in SQL: what they typed stands for itself. */
public final class LikePattern {

    private LikePattern() {}

    /** Whatever holds the text. */
    public static String containing(String text) {
        return "%" + startingWith(text);
    }

    /** Whatever begins with the text. */
    public static String startingWith(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
