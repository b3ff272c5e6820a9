package org.careroom.people;

import java.util.List;
import org.careroom.shared.Reason;

/** The accounts that the sign-in page offers; a bean of it exists only in the demonstration hospital. */
public interface DemonstrationAccounts {

    List<DemonstrationAccount> accounts();

    /**
     * @param email what the account signs in with
     * @param part what it is there for, as a sentence of the bundles
     */
    record DemonstrationAccount(String email, Reason part) {}
}
