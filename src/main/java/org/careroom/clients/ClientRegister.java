package org.careroom.clients;

import java.util.Collection;
import java.util.UUID;
import org.careroom.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores clients together with whose they are and what they are found by. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClientRegister {

    private final ClientRepository clients;
    private final ClientPeople clientPeople;
    private final JdbcClient jdbc;

    ClientRegister(ClientRepository clients, ClientPeople clientPeople, JdbcClient jdbc) {
        this.clients = clients;
        this.clientPeople = clientPeople;
        this.jdbc = jdbc;
    }

    /** A new client. */
    void enter(ClientEntity client, Collection<PersonId> careTeam) {
        store(client);
        clientPeople.settle(client, careTeam);
    }

    /** A client that is described, or described otherwise. */
    void store(ClientEntity client) {
        clients.saveAndFlush(client);
        UUID id = client.id().value();
        ClientDescription is = client.description();
        jdbc.sql("delete from client_word where client_id = ?").param(id).update();
        jdbc.sql("""
                        insert into client_word (organization_id, word, client_id)
                        select :organization, word, :client from unnest(:words) word
                        """)
                .param("organization", client.organization().value())
                .param("client", id)
                .param(
                        "words",
                        ClientWords.of(is.name(), is.email(), is.phone()).toArray(String[]::new))
                .update();
    }
}
