package org.careroom.organizations;

import org.careroom.shared.Reason;

/** Something that would be left without anybody if a member were deactivated: a few words of the bundles that name it. */
public record Duty(Reason what) {}
