package org.careroom.calls;

/** The person is in the call on another page that is alive, and was not asked yet whether to move it (product 6). */
public class Elsewhere extends RuntimeException {

    Elsewhere() {
        super("on another page", null, false, false);
    }
}
