package org.careroom.organizations;

import java.time.Instant;
import org.careroom.shared.Reason;

/** A setting was changed: what, by whom and when. */
public record SettingsChange(Reason what, String by, Instant at) {}
