package org.careroom.demonstration;

import java.io.Serial;

/** Somebody wants the load set in a database that is not the demonstration's. */
class LoadSetRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    LoadSetRefused() {
        super("careroom.demonstration.load adds people and rooms to the demonstration hospital only, and this database"
                + " is not the demonstration’s");
    }
}
