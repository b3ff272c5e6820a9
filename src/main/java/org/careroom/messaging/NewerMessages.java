package org.careroom.messaging;

/**
 * Something was written in the room after a reply on behalf of its owner was begun: the writer is asked again (product 5:
 * "Two helpers do not answer twice"). Nothing is stored.
 */
public class NewerMessages extends RuntimeException {

    private final long seen;

    NewerMessages(long seen) {
        super("newer than " + seen, null, false, false);
        this.seen = seen;
    }

    /** The number of the last message that the writer saw. */
    public long seen() {
        return seen;
    }
}
