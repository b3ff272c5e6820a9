package org.careroom.shared;

import org.jspecify.annotations.Nullable;

/** The person may see the thing but not do this to it (403), for a reason that the page tells. */
public class Refused extends RuntimeException {

    private final transient Reason reason;
    private final @Nullable String remedy;

    public Refused(Reason reason) {
        this(reason, null);
    }

    /** @param remedy the address of the settings in which who is refused can change that; null when they cannot */
    public Refused(Reason reason, @Nullable String remedy) {
        super(reason.key(), null, false, false);
        this.reason = reason;
        this.remedy = remedy;
    }

    public Reason reason() {
        return reason;
    }

    public @Nullable String remedy() {
        return remedy;
    }
}
