package org.careroom.messaging;

import org.careroom.people.Person;

/** Somebody who was asked into a room has come in; told within the transaction. */
public record PersonAccepted(Room room, Person person) {}
