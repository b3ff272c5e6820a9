package org.careroom.organizations;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
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
    private final People people;
    private final SettingsLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            Admins admins,
            MemberRepository members,
            People people,
            SettingsLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.admins = admins;
        this.members = members;
        this.people = people;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Approves those who still wait; whoever was answered in the meantime is left as they are.
     *
     * @return how many are active members now
     */
    public int approve(Person who, OrganizationId organization, Collection<MemberId> ids) {
        List<Member> waiting = waiting(who, organization, ids);
        for (Member member : waiting) {
            PersonId person = Objects.requireNonNull(member.person());
            member.activate(person, clock.instant());
            member.changed(who.id(), clock.instant());
            admins.store(member);
            log.note(who, organization, member.id(), Reason.of("change.member.approved", name(person)));
            events.publishEvent(new MemberApproved(organization, person, who.id()));
        }
        return waiting.size();
    }

    /** Turns those away who still wait; their accounts stay, and they may ask again. */
    public int deny(Person who, OrganizationId organization, Collection<MemberId> ids) {
        List<Member> waiting = waiting(who, organization, ids);
        for (Member member : waiting) {
            PersonId person = Objects.requireNonNull(member.person());
            log.note(who, organization, null, Reason.of("change.member.denied", name(person)));
            members.delete(member);
        }
        return waiting.size();
    }

    private List<Member> waiting(Person who, OrganizationId organization, Collection<MemberId> ids) {
        admins.lock(who, organization);
        return members.findByOrganizationIdAndStatus(organization.value(), Status.PENDING).stream()
                .filter(member -> ids.contains(member.id()))
                .toList();
    }

    private String name(PersonId person) {
        return people.person(person).name();
    }
}
