package org.careroom.live;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open pages that this node holds, by their socket and by person. */
@Component
class Connections {

    /**
     * What one person may hold open: more tabs and devices than anybody works at, also while lost ones are not noticed yet,
     * and a small part of what the web server takes of all people together (Tomcat: 8,192).
     */
    static final int MOST_OF_ONE_PERSON = 50;

    private final Map<String, Connection> bySocket = new ConcurrentHashMap<>();
    private final Map<PersonId, Set<Connection>> byPerson = new ConcurrentHashMap<>();

    boolean hasRoomFor(PersonId person) {
        return of(person).size() < MOST_OF_ONE_PERSON;
    }

    /** Takes it, and tells so, unless its person holds as many as they may, also when several come at once. */
    boolean add(Connection connection) {
        Set<Connection> all = byPerson.compute(connection.person(), (person, open) -> with(connection, open));
        boolean taken = all.contains(connection);
        if (taken) {
            bySocket.put(connection.id(), connection);
        }
        return taken;
    }

    private static Set<Connection> with(Connection connection, @Nullable Set<Connection> open) {
        Set<Connection> all = open == null ? ConcurrentHashMap.newKeySet() : open;
        if (all.size() < MOST_OF_ONE_PERSON) {
            all.add(connection);
        }
        return all;
    }

    @Nullable
    Connection remove(String socket) {
        Connection connection = bySocket.remove(socket);
        if (connection != null) {
            byPerson.computeIfPresent(connection.person(), (person, open) -> {
                open.remove(connection);
                return open.isEmpty() ? null : open;
            });
        }
        return connection;
    }

    @Nullable
    Connection bySocket(String socket) {
        return bySocket.get(socket);
    }

    /** The open pages of a person. */
    Set<Connection> of(PersonId person) {
        return byPerson.getOrDefault(person, Set.of());
    }

    boolean online(PersonId person) {
        return byPerson.containsKey(person);
    }

    List<Connection> all() {
        return List.copyOf(bySocket.values());
    }

    /** Persons with this room shown and visible on one of their pages. */
    Set<PersonId> persons(String room) {
        return bySocket.values().stream()
                .filter(connection -> room.equals(connection.room()))
                .map(Connection::person)
                .collect(Collectors.toSet());
    }
}
