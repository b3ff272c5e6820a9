package org.careroom.clients.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.careroom.organizations.Colleague;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Organizations;
import org.careroom.people.Person;
import org.springframework.stereotype.Component;

/** The active members of an organization to choose a provider and a care team from, who is asking among them. */
@Component
class Colleagues {

    private final Members members;
    private final Organizations organizations;

    Colleagues(Members members, Organizations organizations) {
        this.members = members;
        this.organizations = organizations;
    }

    List<Colleague> of(Person who, OrganizationId organization) {
        List<Colleague> all = new ArrayList<>(members.colleaguesIn(who, organization));
        String role = members.jobRoles(organization, List.of(who.id())).getOrDefault(who.id(), "");
        String name = organizations.organization(organization).name();
        all.add(new Colleague(who.id(), who.name(), who.email(), role, organization, name));
        all.sort(Comparator.comparing(colleague -> colleague.name().toLowerCase(Locale.ROOT)));
        return all;
    }
}
