package org.careroom.organizations;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The switches of a member's permission page, set by admins only (product 1). */
@Service
@Transactional
public class PermissionSettings {

    private final Admins admins;
    private final People people;
    private final SettingsLog log;
    private final MemberRepository members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PermissionSettings(
            Admins admins,
            People people,
            SettingsLog log,
            MemberRepository members,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.events = events;
        this.admins = admins;
        this.people = people;
        this.log = log;
        this.clock = clock;
    }

    /** Whether a change was made, or has to be confirmed first because it turns Organization Chat off too. */
    public enum Answer {
        CHANGED,
        ENDS_ORGANIZATION_CHAT
    }

    /**
     * Turns on exactly what is wished for.
     *
     * @param confirmed whether the admin knows that Organization Chat goes too
     * @throws Invalid at Organization Chat when it is wished for without what it needs
     */
    public Answer change(Person who, MemberId id, Set<Permission> wished, boolean confirmed) {
        Member member = admins.lock(who, id);
        MemberRules.require(MemberAction.CHANGE_PERMISSIONS, admins.facts(who, member));
        Set<Permission> before = member.permissions();
        PermissionRules.Outcome outcome = PermissionRules.change(before, wished);
        if (outcome.endsOrganizationChat() && !confirmed) {
            return Answer.ENDS_ORGANIZATION_CHAT;
        }
        if (!outcome.permissions().equals(before)) {
            member.permit(outcome.permissions());
            member.changed(who.id(), clock.instant());
            noteEach(who, member, before, outcome.permissions());
            PersonId person = member.person();
            if (person != null && member.status() == Status.ACTIVE) {
                members.saveAndFlush(member);
                events.publishEvent(
                        new PermissionsChanged(member.organization(), person, before, outcome.permissions()));
            }
        }
        return Answer.CHANGED;
    }

    private void noteEach(Person who, Member member, Set<Permission> before, Set<Permission> after) {
        for (Permission permission : EnumSet.allOf(Permission.class)) {
            if (before.contains(permission) != after.contains(permission)) {
                String what = after.contains(permission) ? "change.permission.on" : "change.permission.off";
                Reason word = Reason.of("permission." + permission);
                log.note(who, member.organization(), member.id(), Reason.of(what, name(member), word));
            }
        }
    }

    private String name(Member member) {
        PersonId person = member.person();
        return person == null
                ? Objects.requireNonNullElse(member.invitedEmail(), "")
                : people.person(person).name();
    }

    /** What Organization Chat still needs when these are on, in the order of the page. */
    public static List<Permission> missing(Set<Permission> switchedOn) {
        return PermissionRules.missing(switchedOn).stream()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
