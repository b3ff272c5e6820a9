package org.careroom.organizations;

/** An organization as everybody in it may see it. */
public record Organization(OrganizationId id, String name, Plan plan) {

    public boolean premium() {
        return plan == Plan.PREMIUM;
    }
}
