package org.careroom.organizationchat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.clients.ClientContact;
import org.careroom.clients.Clients;
import org.careroom.messaging.Room;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands how to a conversation: staff and clients in it, and colleagues who may answer for its owner. */
@Component
class ConversationPeople {

    private final Members members;
    private final Clients clients;
    private final JdbcClient jdbc;

    ConversationPeople(Members members, Clients clients, JdbcClient jdbc) {
        this.members = members;
        this.clients = clients;
        this.jdbc = jdbc;
    }

    /** Whether the person holds Organization Chat in the organization at this moment. */
    boolean holdsOrganizationChat(Person who, OrganizationId organization) {
        return who.isStaff() && members.may(who.id(), organization, Permission.ORGANIZATION_CHAT);
    }

    /** Those who hold Organization Chat in the organization, and so see all its conversations. */
    Set<PersonId> holders(OrganizationId organization) {
        return members.holding(organization, Permission.ORGANIZATION_CHAT);
    }

    Set<PersonId> clientsIn(Room room) {
        List<UUID> found =
                jdbc.sql("""
                        select p.person_id from participant p join account a on a.id = p.person_id
                        where p.room_id = ? and p.state = 'IN' and a.kind = 'CLIENT'
                        """).param(room.id().value()).query(UUID.class).list();
        return found.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    /** The clients in the room for whom chat is on. */
    Set<PersonId> reachable(OrganizationId organization, Collection<PersonId> persons) {
        return clients.contacts(organization, persons).values().stream()
                .filter(ClientContact::chatOn)
                .map(ClientContact::account)
                .collect(Collectors.toSet());
    }
}
