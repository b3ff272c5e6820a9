package org.careroom.clients;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.careroom.organizations.Organizations;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The page of one client, as a person may see it. */
@Service
@Transactional(readOnly = true)
public class ClientPages {

    private final ClientDoor door;
    private final ClientPeople clientPeople;
    private final Organizations organizations;
    private final People people;
    private final ObjectProvider<ClientPanel> panels;

    ClientPages(
            ClientDoor door,
            ClientPeople clientPeople,
            Organizations organizations,
            People people,
            ObjectProvider<ClientPanel> panels) {
        this.door = door;
        this.clientPeople = clientPeople;
        this.organizations = organizations;
        this.people = people;
        this.panels = panels;
    }

    /** Whether the person may open the client at this moment. */
    public boolean opens(Person who, ClientId id) {
        try {
            door.look(who, id);
            return true;
        } catch (NotFound hidden) {
            return false;
        }
    }

    /** @throws NotFound unless the person may open it */
    public ClientView of(Person who, ClientId id) {
        ClientEntity client = door.look(who, id);
        Instant expiry = door.expiry(client);
        Set<PersonId> careTeam = clientPeople.careTeam(client);
        Set<PersonId> all = new HashSet<>(careTeam);
        all.addAll(List.of(client.provider(), client.addedBy(), client.changedBy()));
        Map<PersonId, Person> named = people.named(all);
        return new ClientView(
                id,
                client.organization(),
                organizations.organization(client.organization()).name(),
                client.description(),
                one(named, client.provider()),
                careTeam.stream()
                        .map(person -> one(named, person))
                        .sorted(Comparator.comparing(Person::name))
                        .toList(),
                new Care(client.provider(), careTeam).digest(),
                client.chatOn(),
                door.joining(client, expiry),
                expiry,
                client.since(),
                one(named, client.addedBy()).name(),
                client.changedAt(),
                one(named, client.changedBy()).name(),
                door.refusals(who, client, expiry),
                panels(who, id));
    }

    private List<ClientPanel.Shown> panels(Person who, ClientId id) {
        return panels.orderedStream()
                .map(panel -> {
                    Object view = panel.of(who, id);
                    return view == null ? null : new ClientPanel.Shown(panel.template(), view);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private static Person one(Map<PersonId, Person> named, PersonId person) {
        return Objects.requireNonNull(named.get(person));
    }
}
