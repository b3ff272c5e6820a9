package org.careroom.people;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A person who is asking, as their account says at this moment.
 *
 * @param email in lower case
 * @param premium whether the account is premium by itself (product 1)
 * @param operator whether they look after the installation: make organizations, set plans
 * @param locale the language of their pages
 * @param zone the time zone of their pages
 */
public record Person(
        PersonId id,
        String name,
        String email,
        Kind kind,
        boolean premium,
        boolean operator,
        Locale locale,
        ZoneId zone) {

    /** Staff or client, never both, so that a mistyped address puts no patient among staff (product 1). */
    public enum Kind {
        STAFF,
        CLIENT
    }

    public boolean isStaff() {
        return kind == Kind.STAFF;
    }

    /** One or two letters that stand for the name where there is no picture. */
    public String initials() {
        return Initials.of(name);
    }
}
