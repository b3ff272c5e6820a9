package org.careroom.cases;

import java.util.List;

/**
 * What one person may see and fill in of a case: its admins everything, a follower what the groups that they are in were
 * given. Of everything else a follower does not even learn the label.
 *
 * @param groups those that the person follows; empty for an admin
 */
record CaseRights(boolean admin, List<FollowerGroup> groups) {

    boolean sees(CaseField field) {
        return admin || groups.stream().anyMatch(group -> group.gets(field));
    }

    boolean sees(CaseTask task) {
        return admin || groups.stream().anyMatch(group -> group.gets(task));
    }

    boolean fillsIn(CaseField field) {
        return admin || groups.stream().anyMatch(group -> group.mayEdit() && group.gets(field));
    }

    boolean completes(CaseTask task) {
        return admin || groups.stream().anyMatch(group -> group.mayEdit() && group.gets(task));
    }
}
