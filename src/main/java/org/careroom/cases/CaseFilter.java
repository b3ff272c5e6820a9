package org.careroom.cases;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the list of cases is wanted.
 *
 * @param open whether the open cases, or the closed ones
 * @param mine only those that the person is an admin of
 * @param stage only those in this stage; empty for all. Matches only what the searcher may see, as {@code tag} and {@code
 *     search} do
 * @param after the id of the last case of the page before, or null
 */
public record CaseFilter(
        boolean open,
        boolean mine,
        String stage,
        String tag,
        String search,
        @Nullable CaseId after) {

    public static final CaseFilter OPEN = new CaseFilter(true, false, "", "", "", null);
}
