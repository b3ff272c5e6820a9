package org.careroom.organizations;

import java.time.Clock;
import java.util.Objects;
import org.careroom.people.EmailAddress;
import org.careroom.people.Invitations;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Admins invite by e-mail; an invitation expires after 30 days, sending it again starts them again (product 1). */
@Service
@Transactional
public class MemberInvitations {

    private final Admins admins;
    private final MemberRepository members;
    private final Invitations invitations;
    private final People people;
    private final SettingsLog log;
    private final Clock clock;

    MemberInvitations(
            Admins admins,
            MemberRepository members,
            Invitations invitations,
            People people,
            SettingsLog log,
            Clock clock) {
        this.admins = admins;
        this.members = members;
        this.invitations = invitations;
        this.people = people;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Invalid at {@code name} or {@code email}, also when the address is invited or belongs to a member already */
    public IssuedInvitation invite(
            Person who, OrganizationId organization, @Nullable String email, @Nullable String name) {
        admins.lock(who, organization);
        Checked<String> shownName = Checked.of(() -> PlainText.lineOrEmpty("name", name, PlainText.NAME));
        Checked<String> address = Checked.of(() -> address(organization, email));
        Checked.all(shownName, address);
        return issue(who, organization, address.get(), shownName.get(), Level.MEMBER);
    }

    private String address(OrganizationId organization, @Nullable String email) {
        String address = EmailAddress.checked("email", email);
        Reason refusal = refusal(organization, address);
        if (refusal != null) {
            throw new Invalid("email", refusal);
        }
        return address;
    }

    /** Ends the link before, starts the 30 days again, and tells the new link. */
    public IssuedInvitation inviteAgain(Person who, MemberId id) {
        Member member = admins.lock(who, id);
        MemberRules.require(MemberAction.INVITE_AGAIN, admins.facts(who, member));
        String email = Objects.requireNonNull(member.invitedEmail());
        log.note(who, member.organization(), id, Reason.of("change.member.invited-again", email));
        return invitations.issue(who, MembershipInvitation.KIND, id.value(), email);
    }

    /** The link leads nowhere from now on, and nobody is waited for. */
    public void withdraw(Person who, MemberId id) {
        Member member = admins.lock(who, id);
        MemberRules.require(MemberAction.WITHDRAW, admins.facts(who, member));
        String email = Objects.requireNonNull(member.invitedEmail());
        log.note(who, member.organization(), null, Reason.of("change.member.withdrawn", email));
        invitations.withdraw(MembershipInvitation.KIND, id.value());
        members.delete(member);
    }

    /** Invites without asking who may: for the operator's first admin of a new organization. */
    IssuedInvitation issue(Person who, OrganizationId organization, String address, String name, Level level) {
        Member member = Member.invited(organization, address, name, clock.instant());
        member.become(level);
        member.changed(who.id(), clock.instant());
        members.saveAndFlush(member);
        log.note(who, organization, member.id(), Reason.of("change.member.invited", address));
        return invitations.issue(who, MembershipInvitation.KIND, member.id().value(), address);
    }

    /** Why an address cannot be invited, or null when it can. It must not tell who is a client; accepting refuses them. */
    @Nullable
    Reason refusal(OrganizationId organization, String address) {
        if (members.findByOrganizationIdAndInvitedEmailAndStatus(organization.value(), address, Status.INVITED)
                .isPresent()) {
            return Reason.of("invite.refused.INVITED");
        }
        return people.findByEmail(address)
                .flatMap(person -> members.findByOrganizationIdAndPersonId(
                        organization.value(), person.id().value()))
                .map(member -> Reason.of("invite.refused." + member.status()))
                .orElse(null);
    }
}
