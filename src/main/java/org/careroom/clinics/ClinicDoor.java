package org.careroom.clinics;

import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.springframework.stereotype.Component;

/** The one way to a clinic for a person, through {@link ClinicRules}. Nobody else learns that there is such a clinic. */
@Component
class ClinicDoor {

    private final ClinicRepository clinics;
    private final ClinicMembers members;

    ClinicDoor(ClinicRepository clinics, ClinicMembers members) {
        this.clinics = clinics;
        this.members = members;
    }

    /**
     * The clinic with this slug, for somebody who may do this there.
     *
     * @throws NotFound when there is none that they know
     * @throws Refused when they know it, but may not do this
     */
    ClinicEntity open(Person who, String slug, ClinicAction action) {
        ClinicEntity clinic = clinics.findBySlug(slug).orElseThrow(NotFound::new);
        ClinicRules.require(action, asker(who, clinic), clinic.slug());
        return clinic;
    }

    /**
     * The same, and nobody else changes its settings until the transaction ends.
     *
     * @throws NotFound when there is none that they know
     * @throws Refused when they know it, but may not do this
     */
    ClinicEntity lock(Person who, String slug, ClinicAction action) {
        ClinicEntity clinic = clinics.findId(slug).flatMap(clinics::findAndLock).orElseThrow(NotFound::new);
        ClinicRules.require(action, asker(who, clinic), clinic.slug());
        return clinic;
    }

    ClinicRules.Asker asker(Person who, ClinicEntity clinic) {
        return members.asker(who.id(), clinic.id(), clinic.organization());
    }
}
