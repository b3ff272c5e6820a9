package org.careroom.organizations;

/** What an admin may do with a membership; {@link MemberRules} says when. */
public enum MemberAction {
    CHANGE_LEVEL,
    CHANGE_PERMISSIONS,
    APPROVE,
    DENY,
    INVITE_AGAIN,
    WITHDRAW,
    DEACTIVATE,
    REACTIVATE,
    MAKE_PASSWORD_LINK
}
