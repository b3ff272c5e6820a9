package org.careroom.people;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hashes passwords that people choose and compares those they type. It takes long on purpose, so that it refuses to be done
 * in a transaction, whose connection others would wait for meanwhile.
 */
@Component
@Transactional(propagation = Propagation.NEVER)
class Hashing {

    private final PasswordEncoder encoder;
    private final PasswordRules rules;

    Hashing(PasswordEncoder encoder, PasswordRules rules) {
        this.encoder = encoder;
        this.rules = rules;
    }

    /** @throws org.careroom.shared.Invalid at {@code field} when this may not be chosen by who has the name and address */
    String checked(String field, @Nullable String typed, String name, String email) {
        return rules.checked(field, typed, name, email);
    }

    /** One that was checked. */
    Password hashed(String chosen) {
        return Password.hashed(encoder, chosen);
    }

    boolean matches(@Nullable String typed, @Nullable String hash) {
        return encoder.matches(typed == null ? "" : typed, hash);
    }
}
