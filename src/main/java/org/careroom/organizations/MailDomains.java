package org.careroom.organizations;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.careroom.people.EmailAddress;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Which mail domain an organization may have: whoever has an address of it can ask to join without a code, and another
 * organization cannot have it too. So an admin takes only their own, and nobody but the operator one that is everybody's.
 */
final class MailDomains {

    private static final Set<String> PUBLIC = Set.of("""
            126.com 163.com aol.com bluewin.ch btinternet.com comcast.net email.de fastmail.com free.fr freenet.de
            gmail.com googlemail.com icloud.com laposte.net libero.it mac.com mail.com mail.ru mailbox.org me.com msn.com
            naver.com orange.fr pm.me posteo.de proton.me protonmail.com qq.com rediffmail.com rocketmail.com seznam.cz
            t-online.de tuta.com tutanota.com verizon.net wanadoo.fr web.de wp.pl yandex.com yandex.ru ymail.com zoho.com
            """.split("\\s+"));

    /** Hosts with a domain in many countries. */
    private static final Pattern PUBLIC_ANYWHERE =
            Pattern.compile("(gmx|hotmail|live|outlook|yahoo)\\.[a-z]{2,3}(\\.[a-z]{2})?");

    private MailDomains() {}

    /**
     * The domain in small letters, or null when nothing was typed.
     *
     * @throws Invalid at {@code mailDomain}
     */
    static @Nullable String checked(@Nullable String typed) {
        String domain = PlainText.lineOrEmpty("mailDomain", typed, 250).toLowerCase(Locale.ROOT);
        if (domain.isEmpty()) {
            return null;
        }
        String bare = domain.startsWith("@") ? domain.substring(1) : domain;
        try {
            return EmailAddress.domain(EmailAddress.checked("mailDomain", "a@" + bare));
        } catch (Invalid invalid) {
            throw new Invalid("mailDomain", Reason.of("organization.domain.form"));
        }
    }

    /** @throws Invalid at {@code mailDomain} when this admin may not set this one */
    static void requireOwn(Person admin, String domain) {
        if (admin.operator()) {
            return;
        }
        if (isPublic(domain)) {
            throw new Invalid("mailDomain", Reason.of("organization.domain.public"));
        }
        if (!domain.equals(EmailAddress.domain(admin.email()))) {
            throw new Invalid("mailDomain", Reason.of("organization.domain.own", EmailAddress.domain(admin.email())));
        }
    }

    static boolean isPublic(String domain) {
        return PUBLIC.contains(domain) || PUBLIC_ANYWHERE.matcher(domain).matches();
    }
}
