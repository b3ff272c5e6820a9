package org.careroom.organizationchat;

import java.util.List;

/**
 * Several clients would see each other in the conversation, which whoever begins it has to know first (product 5: "all see
 * each other; the dialog names them first").
 */
public class CommunityUnconfirmed extends RuntimeException {

    private final transient List<String> clients;

    CommunityUnconfirmed(List<String> clients) {
        super("several clients", null, false, false);
        this.clients = clients;
    }

    /** The clients' names. */
    public List<String> clients() {
        return clients;
    }
}
