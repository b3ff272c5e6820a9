package org.careroom.messaging;

import org.careroom.shared.Reason;

/**
 * An action that a person cannot take in a room, for the panel that explains it.
 *
 * @param reason the very reason that refuses it
 */
public record RefusalView(RoomAction action, Reason reason) {}
