package org.careroom.messaging;

import org.careroom.people.PersonId;

/**
 * In whose name a message was written by somebody else, openly. It is frozen with the message: both names stay as everybody
 * read them then (product 5: "Both people are stored with the message for ever").
 *
 * @param owner in whose name; the message's author is who wrote it
 */
public record OnBehalf(PersonId owner, String writerName, String ownerName) {}
