package org.careroom.messaging;

/**
 * A piece of a message's text, so that templates write text and never markup.
 *
 * @param text what is read
 * @param target a link's address, or a mentioned person's id; empty for plain text
 */
public record Segment(Kind kind, String text, String target) {

    /** What a piece is. */
    public enum Kind {
        PLAIN,
        LINK,
        MENTION
    }

    static Segment plain(String text) {
        return new Segment(Kind.PLAIN, text, "");
    }
}
