package org.careroom.organizations;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;

/**
 * Organization Chat needs three others: it cannot be turned on before them, and goes when one of them goes, after saying
 * so. Whatever the page sends (product 1).
 */
final class PermissionRules {

    private PermissionRules() {}

    /**
     * What comes of a wish.
     *
     * @param permissions those that are on afterwards
     * @param endsOrganizationChat whether Organization Chat goes because one goes that it needs, which has to be said first
     */
    record Outcome(Set<Permission> permissions, boolean endsOrganizationChat) {}

    /** @throws Invalid at Organization Chat when it is wished for and was off before what it needs was on */
    static Outcome change(Set<Permission> before, Set<Permission> wished) {
        if (!wished.contains(Permission.ORGANIZATION_CHAT)) {
            boolean needed = !wished.containsAll(Permission.ORGANIZATION_CHAT.prerequisites());
            return new Outcome(copy(wished), before.contains(Permission.ORGANIZATION_CHAT) && needed);
        }
        if (missing(wished).isEmpty()) {
            return new Outcome(copy(wished), false);
        }
        if (before.contains(Permission.ORGANIZATION_CHAT)) {
            Set<Permission> without = copy(wished);
            without.remove(Permission.ORGANIZATION_CHAT);
            return new Outcome(without, true);
        }
        throw new Invalid(
                Permission.ORGANIZATION_CHAT.name(), Reason.of("permission.chat.missing", words(missing(wished))));
    }

    /** Their names one after the other, in the order of the page. */
    private static Reason words(Set<Permission> permissions) {
        return permissions.stream()
                .sorted()
                .map(permission -> Reason.of("permission." + permission))
                .reduce((some, further) -> Reason.of("permission.further", some, further))
                .orElseThrow();
    }

    /** What Organization Chat still needs. */
    static Set<Permission> missing(Set<Permission> switchedOn) {
        Set<Permission> missing = EnumSet.copyOf(Permission.ORGANIZATION_CHAT.prerequisites());
        missing.removeAll(switchedOn);
        return Collections.unmodifiableSet(missing);
    }

    private static Set<Permission> copy(Set<Permission> permissions) {
        Set<Permission> copy = EnumSet.noneOf(Permission.class);
        copy.addAll(permissions);
        return copy;
    }
}
