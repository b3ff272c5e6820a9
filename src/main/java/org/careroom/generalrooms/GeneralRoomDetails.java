package org.careroom.generalrooms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.messaging.Participant;
import org.careroom.messaging.Participants;
import org.careroom.messaging.Room;
import org.careroom.messaging.RoomDetails;
import org.careroom.messaging.RoomKind;
import org.careroom.messaging.Strangers;
import org.careroom.organizations.Colleague;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Organizations;
import org.careroom.organizations.Team;
import org.careroom.organizations.TeamOffer;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the details panel of a general room shows beyond what every room has. */
@Component
class GeneralRoomDetails implements RoomDetails {

    private final GeneralRoomRepository generalRooms;
    private final Participants participants;
    private final Members members;
    private final Organizations organizations;
    private final Teams teams;
    private final Strangers strangers;
    private final TeamOffers offers;

    GeneralRoomDetails(
            GeneralRoomRepository generalRooms,
            Participants participants,
            Members members,
            Organizations organizations,
            Teams teams,
            Strangers strangers,
            TeamOffers offers) {
        this.generalRooms = generalRooms;
        this.participants = participants;
        this.members = members;
        this.organizations = organizations;
        this.teams = teams;
        this.strangers = strangers;
        this.offers = offers;
    }

    /**
     * The panel's view.
     *
     * @param organization whose room it is, or null
     * @param jobRoles what people do in the organization; nobody learns here where else they are members
     * @param strangers addresses without an account that were invited and have not answered
     * @param offers what teams whose people the room took have changed since
     * @param colleagues who could be added: colleagues of the reader who are not in the room
     */
    public record View(
            @Nullable String organization,
            String description,
            boolean managed,
            boolean pair,
            Map<PersonId, String> jobRoles,
            List<String> strangers,
            Slice<Colleague> colleagues,
            List<Team> teams,
            List<TeamOffer> offers) {

        public @Nullable String jobRole(PersonId person) {
            return jobRoles.get(person);
        }
    }

    @Override
    public RoomKind kind() {
        return RoomKind.GENERAL;
    }

    @Override
    public String template() {
        return "generalrooms/_partials/details";
    }

    @Override
    public View of(Person who, Room room) {
        GeneralRoom general = generalRooms.findById(room.id().value()).orElseThrow(NotFound::new);
        Set<PersonId> known =
                participants.known(room).stream().map(Participant::person).collect(Collectors.toSet());
        List<Team> visible = teams.visibleTo(who);
        Slice<Colleague> colleagues = members.colleagues(who, "");
        OrganizationId organization = general.organization();
        return new View(
                name(organization),
                general.description(),
                general.isManaged(),
                room.isNameless(),
                organization == null ? Map.of() : members.jobRoles(organization, known),
                strangers.waitingFor(room),
                new Slice<>(
                        colleagues.items().stream()
                                .filter(colleague -> !known.contains(colleague.id()))
                                .toList(),
                        colleagues.next()),
                visible,
                offers.of(who, room, visible));
    }

    private @Nullable String name(@Nullable OrganizationId id) {
        return id == null ? null : organizations.organization(id).name();
    }
}
