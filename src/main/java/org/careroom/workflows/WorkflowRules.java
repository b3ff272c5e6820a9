package org.careroom.workflows;

import org.careroom.organizations.Membership;
import org.careroom.organizations.Permission;

/** What somebody may do with an organization's workflows, given their membership of it (product 1 and 4). */
final class WorkflowRules {

    private WorkflowRules() {}

    static boolean mayBuild(Membership member) {
        return member.may(Permission.BUILD_WORKFLOWS);
    }

    /** Whoever sets up cases chooses from the workflows; whoever builds them sees them too. */
    static boolean maySee(Membership member) {
        return mayBuild(member) || member.may(Permission.SET_UP_CASES);
    }
}
