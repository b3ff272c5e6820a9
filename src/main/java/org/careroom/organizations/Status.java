package org.careroom.organizations;

/** How far somebody's membership has come; only active members see anything of the organization (product 1). */
public enum Status {
    INVITED,
    PENDING,
    ACTIVE,
    DEACTIVATED
}
