package org.careroom.clients;

import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A panel like one of a module above, on the record of a client of one name. */
@Component
class TestPanel implements ClientPanel {

    static final String NAME = "Somebody With A Panel";

    private final ClientRepository clients;

    TestPanel(ClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public String template() {
        return "clients/test-panel";
    }

    @Override
    public @Nullable Object of(Person who, ClientId client) {
        return clients.findById(client.value())
                .filter(found -> found.name().equals(NAME))
                .map(found -> "A panel for " + who.name())
                .orElse(null);
    }
}
