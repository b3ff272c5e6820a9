package org.careroom.organizationchat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.clients.ClientId;
import org.careroom.clients.Clients;
import org.careroom.messaging.Messages;
import org.careroom.messaging.NewMessage;
import org.careroom.messaging.Posted;
import org.careroom.messaging.RoomGuests;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.springframework.stereotype.Component;

/** Makes clients and conversations for tests, by the ways that people make them. */
@Component
class TestConversations {

    /** What Organization Chat needs, and it. */
    static final Permission[] ORGANIZATION_CHAT = {
        Permission.SEARCH_CLIENTS, Permission.SEE_CLIENTS, Permission.ACCESS_CONVERSATIONS, Permission.ORGANIZATION_CHAT
    };

    private final Staff staff;
    private final Clients clients;
    private final Conversations conversations;
    private final Messages messages;
    private final RoomGuests guests;

    TestConversations(Staff staff, Clients clients, Conversations conversations, Messages messages, RoomGuests guests) {
        this.staff = staff;
        this.clients = clients;
        this.conversations = conversations;
        this.messages = messages;
        this.guests = guests;
    }

    /** A client of the organization with an account. */
    Person client(OrganizationId organization, Person provider, String name) {
        Person client = staff.client(name);
        register(organization, provider, client);
        return client;
    }

    ClientId register(OrganizationId organization, Person provider, Person client) {
        return clients.register(organization, client.name(), client.email(), "", provider.id(), List.of(), client.id());
    }

    RoomId between(Person owner, Person... others) {
        return about("", owner, others);
    }

    RoomId about(String subject, Person owner, Person... others) {
        List<String> people = Stream.of(others).map(Person::email).toList();
        return conversations.begin(
                owner, new NewConversation(UUID.randomUUID(), null, subject, people, clients(others), ""));
    }

    private static Set<String> clients(Person... others) {
        return Stream.of(others)
                .filter(person -> !person.isStaff())
                .map(Person::email)
                .collect(Collectors.toSet());
    }

    Posted say(Person who, RoomId room, String body) {
        return messages.post(who, room, new NewMessage(body, UUID.randomUUID(), null));
    }

    /** Writes in the owner's name, having seen the messages up to a number. */
    Posted onBehalf(Person who, RoomId room, long seen, String body) {
        return messages.post(who, room, new NewMessage(body, UUID.randomUUID(), null, seen));
    }

    void add(Person owner, RoomId room, Person other) {
        guests.change(owner, room, List.of(), List.of(other.email()), List.of());
    }

    void remove(Person owner, RoomId room, Person other) {
        guests.change(owner, room, List.of(other.email()), List.of(), List.of());
    }
}
