package org.careroom.organizations;

import org.careroom.shared.Reason;

/** Something that would be left without anybody if a member were deactivated: a sentence of the bundles that names it. */
public record Duty(Reason what) {}
