package org.careroom.workflows;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which workflow. */
public record WorkflowId(UUID value) implements Id {

    public static WorkflowId of(String text) {
        return new WorkflowId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
