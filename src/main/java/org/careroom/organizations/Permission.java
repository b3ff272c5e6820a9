package org.careroom.organizations;

import java.util.EnumSet;
import java.util.Set;

/** The switches of a member's permission page, in its order; the words are the seed's (product 1). */
public enum Permission {
    /** Can search across all clients in the organization. */
    SEARCH_CLIENTS,
    /** Sees all clients in the organization on the "Clients Page". */
    SEE_CLIENTS,
    /** Can access all chat conversation of all org members; alone it gives nothing yet. */
    ACCESS_CONVERSATIONS,
    /** Organization Chat. */
    ORGANIZATION_CHAT,
    /** Can set up cases. */
    SET_UP_CASES,
    /** Can build workflows. */
    BUILD_WORKFLOWS,
    /** Can manage clinics: administrator of every clinic of the organization. */
    MANAGE_CLINICS;

    /** What has to be on before this one can be turned on. */
    public Set<Permission> prerequisites() {
        return this == ORGANIZATION_CHAT
                ? EnumSet.of(SEARCH_CLIENTS, SEE_CLIENTS, ACCESS_CONVERSATIONS)
                : EnumSet.noneOf(Permission.class);
    }

    /** Whether an admin has it without anybody turning it on (product 1: "Admins have 5–7 without asking"). */
    public boolean comesWithAdmin() {
        return this == SET_UP_CASES || this == BUILD_WORKFLOWS || this == MANAGE_CLINICS;
    }
}
