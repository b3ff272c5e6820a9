package org.careroom.people;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: Argon2id with Spring Security's parameters (OWASP ASVS 5.0, 11.4.2). */
@Configuration(proxyBeanMethods = false)
class Passwords {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new FewAtOnce(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    /** Each hash takes 16 MiB on purpose, so only a few are made at once, however many people press Sign in. */
    private static final class FewAtOnce implements PasswordEncoder {

        private final PasswordEncoder encoder;
        private final Semaphore places = new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);

        FewAtOnce(PasswordEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return inPlace(() -> encoder.encode(password));
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return Boolean.TRUE.equals(inPlace(() -> encoder.matches(password, hash)));
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return encoder.upgradeEncoding(hash);
        }

        private <T> @Nullable T inPlace(Supplier<@Nullable T> work) {
            places.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                places.release();
            }
        }
    }
}
