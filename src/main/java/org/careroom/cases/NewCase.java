package org.careroom.cases;

import java.util.UUID;
import org.careroom.workflows.WorkflowId;

/**
 * A case that somebody wants to set up.
 *
 * @param key a UUID of the form it was filled in on: sent twice it makes one case
 */
public record NewCase(UUID key, WorkflowId workflow, CaseDescription description) {}
