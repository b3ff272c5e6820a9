package org.careroom.clients;

import java.time.Clock;
import java.util.List;
import org.careroom.organizations.Duty;
import org.careroom.organizations.MemberDeactivated;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.SoleDuties;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to clients when a member is deactivated: another becomes their provider, and the member leaves the care teams.
 * All of it in the transaction of the deactivation, which has the organization to itself.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClientDepartures implements SoleDuties {

    private final ClientPeople clientPeople;
    private final Clock clock;

    ClientDepartures(ClientPeople clientPeople, Clock clock) {
        this.clientPeople = clientPeople;
        this.clock = clock;
    }

    /** One for all of them: a provider may have hundreds. */
    @Override
    @Transactional(readOnly = true)
    public List<Duty> of(OrganizationId organization, PersonId person) {
        long clients = clientPeople.provided(organization, person);
        return clients == 0 ? List.of() : List.of(new Duty(Reason.of("client.duty.provider", clients)));
    }

    @Override
    public void handOver(OrganizationId organization, PersonId from, PersonId to, Person by) {
        clientPeople.handOver(organization, from, to, by.id(), clock.instant());
    }

    @EventListener
    void on(MemberDeactivated deactivated) {
        if (clientPeople.provided(deactivated.organization(), deactivated.person()) > 0) {
            throw new Invalid("successor", Reason.of("member.successor.needed"));
        }
        clientPeople.leaveCareTeams(deactivated.organization(), deactivated.person());
    }
}
