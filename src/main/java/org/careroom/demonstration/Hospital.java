package org.careroom.demonstration;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.careroom.clients.ClientId;
import org.careroom.clients.ClientRecords;
import org.careroom.clients.Clients;
import org.careroom.demonstration.Cast.Figure;
import org.careroom.demonstration.Cast.House;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Organizations;
import org.careroom.organizations.TeamId;
import org.careroom.people.Accounts;
import org.careroom.people.Password;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;

/** The demonstration's organizations and the people in them. */
@Component
@ConditionalOnDemonstration
class Hospital {

    private final Accounts accounts;
    private final People people;
    private final Organizations organizations;
    private final Members members;
    private final Administration administration;
    private final Clients clients;
    private final ClientRecords records;
    private final HistoryClock clock;

    Hospital(
            Accounts accounts,
            People people,
            Organizations organizations,
            Members members,
            Administration administration,
            Clients clients,
            ClientRecords records,
            HistoryClock clock) {
        this.accounts = accounts;
        this.people = people;
        this.organizations = organizations;
        this.members = members;
        this.administration = administration;
        this.clients = clients;
        this.records = records;
        this.clock = clock;
    }

    /** Whether nobody is there yet. */
    boolean isEmpty() {
        return accounts.none();
    }

    /** The hospital itself, if it was the demonstration that filled this database. */
    Optional<OrganizationId> organization(Cast cast) {
        String first = cast.everybody().values().iterator().next().email();
        return people.findByEmail(first)
                .flatMap(person -> members.of(person.id()).stream()
                        .map(Membership::organization)
                        .findFirst());
    }

    /** Founds the organizations and brings in everybody. */
    Ensemble open(Cast cast, Past past) {
        Password password = accounts.hashed(cast.password());
        Map<String, PersonId> ids = new LinkedHashMap<>();
        Map<House, OrganizationId> houses = new LinkedHashMap<>();
        for (House house : cast.organizations()) {
            clock.set(past.time(Figure.LONG_AGO));
            OrganizationId organization = organizations.found(house.name(), house.plan());
            houses.put(house, organization);
            house.members().forEach((word, figure) -> ids.put(word, member(organization, figure, password, past)));
            house.itsClients().forEach((word, figure) -> {
                if (figure.hasAccount()) {
                    ids.put(word, account(figure, Person.Kind.CLIENT, password, past));
                }
            });
        }
        Map<String, Person> persons = persons(ids);
        Map<String, TeamId> teams = new LinkedHashMap<>();
        houses.forEach((house, organization) -> teams.putAll(administration.of(house, organization, persons, past)));
        Map<String, ClientId> registered = new LinkedHashMap<>();
        houses.forEach((house, organization) -> house.itsClients()
                .forEach((word, figure) -> registered.put(word, client(organization, word, figure, ids, past))));
        return new Ensemble(persons, teams, registered, offered(cast, persons));
    }

    private ClientId client(
            OrganizationId organization, String word, Figure figure, Map<String, PersonId> ids, Past past) {
        clock.set(past.time(figure.came()));
        return clients.register(
                organization,
                figure.name(),
                figure.email(),
                Objects.requireNonNullElse(figure.phone(), ""),
                Objects.requireNonNull(ids.get(figure.provider()), word),
                figure.careTeamOrNone().stream()
                        .map(colleague -> Objects.requireNonNull(ids.get(colleague), word))
                        .toList(),
                ids.get(word));
    }

    /** Turns chat off where it is, once all has been said. */
    void endChats(Cast cast, Ensemble ensemble) {
        for (House house : cast.organizations()) {
            house.itsClients().forEach((word, figure) -> {
                if (!figure.chats()) {
                    Person provider = ensemble.person(Objects.requireNonNull(figure.provider(), word));
                    records.switchChat(
                            provider, Objects.requireNonNull(ensemble.clients().get(word)), false);
                }
            });
        }
    }

    private PersonId member(OrganizationId organization, Figure figure, Password password, Past past) {
        PersonId person = account(figure, Person.Kind.STAFF, password, past);
        if (figure.pending()) {
            members.waiting(organization, person);
        } else {
            members.enroll(organization, person, figure.standing(), figure.jobRole(), figure.switchedOn());
        }
        return person;
    }

    private PersonId account(Figure figure, Person.Kind kind, Password password, Past past) {
        clock.set(past.time(figure.came()));
        PersonId person = accounts.open(figure.email(), figure.name(), kind, Locale.ENGLISH, past.zone(), password);
        if (Boolean.TRUE.equals(figure.operator())) {
            accounts.makeOperator(person);
        }
        return person;
    }

    private Map<String, Person> persons(Map<String, PersonId> ids) {
        Map<PersonId, Person> known = people.named(ids.values());
        Map<String, Person> persons = new LinkedHashMap<>();
        ids.forEach((word, id) -> persons.put(word, Objects.requireNonNull(known.get(id))));
        return persons;
    }

    private static Set<PersonId> offered(Cast cast, Map<String, Person> persons) {
        Set<PersonId> offered = new HashSet<>();
        cast.everybody().forEach((word, figure) -> {
            if (figure.offered()) {
                offered.add(Objects.requireNonNull(persons.get(word)).id());
            }
        });
        return offered;
    }
}
