package org.careroom.people;

import org.springframework.security.crypto.password.PasswordEncoder;

/** A password as it is kept: hashed. Many accounts of the demonstration may share one, so that it is hashed once. */
public record Password(String hash) {

    static Password hashed(PasswordEncoder encoder, String typed) {
        String hash = encoder.encode(typed);
        if (hash == null) {
            throw new IllegalArgumentException("no password");
        }
        return new Password(hash);
    }

    @Override
    public String toString() {
        return "Password";
    }
}
