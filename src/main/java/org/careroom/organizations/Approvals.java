package org.careroom.organizations;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.careroom.people.Invitations;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.shared.Reason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people in who asked to join, or does not (product 1: singly or several ticked at once). */
@Service
@Transactional
public class Approvals {

    private final Admins admins;
    private final MemberRepository members;
    private final Invitations invitations;
    private final People people;
    private final SettingsLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            Admins admins,
            MemberRepository members,
            Invitations invitations,
            People people,
            SettingsLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.admins = admins;
        this.members = members;
        this.invitations = invitations;
        this.people = people;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** How many wait for this person to approve them, in all organizations that they are an admin of. */
    @Transactional(readOnly = true)
    public long waitingFor(Person who) {
        return members.countWaitingFor(who.id().value());
    }

    /**
     * Approves those who still wait; whoever was answered in the meantime is left as they are.
     *
     * @return how many are active members now
     */
    public int approve(Person who, OrganizationId organization, Collection<MemberId> ids) {
        List<Member> waiting = waiting(who, organization, ids, MemberAction.APPROVE);
        for (Member member : waiting) {
            Person person = person(member);
            endInvitation(organization, person, member);
            member.activate(person.id(), clock.instant());
            member.changed(who.id(), clock.instant());
            admins.store(member);
            log.note(who, organization, member.id(), Reason.of("change.member.approved", person.name()));
            events.publishEvent(new MemberApproved(organization, person.id()));
        }
        return waiting.size();
    }

    /**
     * Whoever asked to join and is invited too needs the invitation no more. It gives them nothing: that the address is theirs
     * is proved only by the link that was sent to it.
     */
    private void endInvitation(OrganizationId organization, Person person, Member member) {
        members.findByOrganizationIdAndInvitedEmailAndStatus(organization.value(), person.email(), Status.INVITED)
                .ifPresent(invited -> {
                    invitations.withdraw(MembershipInvitation.KIND, invited.id().value());
                    members.delete(invited);
                });
    }

    /** Turns those away who still wait; their accounts stay, and they may ask again. */
    public int deny(Person who, OrganizationId organization, Collection<MemberId> ids) {
        List<Member> waiting = waiting(who, organization, ids, MemberAction.DENY);
        for (Member member : waiting) {
            log.note(
                    who,
                    organization,
                    null,
                    Reason.of("change.member.denied", person(member).name()));
            members.delete(member);
        }
        return waiting.size();
    }

    private List<Member> waiting(
            Person who, OrganizationId organization, Collection<MemberId> ids, MemberAction action) {
        admins.lock(who, organization);
        return members.findByOrganizationIdAndStatus(organization.value(), Status.PENDING).stream()
                .filter(member -> ids.contains(member.id()))
                .filter(member -> MemberRules.refusal(action, admins.facts(who, member)) == null)
                .toList();
    }

    private Person person(Member member) {
        return people.person(Objects.requireNonNull(member.person()));
    }
}
