package org.careroom.generalrooms;

import java.util.List;
import java.util.UUID;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A general room that somebody wants to make.
 *
 * @param key a UUID of the form it was filled in on: sent twice it makes one room
 * @param organization whose room it shall be; null for the first that may have one
 * @param name may be empty when there is one other person
 * @param people e-mail addresses
 * @param teams whose people are added as they are now
 * @param message the first message; may be empty
 */
public record NewRoom(
        UUID key,
        @Nullable OrganizationId organization,
        String name,
        String description,
        List<String> people,
        List<TeamId> teams,
        String message) {}
