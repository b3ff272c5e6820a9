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

    /** An organization with its members, clients and shared teams. */
    record House(
            String name,
            Plan plan,
            Map<String, Figure> members,
            @Nullable Map<String, Figure> clients,
            @Nullable Map<String, List<String>> teams) {

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
     * @param since when they came, as in {@link Past}; null for long ago
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
            @Nullable String part) {

        static final String LONG_AGO = "-160d 09:00";

        boolean offered() {
            return part != null;
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
