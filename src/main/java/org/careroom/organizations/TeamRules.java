package org.careroom.organizations;

import org.careroom.people.PersonId;

/** What somebody may do with a team, given their membership of its organization (product 1: shared teams are visible to all of it). */
final class TeamRules {

    private TeamRules() {}

    static boolean maySee(Membership member, TeamEntity team) {
        if (!member.active()) {
            return false;
        }
        return team.shared() || isOwner(member.person(), team);
    }

    static boolean mayChange(Membership member, TeamEntity team) {
        if (!maySee(member, team)) {
            return false;
        }
        return isOwner(member.person(), team) || member.admin();
    }

    private static boolean isOwner(PersonId person, TeamEntity team) {
        return team.owner().equals(person);
    }
}
