package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.careroom.organizations.AdminPage;
import org.careroom.organizations.Membership;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stands around every settings page; templates know it as {@code @settings}. */
@Component("settings")
public class SettingsFrames {

    private final ChosenOrganization chosenOrganization;
    private final CurrentPerson currentPerson;
    private final ObjectProvider<AdminPage> pagesOfOthers;
    private final HttpServletRequest request;

    SettingsFrames(
            ChosenOrganization chosenOrganization,
            CurrentPerson currentPerson,
            ObjectProvider<AdminPage> pagesOfOthers,
            HttpServletRequest request) {
        this.pagesOfOthers = pagesOfOthers;
        this.chosenOrganization = chosenOrganization;
        this.currentPerson = currentPerson;
        this.request = request;
    }

    /**
     * The sub-navigation.
     *
     * @param chosen whose settings are shown; null for a person who is an active member nowhere
     * @param organizations those to choose from, where there are several
     */
    public record SettingsFrame(@Nullable Membership chosen, List<Membership> organizations, List<Entry> entries) {}

    /** An entry: its name, as in the message key {@code settings.<name>}, and where it leads. */
    public record Entry(String name, String icon, String address) {}

    public SettingsFrame current() {
        Person who = currentPerson.of(request).orElseThrow(NotFound::new);
        Membership chosen = chosenOrganization.around(request).orElse(null);
        List<Entry> entries = new ArrayList<>();
        if (chosen != null && chosen.admin()) {
            entries.add(new Entry("team", "bi-people", "/settings/team"));
            entries.add(new Entry("pending", "bi-hourglass-split", "/settings/team/pending"));
            entries.add(new Entry("invitations", "bi-envelope-plus", "/settings/team/invitations"));
            entries.add(new Entry("permission-sets", "bi-ui-checks", "/settings/permission-sets"));
        }
        if (chosen != null) {
            entries.add(new Entry("teams", "bi-collection", "/settings/teams"));
        }
        if (chosen != null && chosen.admin()) {
            pagesOfOthers
                    .orderedStream()
                    .forEach(page -> entries.add(new Entry(page.name(), page.icon(), page.address())));
            entries.add(new Entry("organization", "bi-building", "/settings/organization"));
            entries.add(new Entry("changes", "bi-clock-history", "/settings/changes"));
        }
        if (who.operator()) {
            entries.add(new Entry("installation", "bi-hdd-rack", "/settings/installation"));
        }
        entries.add(new Entry("profile", "bi-person", "/profile"));
        return new SettingsFrame(chosen, chosenOrganization.active(request), entries);
    }
}
