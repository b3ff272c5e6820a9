package org.careroom.messaging;

import java.time.Instant;

/** A text that a message had until it was edited. */
public record EarlierText(String body, Instant replacedAt) {}
