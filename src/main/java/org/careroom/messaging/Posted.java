package org.careroom.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is stored.
 *
 * @param sequence its number in its room
 * @param repeated whether it was there already, under the same client key
 */
public record Posted(UUID id, long sequence, Instant sentAt, boolean repeated) {}
