package org.careroom.people;

/** Somebody is called something else from now on; published in the transaction of it. */
public record PersonRenamed(PersonId person, String name) {}
