package org.careroom.organizationchat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.clients.ClientContact;
import org.careroom.clients.Clients;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.EmailAddress;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out who is meant by e-mail addresses for a conversation: active members of its organization, and those of its clients
 * whom the person asking may write to. All other addresses look like ones that nobody has.
 */
@Component
class Correspondents {

    /** How many addresses one form may name. */
    private static final int MOST = 200;

    private final People people;
    private final Members members;
    private final Clients clients;

    Correspondents(People people, Members members, Clients clients) {
        this.people = people;
        this.members = members;
        this.clients = clients;
    }

    /**
     * Everybody meant but who is asking, in the order typed.
     *
     * @throws Invalid at {@code people} when an address is none, is nobody's who can be written to, or there are too many
     */
    List<Person> named(Person who, OrganizationId organization, Collection<String> typed) {
        Set<String> addresses = addresses(typed);
        addresses.remove(who.email());
        Map<String, Person> found = people.findByEmails(addresses).stream()
                .collect(Collectors.toMap(Person::email, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        List<PersonId> ids = found.values().stream().map(Person::id).toList();
        Set<PersonId> colleagues = members.active(organization, ids);
        Map<PersonId, ClientContact> contacts = clients.contacts(organization, ids);
        List<Person> named = new ArrayList<>();
        for (String address : addresses) {
            Person person = found.get(address);
            if (person == null || !(colleagues.contains(person.id()) || mayWriteTo(who, contacts.get(person.id())))) {
                throw new Invalid("people", Reason.of("conversation.people.unknown", address));
            }
            named.add(person);
        }
        return named;
    }

    private boolean mayWriteTo(Person who, @Nullable ClientContact contact) {
        if (contact == null) {
            return false;
        }
        try {
            clients.contact(who, contact.id());
            return true;
        } catch (NotFound notTheirs) {
            return false;
        }
    }

    private static Set<String> addresses(Collection<String> typed) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String one : EmailAddress.parted(typed)) {
            addresses.add(EmailAddress.checked("people", one));
        }
        if (addresses.size() > MOST) {
            throw new Invalid("people", Reason.of("general.people.many", MOST));
        }
        return addresses;
    }
}
