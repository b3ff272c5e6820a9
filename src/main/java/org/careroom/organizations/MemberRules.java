package org.careroom.organizations;

import static org.careroom.organizations.Status.ACTIVE;
import static org.careroom.organizations.Status.DEACTIVATED;
import static org.careroom.organizations.Status.INVITED;
import static org.careroom.organizations.Status.PENDING;

import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What an admin of the organization may do with one of its members (product 1). Only admins get as far as asking. */
final class MemberRules {

    private MemberRules() {}

    /**
     * The member as the rules see them.
     *
     * @param self whether it is who is asking
     * @param lastAdmin whether the organization has no other active admin
     * @param others whether their account is not this organization's alone: they belong to another one too, or look
     *     after the installation
     */
    record Facts(Status status, boolean self, boolean lastAdmin, boolean others) {}

    /** Why it is not possible, or null when it is. */
    static @Nullable Reason refusal(MemberAction action, Facts member) {
        return switch (action) {
            case CHANGE_LEVEL ->
                Reason.first(
                        Reason.when(member.self(), "member.refused.own"),
                        Reason.when(member.lastAdmin(), "member.refused.last-admin"),
                        Reason.when(member.status() == PENDING, "member.refused.pending"));
            case CHANGE_PERMISSIONS ->
                Reason.first(
                        Reason.when(member.self(), "member.refused.own"),
                        Reason.when(member.status() == PENDING, "member.refused.pending"));
            case APPROVE, DENY -> Reason.first(Reason.when(member.status() != PENDING, "member.refused.not-pending"));
            case INVITE_AGAIN, WITHDRAW ->
                Reason.first(Reason.when(member.status() != INVITED, "member.refused.not-invited"));
            case DEACTIVATE ->
                Reason.first(
                        Reason.when(member.status() != ACTIVE, "member.refused.not-active"),
                        Reason.when(member.lastAdmin(), "member.refused.last-admin"),
                        Reason.when(member.self(), "member.refused.own"));
            case REACTIVATE ->
                Reason.first(Reason.when(member.status() != DEACTIVATED, "member.refused.not-deactivated"));
            case MAKE_PASSWORD_LINK ->
                Reason.first(
                        Reason.when(member.status() != ACTIVE, "member.refused.not-active"),
                        Reason.when(member.self(), "member.refused.own-password"),
                        Reason.when(member.others(), "member.refused.others"));
        };
    }

    static void require(MemberAction action, Facts member) {
        Reason refusal = refusal(action, member);
        if (refusal != null) {
            throw new Refused(refusal);
        }
    }
}
