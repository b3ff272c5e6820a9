package org.careroom.people;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * What a session remembers of who signed in: which person, and nothing that may change later. Its user name is the
 * person's id, which also names the person's own queue on the live connection and the person's sessions.
 */
public final class SignedIn implements UserDetails, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1;

    private final UUID person;
    private @Nullable String passwordHash;

    SignedIn(PersonId person, @Nullable String passwordHash) {
        this.person = person.value();
        this.passwordHash = passwordHash;
    }

    public PersonId person() {
        return new PersonId(person);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return person.toString();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && person.equals(that.person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }

    @Override
    public String toString() {
        return person.toString();
    }
}
