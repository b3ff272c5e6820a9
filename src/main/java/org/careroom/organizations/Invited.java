package org.careroom.organizations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careroom.people.EmailAddress;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out who is meant by e-mail addresses and teams, and who of them comes from outside an organization. An account that
 * no organization vouches for may be anybody's who typed that address: such a one is asked by a link to the address.
 */
@Component
public class Invited {

    /** How many addresses one form may name: a whole hospital's, but nobody's who wants to keep the server busy. */
    private static final int MOST_ADDRESSES = 2_000;

    /** How many may be asked by a link, and by mail, with one form. */
    private static final int MOST_STRANGERS = 100;

    private final People people;
    private final Members members;
    private final Teams teams;

    Invited(People people, Members members, Teams teams) {
        this.people = people;
        this.members = members;
        this.teams = teams;
    }

    /**
     * Who is meant.
     *
     * @param inside active members of the organization, who are in the room at once
     * @param outside persons known to another organization who must accept first
     * @param strangers addresses without an account that an organization knows, asked by a link
     */
    public record Guests(List<Person> inside, List<Person> outside, List<String> strangers) {

        public int size() {
            return inside.size() + outside.size() + strangers.size();
        }

        /**
         * The one person with an account who is meant, for a room without a name.
         *
         * @throws Invalid at {@code people} when nobody is meant, at {@code name} when others are
         */
        public Person only() {
            if (size() == 0) {
                throw new Invalid("people", Reason.of("general.people.nobody"));
            }
            if (size() > 1) {
                throw new Invalid("name", Reason.of("general.name.needed"));
            }
            if (!strangers.isEmpty()) {
                throw new Invalid("name", Reason.of("general.name.needed.stranger", strangers.get(0)));
            }
            return inside.isEmpty() ? outside.get(0) : inside.get(0);
        }
    }

    /**
     * Whom a form names.
     *
     * @param persons those of them who have an account
     * @param addresses what was typed, theirs among it
     */
    public record Named(Map<PersonId, Person> persons, Set<String> addresses) {

        /** The same without these persons, whatever they are known by. */
        public Named without(Set<PersonId> some) {
            Map<PersonId, Person> others = new LinkedHashMap<>(persons);
            Set<String> otherAddresses = new LinkedHashSet<>(addresses);
            persons.values().stream()
                    .filter(person -> some.contains(person.id()))
                    .forEach(person -> {
                        others.remove(person.id());
                        otherAddresses.remove(person.email());
                    });
            return new Named(others, otherAddresses);
        }
    }

    /**
     * Everybody but who is asking.
     *
     * @throws Invalid at {@code people} when an address is none, or when there are too many
     */
    public Named named(Person who, List<String> typed, List<TeamId> teamIds) {
        Set<String> addresses = addresses(typed);
        addresses.remove(who.email());
        Map<PersonId, Person> found = new LinkedHashMap<>();
        people.findByEmails(addresses).forEach(person -> found.put(person.id(), person));
        people.named(teams.people(who, teamIds)).forEach(found::putIfAbsent);
        found.remove(who.id());
        return new Named(found, addresses);
    }

    /**
     * What those are to the organization, whose memberships are held. That somebody is a client, or is kept out, is told to its
     * own members only: whoever else asks could find out by it who is a patient. The others' guests are asked like strangers
     * and refused when they answer.
     *
     * @throws Invalid at {@code people} when one is a client, waits for approval or was deactivated in it, or too many are
     *     strangers
     */
    public Guests guests(Person who, Named named, @Nullable OrganizationId organization) {
        Map<PersonId, Person> found = named.persons();
        Set<PersonId> inside = organization == null ? Set.of() : members.active(organization, found.keySet());
        if (organization != null && members.isActive(who.id(), organization)) {
            refuseClients(found);
            refuseThoseKeptOut(organization, found);
        }
        Set<PersonId> vouchedFor = members.activeAnywhere(found.keySet());
        List<String> strangers = new ArrayList<>(named.addresses());
        found.values().stream()
                .filter(person -> vouchedFor.contains(person.id()) || person.premium())
                .forEach(person -> strangers.remove(person.email()));
        if (strangers.size() > MOST_STRANGERS) {
            throw new Invalid("people", Reason.of("general.people.strangers", MOST_STRANGERS));
        }
        return new Guests(
                found.values().stream().filter(p -> inside.contains(p.id())).toList(),
                found.values().stream()
                        .filter(p -> !inside.contains(p.id()) && !strangers.contains(p.email()))
                        .toList(),
                strangers);
    }

    private static Set<String> addresses(List<String> typed) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String one : EmailAddress.parted(typed)) {
            addresses.add(address(one));
            if (addresses.size() > MOST_ADDRESSES) {
                throw new Invalid("people", Reason.of("general.people.many", MOST_ADDRESSES));
            }
        }
        return addresses;
    }

    private static String address(String typed) {
        try {
            return EmailAddress.checked("people", typed);
        } catch (Invalid none) {
            throw new Invalid("people", Reason.of("general.people.address", typed));
        }
    }

    /** Whoever an admin has not let in yet, or has put out, does not come in by a colleague's door. */
    private void refuseThoseKeptOut(OrganizationId organization, Map<PersonId, Person> found) {
        Set<PersonId> keptOut = members.keptOut(organization, found.keySet());
        found.values().stream()
                .filter(person -> keptOut.contains(person.id()))
                .findFirst()
                .ifPresent(person -> {
                    throw new Invalid("people", Reason.of("general.people.kept-out", person.email()));
                });
    }

    private static void refuseClients(Map<PersonId, Person> found) {
        found.values().stream().filter(person -> !person.isStaff()).findFirst().ifPresent(client -> {
            throw new Invalid("people", Reason.of("general.people.client", client.email()));
        });
    }
}
