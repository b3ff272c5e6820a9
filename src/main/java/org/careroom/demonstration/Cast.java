package org.careroom.demonstration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careroom.organizations.Level;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Status;
import org.jspecify.annotations.Nullable;

/**
 * Who there is in the demonstration, as {@code demonstration/people.yaml} says. People are named there, and in the rooms'
 * file, by a word of their own.
 */
record Cast(String password, List<House> organizations) {

    /**
     * An organization.
     *
     * @param code by which strangers ask to join
     * @param teams shared ones, with the words for their members
     * @param permissionSets saved ones
     * @param invited who has not answered yet: names by addresses
     */
    record House(
            String name,
            Plan plan,
            Map<String, Figure> members,
            @Nullable Map<String, Figure> clients,
            @Nullable Map<String, List<String>> teams,
            String code,
            String mailDomain,
            @Nullable Map<String, Set<Permission>> permissionSets,
            @Nullable Map<String, String> invited) {

        String firstAdmin() {
            return members.entrySet().stream()
                    .filter(member -> member.getValue().standing() == Level.ADMIN)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }

        Map<String, Set<Permission>> sets() {
            return permissionSets == null ? Map.of() : permissionSets;
        }

        Map<String, String> invitations() {
            return invited == null ? Map.of() : invited;
        }

        Map<String, Figure> itsClients() {
            return clients == null ? Map.of() : clients;
        }

        Map<String, List<String>> sharedTeams() {
            return teams == null ? Map.of() : teams;
        }
    }

    /**
     * A person.
     *
     * @param status null for an active member
     * @param operator whether they look after the installation; null for no
     * @param since when they came, as in {@link Past}; null for long ago
     * @param phone of a client, and {@code provider} and {@code careTeam}: the words for whose client it is
     * @param account whether a client has one; null for yes
     * @param chat whether a client may chat; null for yes
     * @param part what the account is there for, as the last word of a key of the bundle: on the sign-in page
     */
    record Figure(
            String email,
            String name,
            @Nullable String role,
            @Nullable Level level,
            @Nullable Set<Permission> permissions,
            @Nullable Status status,
            @Nullable String since,
            @Nullable Boolean operator,
            @Nullable String phone,
            @Nullable String provider,
            @Nullable List<String> careTeam,
            @Nullable Boolean account,
            @Nullable Boolean chat,
            @Nullable String part) {

        static final String LONG_AGO = "-160d 09:00";

        boolean offered() {
            return part != null;
        }

        boolean hasAccount() {
            return !Boolean.FALSE.equals(account);
        }

        boolean chats() {
            return !Boolean.FALSE.equals(chat);
        }

        List<String> careTeamOrNone() {
            return careTeam == null ? List.of() : careTeam;
        }

        boolean pending() {
            return status == Status.PENDING;
        }

        String came() {
            return since == null ? LONG_AGO : since;
        }

        String jobRole() {
            return role == null ? "" : role;
        }

        Level standing() {
            return level == null ? Level.MEMBER : level;
        }

        Set<Permission> switchedOn() {
            return permissions == null ? Set.of() : permissions;
        }
    }

    /** All of them by their words, in the file's order. */
    Map<String, Figure> everybody() {
        Map<String, Figure> all = new LinkedHashMap<>();
        for (House house : organizations) {
            all.putAll(house.members());
            all.putAll(house.itsClients());
        }
        return all;
    }
}
