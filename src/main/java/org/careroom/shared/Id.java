package org.careroom.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.io.Serializable;
import java.util.UUID;

/** The identifier of one thing; each noun has its own record, so that a room's cannot be passed for a person's. */
public interface Id extends Serializable {

    /** The UUID, version 7 (RFC 9562), which grows with the time it was made. */
    UUID value();

    /** A new UUID of version 7. */
    static UUID next() {
        return Sequence.GENERATOR.generate();
    }

    /** Reads a UUID that came from outside: {@link NotFound} when it is not one, as no such thing can exist. */
    static UUID parse(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
            throw new NotFound();
        } catch (IllegalArgumentException notOne) {
            throw new NotFound();
        }
    }

    /** Holds the one generator of this process. */
    final class Sequence {
        private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

        private Sequence() {}
    }
}
