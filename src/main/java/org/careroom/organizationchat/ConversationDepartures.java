package org.careroom.organizationchat;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.PersonLeft;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomId;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.Suspensions;
import org.careroom.organizations.Duty;
import org.careroom.organizations.MemberDeactivated;
import org.careroom.organizations.MemberReactivated;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.PermissionsChanged;
import org.careroom.organizations.SoleDuties;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to conversations when people go, or may no longer see them all: the one is suspended from those they are in and
 * leaves none without an owner, the other's open pages are emptied, and what either had claimed is free again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ConversationDepartures implements SoleDuties {

    private final ConversationRepository conversations;
    private final ConversationCare care;
    private final ConversationNews news;
    private final AddingRequests requests;
    private final Claims claims;
    private final Participants participants;
    private final Suspensions suspensions;
    private final JdbcClient jdbc;

    ConversationDepartures(
            ConversationRepository conversations,
            ConversationCare care,
            ConversationNews news,
            AddingRequests requests,
            Claims claims,
            Participants participants,
            Suspensions suspensions,
            JdbcClient jdbc) {
        this.conversations = conversations;
        this.care = care;
        this.news = news;
        this.requests = requests;
        this.claims = claims;
        this.participants = participants;
        this.suspensions = suspensions;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(PermissionsChanged changed) {
        if (changed.lost(Permission.ORGANIZATION_CHAT)) {
            release(changed.organization(), changed.person());
        }
        if (changed.before().contains(Permission.ORGANIZATION_CHAT)
                != changed.after().contains(Permission.ORGANIZATION_CHAT)) {
            news.access(changed.person());
        }
    }

    @EventListener
    void on(MemberDeactivated deactivated) {
        PersonId person = deactivated.person();
        OrganizationId organization = deactivated.organization();
        suspensions.suspend(roomsOf(organization, person), person, room -> {});
        if (conversations.countByOrganizationIdAndOwnerId(organization.value(), person.value()) > 0) {
            throw new Invalid("successor", Reason.of("member.successor.needed"));
        }
        release(organization, person);
        news.access(person);
    }

    /** Whoever is no longer in it does not see to it any more. */
    @EventListener
    void on(PersonLeft left) {
        if (left.room().kind() == RoomKind.CONVERSATION) {
            claims.end(left.room(), left.person());
        }
    }

    @EventListener
    void on(MemberReactivated reactivated) {
        suspensions.bringBack(
                roomsOf(reactivated.organization(), reactivated.person()), reactivated.person(), room -> {});
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> of(OrganizationId organization, PersonId person) {
        long owned = conversations.countByOrganizationIdAndOwnerId(organization.value(), person.value());
        return owned == 0 ? List.of() : List.of(new Duty(Reason.of("conversation.duty.owner", owned)));
    }

    /** The successor owns what the other one owned. */
    @Override
    public void handOver(OrganizationId organization, PersonId from, PersonId to, Person by) {
        List<RoomId> owned =
                conversations.findByOrganizationIdAndOwnerIdOrderByRoomId(organization.value(), from.value()).stream()
                        .map(Conversation::room)
                        .toList();
        for (Room room : suspensions.lock(owned, from)) {
            care.give(by, room, to);
        }
    }

    /** What they had claimed nobody sees to any more, and they wait to be added nowhere. */
    private void release(OrganizationId organization, PersonId person) {
        requests.end(organization, person);
        claims.end(organization, person);
    }

    /** The organization's conversations that the person has to do with in any way, in the order they are locked in. */
    private List<RoomId> roomsOf(OrganizationId organization, PersonId person) {
        UUID[] known = participants.everywhere(person, EnumSet.allOf(Participant.State.class)).stream()
                .map(participant -> participant.room().value())
                .toArray(UUID[]::new);
        return jdbc
                .sql("select room_id from conversation where organization_id = ? and room_id = any(?) order by room_id")
                .params(organization.value(), known)
                .query(UUID.class)
                .list()
                .stream()
                .map(RoomId::new)
                .toList();
    }
}
