package org.careroom.demonstration;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.careroom.demonstration.Cast.Figure;
import org.careroom.demonstration.Cast.House;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Organizations;
import org.careroom.people.Accounts;
import org.careroom.people.Password;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;

/** The demonstration's organizations and the people in them. */
@Component
@ConditionalOnDemonstration
class Hospital {

    private final Script script;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Members members;

    Hospital(Script script, Accounts accounts, Organizations organizations, Members members) {
        this.script = script;
        this.accounts = accounts;
        this.organizations = organizations;
        this.members = members;
    }

    /** Founds the organizations and brings in everybody. The hospital stands where this machine does, for its times to be the visitor's. */
    void open() {
        Cast cast = script.read(Cast.FILE, Cast.class);
        Password password = accounts.hashed(cast.password());
        cast.organizations().forEach(house -> found(house, password));
        cast.clients().values().forEach(client -> account(client, Person.Kind.CLIENT, password));
    }

    private void found(House house, Password password) {
        OrganizationId organization = organizations.found(house.name(), house.plan());
        for (Map.Entry<String, Figure> member : house.members().entrySet()) {
            Figure figure = member.getValue();
            PersonId person = account(figure, Person.Kind.STAFF, password);
            if (figure.pending()) {
                members.waiting(organization, person);
            } else {
                members.enroll(organization, person, figure.standing(), figure.jobRole(), figure.switchedOn());
            }
        }
    }

    private PersonId account(Figure figure, Person.Kind kind, Password password) {
        return accounts.open(figure.email(), figure.name(), kind, Locale.ENGLISH, ZoneId.systemDefault(), password);
    }
}
