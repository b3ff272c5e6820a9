package org.careroom.clients;

import java.util.List;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Clients page: one's own clients, those of all with permission 2, and by search with permission 1 (product 5). */
@Service
@Transactional(readOnly = true)
public class ClientList {

    static final int PAGE = 50;

    private final ClientDoor door;
    private final ClientSearch search;

    ClientList(ClientDoor door, ClientSearch search) {
        this.door = door;
        this.search = search;
    }

    /**
     * What a person may choose on the page.
     *
     * @param listsAll whether clients of all are listed
     * @param searchesAll whether a search goes across the clients of all
     * @param choosesProvider whether another one may be made provider of a new client
     */
    public record Reach(boolean listsAll, boolean searchesAll, boolean choosesProvider) {}

    /** @throws NotFound unless who is asking is an active member of the organization */
    public Reach reach(Person who, OrganizationId organization) {
        ClientRules.Asker asker = door.asker(who, organization);
        return new Reach(
                ClientRules.listsAll(asker), ClientRules.searchesAll(asker), ClientRules.choosesProvider(asker));
    }

    /**
     * A page of the clients, by name.
     *
     * @throws NotFound unless who is asking is an active member of the organization, or when there is no such page
     */
    public Slice<ClientRow> page(Person who, OrganizationId organization, ClientFilter filter) {
        Reach reach = reach(who, organization);
        List<String> words = ClientWords.searched(filter.search());
        boolean all = !filter.mine() && (words.isEmpty() ? reach.listsAll() : reach.searchesAll());
        List<ClientRow> found = search.rows(
                new ClientSearch.Wanted(organization, all ? null : who.id(), words, false, filter.after(), PAGE + 1));
        List<ClientRow> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        return new Slice<>(page, found.size() > PAGE ? page.get(PAGE - 1).id().toString() : null);
    }
}
