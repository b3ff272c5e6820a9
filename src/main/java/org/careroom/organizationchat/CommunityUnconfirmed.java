package org.careroom.organizationchat;

import java.util.List;
import org.careroom.people.Person;

/**
 * Several clients would see each other in the conversation, which whoever begins it has to know first (product 5: "all see
 * each other; the dialog names them first").
 */
public class CommunityUnconfirmed extends RuntimeException {

    private final transient List<Person> clients;

    CommunityUnconfirmed(List<Person> clients) {
        super("several clients", null, false, false);
        this.clients = clients;
    }

    public List<Person> clients() {
        return clients;
    }
}
