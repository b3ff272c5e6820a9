package org.careroom.demonstration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.demonstration.Cast.House;
import org.careroom.organizations.MemberInvitations;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.OrganizationSettings;
import org.careroom.organizations.PermissionSets;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;

/** What the admin of a demonstration organization has set: how one asks to join, teams, permission sets, invitations. */
@Component
@ConditionalOnDemonstration
class Administration {

    private final OrganizationSettings settings;
    private final PermissionSets permissionSets;
    private final MemberInvitations invitations;
    private final Teams teams;
    private final HistoryClock clock;

    Administration(
            OrganizationSettings settings,
            PermissionSets permissionSets,
            MemberInvitations invitations,
            Teams teams,
            HistoryClock clock) {
        this.settings = settings;
        this.permissionSets = permissionSets;
        this.invitations = invitations;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * Does it all in the name of the organization's first admin.
     *
     * @return the shared teams by their names
     */
    Map<String, TeamId> of(House house, OrganizationId organization, Map<String, Person> persons, Past past) {
        Person admin = Objects.requireNonNull(persons.get(house.firstAdmin()));
        clock.set(past.time("-150d 10:00"));
        settings.change(admin, organization, house.name(), house.code(), house.mailDomain());
        house.sets().forEach((name, permissions) -> permissionSets.save(admin, organization, name, permissions));
        Map<String, TeamId> made = new LinkedHashMap<>();
        house.sharedTeams()
                .forEach((name, words) ->
                        made.put(name, teams.create(admin, organization, name, true, ids(persons, Set.copyOf(words)))));
        clock.set(past.time("-2d 11:20"));
        house.invitations().forEach((email, name) -> invitations.invite(admin, organization, email, name));
        return made;
    }

    private static Set<PersonId> ids(Map<String, Person> persons, Set<String> words) {
        return persons.entrySet().stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(entry -> entry.getValue().id())
                .collect(Collectors.toSet());
    }
}
