package org.careroom.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case of the demonstration and what happened in it, as {@code demonstration/cases.yaml} says.
 *
 * @param by who set it up, {@code at} when
 * @param admins who else runs it
 * @param groups the proposed follower groups that were set up, with further people of each
 * @param log what happened, in order; each entry's key is its time and who did it
 */
record CaseScene(
        String name,
        String workflow,
        String by,
        String at,
        @Nullable String unosId,
        @Nullable String matchId,
        @Nullable String opo,
        @Nullable Set<String> tags,
        List<String> admins,
        Map<String, List<String>> groups,
        List<Map<String, CaseDeed>> log) {

    /**
     * What somebody does in a case.
     *
     * @param fills values by labels; one that begins with @ is a time as in {@link Past}
     * @param completes the task that is complete
     * @param stage that the case comes into
     * @param says what is said {@code in} the room of a group, or in the {@code case}'s own
     * @param accepts the group whose invitation is accepted
     * @param closes whether the case is closed
     */
    record CaseDeed(
            @Nullable Map<String, String> fills,
            @Nullable String completes,
            @Nullable String stage,
            @Nullable String says,
            @Nullable String in,
            @Nullable String accepts,
            @Nullable Boolean closes) {}

    static String text(@Nullable String written) {
        return written == null ? "" : written;
    }
}
