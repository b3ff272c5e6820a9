package org.careroom.organizations;

/** What stands beside a person's name: their job role, which may be empty, and the organization that they have it in. */
public record JobRole(String jobRole, String organizationName) {}
