package org.careroom.organizations;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careroom.people.InvitationKind;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What an answer to an organization's invitation does. Its subject is the membership that waits for the person. */
@Component
class MembershipInvitation implements InvitationKind {

    static final String KIND = "MEMBERSHIP";

    private final MemberRepository members;
    private final OrganizationRepository organizations;
    private final SettingsLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MembershipInvitation(
            MemberRepository members,
            OrganizationRepository organizations,
            SettingsLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.organizations = organizations;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reason line(UUID subject, Person invitedBy) {
        return Reason.of("invitation.membership", invitedBy.name(), organizationOf(invited(subject)));
    }

    @Override
    public String invitedName(UUID subject) {
        return Objects.requireNonNullElse(invited(subject).invitedName(), "");
    }

    /** As an admin does who changes memberships. */
    @Override
    public void lock(UUID subject) {
        members.organizationOf(subject).flatMap(organizations::lock).orElseThrow(NotFound::new);
    }

    @Override
    public String accept(Person who, UUID subject) {
        if (!who.isStaff()) {
            throw new Refused(Reason.of("invitation.client"));
        }
        Member invited = invited(subject);
        Optional<Member> already = members.findByOrganizationIdAndPersonId(
                invited.organization().value(), who.id().value());
        Member member = already.map(there -> merged(there, invited)).orElse(invited);
        member.activate(who.id(), clock.instant());
        member.changed(who.id(), clock.instant());
        members.saveAndFlush(member);
        log.note(who, member.organization(), member.id(), Reason.of("change.member.accepted", who.name()));
        events.publishEvent(new MemberApproved(member.organization(), who.id()));
        return "/";
    }

    /** Whoever asked to join and is invited too is let in with what the invitation says. */
    private Member merged(Member there, Member invited) {
        if (there.status() != Status.PENDING) {
            throw new Refused(Reason.of("invitation.member." + there.status()));
        }
        there.takeOver(invited);
        members.delete(invited);
        return there;
    }

    @Override
    public void decline(UUID subject) {
        members.findById(subject)
                .filter(member -> member.status() == Status.INVITED)
                .ifPresent(this::declined);
    }

    private void declined(Member invited) {
        String email = Objects.requireNonNullElse(invited.invitedEmail(), "");
        log.note(null, invited.organization(), null, Reason.of("change.member.declined", email));
        members.delete(invited);
    }

    private Member invited(UUID subject) {
        return members.findById(subject)
                .filter(member -> member.status() == Status.INVITED)
                .orElseThrow(NotFound::new);
    }

    private String organizationOf(Member member) {
        return organizations
                .findById(member.organization().value())
                .map(OrganizationEntity::name)
                .orElseThrow(NotFound::new);
    }
}
