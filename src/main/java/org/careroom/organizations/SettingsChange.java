package org.careroom.organizations;

import java.time.Instant;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A setting was changed: what, by whom and when.
 *
 * @param by null when nobody knows who it was
 */
public record SettingsChange(Reason what, @Nullable String by, Instant at) {}
