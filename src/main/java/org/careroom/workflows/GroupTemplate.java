package org.careroom.workflows;

import java.util.Set;
import java.util.UUID;

/**
 * A follower group that every case of the workflow is offered.
 *
 * @param mayEdit whether it fills in the fields it gets
 * @param teams whose people are in it
 * @param tasks the tasks it gets whole, with all their fields
 * @param fields the single fields it gets besides
 */
public record GroupTemplate(String name, boolean mayEdit, Set<UUID> teams, Set<UUID> tasks, Set<UUID> fields) {}
