package org.careroom.people;

import org.jspecify.annotations.Nullable;

/**
 * Who is asking where no account is needed: a person who is signed in, or a guest. One of the two is null.
 *
 * @param person the signed-in person
 * @param guest who was let in without an account
 */
public record Identity(@Nullable Person person, @Nullable Guest guest) {

    public Identity {
        if ((person == null) == (guest == null)) {
            throw new IllegalArgumentException("either a person or a guest");
        }
    }

    public static Identity of(Person person) {
        return new Identity(person, null);
    }

    public static Identity of(Guest guest) {
        return new Identity(null, guest);
    }

    /** By which news find them: a person's id, or that of the guest. */
    public PersonId id() {
        if (person != null) {
            return person.id();
        }
        if (guest != null) {
            return guest.id();
        }
        throw new IllegalStateException("neither a person nor a guest");
    }
}
