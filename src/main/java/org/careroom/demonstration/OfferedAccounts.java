package org.careroom.demonstration;

import java.util.List;
import org.careroom.people.DemonstrationAccounts;
import org.careroom.shared.Reason;
import org.springframework.stereotype.Component;

/** The accounts on the sign-in page of the demonstration: those that have a part, in the order of the file. */
@Component
@ConditionalOnDemonstration
class OfferedAccounts implements DemonstrationAccounts {

    private final List<DemonstrationAccount> accounts;

    OfferedAccounts(Script script) {
        this.accounts = script.cast().everybody().values().stream()
                .filter(Cast.Figure::offered)
                .map(figure -> new DemonstrationAccount(
                        figure.email(), Reason.of("demonstration.part." + figure.part(), figure.name())))
                .toList();
    }

    @Override
    public List<DemonstrationAccount> accounts() {
        return accounts;
    }
}
