package org.careroom.clients;

import java.util.List;
import org.careroom.shared.Reason;

/**
 * One client of a CSV.
 *
 * @param number its line in the text, from 1
 * @param description as it was given
 * @param provider the e-mail address that was given; empty for who is asking
 * @param wrong why it cannot be taken; nothing when it can
 */
public record ImportLine(long number, ClientDescription description, String provider, List<Reason> wrong) {

    public boolean good() {
        return wrong.isEmpty();
    }
}
