package org.careroom.workflows;

import java.util.List;
import java.util.UUID;

/**
 * A task of a workflow with its fields, in their order.
 *
 * @param key by which groups name it; stays the same when the task is renamed or moved
 * @param name unique in its workflow
 */
public record TaskTemplate(UUID key, String name, List<FieldTemplate> fields) {}
