package org.careroom.clients;

import org.careroom.people.Person;
import org.jspecify.annotations.Nullable;

/** What a module above shows on a client's record, such as their conversations. */
public interface ClientPanel {

    /** The name of the template whose fragment {@code panel(view)} shows it. */
    String template();

    /** The view that the fragment is given, for a person who may open the client; null when there is nothing to show. */
    @Nullable
    Object of(Person who, ClientId client);

    /** A panel's view with the template that shows it. */
    record Shown(String template, Object view) {}
}
