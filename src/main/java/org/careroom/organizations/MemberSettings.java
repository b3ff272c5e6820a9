package org.careroom.organizations;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.careroom.people.ForgottenPasswords;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an admin changes about a member: level, job role, and whether they are active. */
@Service
@Transactional
public class MemberSettings {

    private final Admins admins;
    private final Members members;
    private final MemberList list;
    private final MemberInvitations invitations;
    private final People people;
    private final ForgottenPasswords passwords;
    private final ObjectProvider<SoleDuties> soleDuties;
    private final SettingsLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MemberSettings(
            Admins admins,
            Members members,
            MemberList list,
            MemberInvitations invitations,
            People people,
            ForgottenPasswords passwords,
            ObjectProvider<SoleDuties> soleDuties,
            SettingsLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.admins = admins;
        this.members = members;
        this.list = list;
        this.invitations = invitations;
        this.people = people;
        this.passwords = passwords;
        this.soleDuties = soleDuties;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sets job role and level; each is left alone where nothing changes, so that one's own job role can be set.
     *
     * @throws Invalid at {@code jobRole}
     */
    public void describe(Person who, MemberId id, @Nullable String jobRole, Level level) {
        Member member = admins.lock(who, id);
        String role = PlainText.lineOrEmpty("jobRole", jobRole, PlainText.NAME);
        if (member.level() != level) {
            MemberRules.require(MemberAction.CHANGE_LEVEL, admins.facts(who, member));
            member.become(level);
            noted(who, member, Reason.of("change.member.level", name(member), Reason.of("level." + level)));
        }
        if (!member.jobRole().equals(role)) {
            member.workAs(role);
            noted(who, member, Reason.of("change.member.role", name(member), role));
        }
    }

    /** What would be left without anybody, so that a successor is needed. */
    @Transactional(readOnly = true)
    public List<Duty> duties(Person who, MemberId id) {
        Member member = admins.member(who, id);
        PersonId person = member.person();
        return person == null ? List.of() : duties(member.organization(), person);
    }

    /**
     * Ends at once the person's access to everything of the organization.
     *
     * @param successor the e-mail address of an active member who takes over what the person is the only one for
     * @throws Invalid at {@code successor} when one is needed and this is none
     */
    public void deactivate(Person who, MemberId id, @Nullable String successor) {
        deactivate(who, id, successor, Set.of());
    }

    /**
     * Like the other, and withdraws invitations.
     *
     * @param withdrawn those to be withdrawn of the open invitations that the person made; the others stay
     */
    public void deactivate(Person who, MemberId id, @Nullable String successor, Collection<MemberId> withdrawn) {
        Member member = admins.lock(who, id);
        MemberRules.require(MemberAction.DEACTIVATE, admins.facts(who, member));
        PersonId person = Objects.requireNonNull(member.person());
        if (!duties(member.organization(), person).isEmpty()) {
            handOver(who, member, person, successor(member.organization(), person, successor));
        }
        member.deactivate(clock.instant());
        noted(who, member, Reason.of("change.member.deactivated", name(member)));
        list.invitedBy(who, id).stream()
                .map(MemberRow::id)
                .filter(withdrawn::contains)
                .forEach(invited -> invitations.withdraw(who, invited));
        events.publishEvent(new MemberDeactivated(member.organization(), person, who.id()));
    }

    public void reactivate(Person who, MemberId id) {
        Member member = admins.lock(who, id);
        MemberRules.require(MemberAction.REACTIVATE, admins.facts(who, member));
        member.reactivate(clock.instant());
        noted(who, member, Reason.of("change.member.reactivated", name(member)));
        events.publishEvent(
                new MemberReactivated(member.organization(), Objects.requireNonNull(member.person()), who.id()));
    }

    /** A link to hand over, with which the member sets a new password (product 1: "else an admin makes a one-time link"). */
    public String passwordLink(Person who, MemberId id) {
        Member member = admins.lock(who, id);
        MemberRules.require(MemberAction.MAKE_PASSWORD_LINK, admins.facts(who, member));
        noted(who, member, Reason.of("change.member.password-link", name(member)));
        return passwords.link(Objects.requireNonNull(member.person()));
    }

    private void handOver(Person who, Member member, PersonId from, PersonId to) {
        soleDuties.orderedStream().forEach(kind -> kind.handOver(member.organization(), from, to, who));
        String successor = people.person(to).name();
        noted(who, member, Reason.of("change.member.handed-over", name(member), successor));
    }

    private List<Duty> duties(OrganizationId organization, PersonId person) {
        return soleDuties
                .orderedStream()
                .flatMap(kind -> kind.of(organization, person).stream())
                .toList();
    }

    private PersonId successor(OrganizationId organization, PersonId from, @Nullable String email) {
        return people.findByEmail(email == null ? "" : email)
                .map(Person::id)
                .filter(person -> !person.equals(from))
                .filter(person -> members.isActive(person, organization))
                .orElseThrow(() -> new Invalid("successor", Reason.of("member.successor.needed")));
    }

    private String name(Member member) {
        PersonId person = member.person();
        if (person != null) {
            return people.find(person).map(Person::name).orElseThrow(NotFound::new);
        }
        return Objects.requireNonNullElse(member.invitedEmail(), "");
    }

    private void noted(Person who, Member member, Reason what) {
        member.changed(who.id(), clock.instant());
        admins.store(member);
        log.note(who, member.organization(), member.id(), what);
    }
}
