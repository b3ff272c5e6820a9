package org.careroom.clients;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose client a client is: the provider's and the care team's. The client itself is stored before. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClientPeople {

    private final JdbcClient jdbc;

    ClientPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The care team, without the provider. */
    Set<PersonId> careTeam(ClientEntity client) {
        Set<PersonId> all = jdbc
                .sql("select person_id from client_person where client_id = ?")
                .param(client.id().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        all.remove(client.provider());
        return all;
    }

    boolean inCareTeam(ClientEntity client, PersonId person) {
        return !client.provider().equals(person)
                && jdbc.sql(
                                "select exists (select from client_person where client_id = :client and person_id = :person)")
                        .param("client", client.id().value())
                        .param("person", person.value())
                        .query(Boolean.class)
                        .single();
    }

    /** It is the client of its provider and of these, and of nobody else, from now on. */
    void settle(ClientEntity client, Collection<PersonId> careTeam) {
        Set<UUID> all = careTeam.stream().map(PersonId::value).collect(Collectors.toCollection(LinkedHashSet::new));
        all.add(client.provider().value());
        UUID[] persons = all.toArray(UUID[]::new);
        jdbc.sql("delete from client_person where client_id = :client and person_id <> all(:persons)")
                .param("client", client.id().value())
                .param("persons", persons)
                .update();
        jdbc.sql("""
                        insert into client_person (client_id, organization_id, person_id, sort_name)
                        select c.id, c.organization_id, p, c.sort_name from client c, unnest(:persons) p
                        where c.id = :client on conflict do nothing
                        """)
                .param("client", client.id().value())
                .param("persons", persons)
                .update();
    }

    /** How many clients of the organization the person is the provider of. */
    long provided(OrganizationId organization, PersonId provider) {
        return jdbc.sql("select count(*) from client where organization_id = :organization and provider_id = :provider")
                .param("organization", organization.value())
                .param("provider", provider.value())
                .query(Long.class)
                .single();
    }

    /** Makes another the provider of all clients of the organization that the person is the provider of. */
    void handOver(OrganizationId organization, PersonId from, PersonId to, PersonId by, Instant now) {
        List<UUID> theirs = jdbc.sql("""
                        select id from client where organization_id = :organization and provider_id = :provider
                        order by id for update""")
                .param("organization", organization.value())
                .param("provider", from.value())
                .query(UUID.class)
                .list();
        UUID[] clients = theirs.toArray(UUID[]::new);
        jdbc.sql("""
                        insert into client_person (client_id, organization_id, person_id, sort_name)
                        select id, organization_id, :to, sort_name from client where id = any(:clients)
                        on conflict do nothing
                        """).param("to", to.value()).param("clients", clients).update();
        jdbc.sql("""
                        update client set provider_id = :to, changed_by = :by, changed_at = :now
                        where id = any(:clients)
                        """)
                .param("to", to.value())
                .param("by", by.value())
                .param("now", Timestamp.from(now))
                .param("clients", clients)
                .update();
    }

    /** Takes the person out of all care teams of the organization. */
    void leaveCareTeams(OrganizationId organization, PersonId person) {
        jdbc.sql("""
                        delete from client_person p using client c
                        where p.organization_id = :organization and p.person_id = :person
                          and c.id = p.client_id and c.provider_id <> p.person_id
                        """)
                .param("organization", organization.value())
                .param("person", person.value())
                .update();
    }
}
