package org.careroom.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.careroom.people.IssuedInvitation.Mailing;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Invitations by e-mail to whatever an {@link InvitationKind} stands for, answered at {@code /invitations/{token}}. */
@Service
public class Invitations {

    /** A hospital invites its staff in a day or two; nobody mails strangers without end. */
    static final int MOST_MAILS_BY_PERSON = 2_000;

    /** Several organizations and rooms may ask for the same person, and one may ask again. */
    static final int MOST_MAILS_TO_ADDRESS = 5;

    private final InvitationRepository invitations;
    private final ObjectProvider<InvitationKind> kinds;
    private final People people;
    private final Accounts accounts;
    private final Letters letters;
    private final PublicLinks links;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final AttemptLimit mailsByPerson;
    private final AttemptLimit mailsToAddress;

    Invitations(
            InvitationRepository invitations,
            ObjectProvider<InvitationKind> kinds,
            People people,
            Accounts accounts,
            Letters letters,
            PublicLinks links,
            TransactionOperations transaction,
            Clock clock) {
        this.invitations = invitations;
        this.kinds = kinds;
        this.people = people;
        this.accounts = accounts;
        this.letters = letters;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
        this.mailsByPerson = new AttemptLimit(MOST_MAILS_BY_PERSON, Duration.ofSeconds(30), clock);
        this.mailsToAddress = new AttemptLimit(MOST_MAILS_TO_ADDRESS, Duration.ofMinutes(20), clock);
    }

    /**
     * Invites, or sends an open invitation again, which starts its time again and ends its earlier link. It asks no rule.
     * Where too much was mailed of late, by this person or to this address, the link is left to be handed over.
     */
    @Transactional
    public IssuedInvitation issue(Person by, String kind, UUID subject, String email) {
        String address = EmailAddress.checked("email", email);
        String token = Tokens.next();
        Instant now = clock.instant();
        Invitation invitation = invitations
                .lockOf(kind, subject, address)
                .orElseGet(() -> new Invitation(kind, subject, address, token, by.id(), now));
        invitation.send(token, by.id(), now);
        invitations.save(invitation);
        String link = links.to("/invitations/" + token);
        Mailing mailing = mailing(by, address);
        if (mailing == Mailing.SENT) {
            mail(invitation, by, link);
        }
        return new IssuedInvitation(address, link, invitation.expiresAt(), mailing);
    }

    private Mailing mailing(Person by, String address) {
        if (!letters.sent()) {
            return Mailing.NOT_SET_UP;
        }
        try {
            mailsByPerson.attempt(by.id().toString());
            mailsToAddress.attempt(address);
            return Mailing.SENT;
        } catch (TooManyAttempts mailedOftenEnough) {
            return Mailing.TOO_MANY;
        }
    }

    private void mail(Invitation invitation, Person by, String link) {
        String address = invitation.email();
        letters.send(
                address,
                Reason.of("mail.invitation.subject"),
                Reason.of("mail.invitation.text", kindOf(invitation).line(invitation.subject(), by), link),
                people.findByEmail(address).map(Person::locale).orElse(by.locale()));
    }

    /** Ends all open invitations to this; their links lead nowhere from now on. */
    @Transactional
    public void withdraw(String kind, UUID subject) {
        invitations.findByKindAndSubject(kind, subject).forEach(invitations::delete);
    }

    /** Ends the open invitation of one address. */
    @Transactional
    public void withdraw(String kind, UUID subject, String email) {
        invitations.lockOf(kind, subject, EmailAddress.normalized(email)).ifPresent(invitations::delete);
    }

    /** Until when the invitations to these can be answered; those that nobody is invited to are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Instant> expiries(String kind, Collection<UUID> subjects) {
        Map<UUID, Instant> expiries = new HashMap<>();
        if (!subjects.isEmpty()) {
            invitations
                    .findByKindAndSubjectIn(kind, subjects)
                    .forEach(invitation -> expiries.put(invitation.subject(), invitation.expiresAt()));
        }
        return expiries;
    }

    /** @throws NotFound when it was answered or withdrawn, has expired or never was */
    @Transactional(readOnly = true)
    public OpenInvitation open(String token) {
        Invitation invitation = find(token);
        return new OpenInvitation(
                invitation.subject(),
                kindOf(invitation).line(invitation.subject(), people.person(invitation.invitedBy())),
                invitation.email(),
                kindOf(invitation).invitedName(invitation.subject()),
                people.findByEmail(invitation.email()).isPresent(),
                invitation.expiresAt());
    }

    /**
     * Accepts for a person who is signed in.
     *
     * @return where to go on
     * @throws Refused when it was sent to another address
     */
    @Transactional
    public String accept(Person who, String token) {
        Invitation invitation = take(token);
        if (!invitation.isFor(who)) {
            throw new Refused(Reason.of("invitation.other"));
        }
        return accepted(who, invitation);
    }

    /** Opens an account for the invited address and accepts for it. */
    public Accepted acceptNew(String token, @Nullable String name, @Nullable String password, Locale locale) {
        NewAccount typed = accounts.typed(find(token).email(), name, password);
        return Objects.requireNonNull(transaction.execute(status -> {
            Invitation invitation = take(token);
            Person who = accounts.openTyped(typed, kindOf(invitation).opens(), locale);
            return new Accepted(who.id(), accepted(who, invitation));
        }));
    }

    /** Whoever holds the link says no. */
    @Transactional
    public void decline(String token) {
        Invitation invitation = take(token);
        invitations.delete(invitation);
        kindOf(invitation).decline(invitation.subject());
    }

    private String accepted(Person who, Invitation invitation) {
        invitations.delete(invitation);
        return kindOf(invitation).accept(who, invitation.subject());
    }

    private Invitation find(String token) {
        return invitations
                .findByTokenHash(Tokens.hash(token))
                .filter(found -> found.openAt(clock.instant()))
                .orElseThrow(NotFound::new);
    }

    private Invitation take(String token) {
        Invitation seen = find(token);
        kindOf(seen).lock(seen.subject());
        return invitations
                .lock(Tokens.hash(token))
                .filter(found -> found.openAt(clock.instant()))
                .orElseThrow(NotFound::new);
    }

    private InvitationKind kindOf(Invitation invitation) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(invitation.kind()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Who accepted, and where to go on. */
    public record Accepted(PersonId person, String address) {}
}
