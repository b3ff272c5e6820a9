package org.careroom.shared;

/** The person may see the thing but not do this to it (403), for a reason that the page tells. */
public class Refused extends RuntimeException {

    private final transient Reason reason;

    public Refused(Reason reason) {
        super(reason.key(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
