package org.careroom.people;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where no mail is sent, nobody makes the operator a link for a forgotten password. Whoever may restart Careroom does it
 * by {@code careroom.password-link-for}, and reads the link in the log.
 */
@Component
class PasswordLinkAtStart {

    private static final Logger log = LoggerFactory.getLogger(PasswordLinkAtStart.class);

    private final People people;
    private final ForgottenPasswords passwords;
    private final String email;

    PasswordLinkAtStart(
            People people, ForgottenPasswords passwords, @Value("${careroom.password-link-for:}") String email) {
        this.people = people;
        this.passwords = passwords;
        this.email = email;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tellLink() {
        if (email.isBlank()) {
            return;
        }
        people.findByEmail(email)
                .ifPresentOrElse(
                        person -> log.info(
                                "Open this link to set a new password for {}, within an hour, and take careroom.password-link-for away"
                                        + " again, as each start makes another: {}",
                                person.email(),
                                passwords.link(person.id())),
                        () -> log.warn("No account has the address of careroom.password-link-for"));
    }
}
