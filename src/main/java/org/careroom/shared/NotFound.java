package org.careroom.shared;

/** There is no such thing, or the person who asks must not learn that there is: both look alike (404). */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("not found", null, false, false);
    }
}
