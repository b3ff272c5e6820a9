package org.careroom.organizations;

/** What an organization pays for: only members of a premium one may create general rooms (product 1). */
public enum Plan {
    PREMIUM,
    FREE
}
