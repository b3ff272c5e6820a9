package org.careroom.messaging;

import java.util.List;

/**
 * Part of a room's log, in order and without gaps.
 *
 * @param changes messages whose latest edit or deletion was asked for, in its order
 * @param last the number of the room's latest message
 * @param changed the number of the room's latest edit or deletion
 */
public record History(List<MessageView> messages, List<MessageView> changes, long last, long changed) {}
