package org.careroom.demonstration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets nothing start with a load set where there is no demonstration. */
@Component
class LoadSetGuard {

    /** @throws LoadSetRefused when a load set is wanted without a demonstration to hold it */
    LoadSetGuard(DemonstrationSettings settings, ObjectProvider<Demonstration> demonstration) {
        if (!settings.load().isEmpty() && demonstration.getIfAvailable() == null) {
            throw new LoadSetRefused();
        }
    }
}
