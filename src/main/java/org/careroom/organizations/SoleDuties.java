package org.careroom.organizations;

import java.util.List;
import org.careroom.people.Person;
import org.careroom.people.PersonId;

/**
 * What a member is the only one for. Modules that know such duties implement it; deactivating the member then asks for a
 * successor (product 1: "asks for a successor wherever the person is the only one").
 */
public interface SoleDuties {

    List<Duty> of(OrganizationId organization, PersonId person);

    /**
     * Gives the successor, an active member, those that they can take over; the module finds others for the rest. Called in
     * the transaction of the deactivation, before it.
     */
    void handOver(OrganizationId organization, PersonId from, PersonId to, Person by);
}
