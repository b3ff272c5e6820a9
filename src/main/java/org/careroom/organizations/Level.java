package org.careroom.organizations;

/** Whether a member looks after the organization's settings. */
public enum Level {
    ADMIN,
    MEMBER
}
