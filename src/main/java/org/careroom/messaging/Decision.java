package org.careroom.messaging;

import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What a room's rules answer: yes, no for a reason, or that there is nothing to be seen. */
public sealed interface Decision {

    Decision ALLOWED = new Allowed();
    Decision HIDDEN = new Hidden();

    /** No, for a reason whose key and next step the message bundles hold. */
    static Decision refused(String key, Object... arguments) {
        return new Because(Reason.of(key, arguments));
    }

    /**
     * Goes on when it is a yes.
     *
     * @throws NotFound when the person must not learn that the room exists
     * @throws Refused when they may see it but not do this
     */
    default void orThrow() {
        if (this instanceof Hidden) {
            throw new NotFound();
        }
        if (this instanceof Because because) {
            throw new Refused(because.because());
        }
    }

    /** Why it is a no, or null when it is not a no for a reason. */
    default @Nullable Reason reason() {
        return this instanceof Because because ? because.because() : null;
    }

    default boolean allowed() {
        return this instanceof Allowed;
    }

    /** Yes. */
    record Allowed() implements Decision {}

    /** Looks to the person as if there were no such room. */
    record Hidden() implements Decision {}

    /** No, and why. */
    record Because(Reason because) implements Decision {}
}
