package org.careroom.messaging;

/**
 * How many of a person's open rooms hold something unread and are not muted: {@link UnreadRooms#MANY} when they are as many
 * or more.
 *
 * @param rooms of all kinds but conversations
 */
public record Unread(long rooms, long conversations) {}
