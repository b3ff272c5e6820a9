package org.careroom.live;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Service;

/**
 * Carries news to the browsers that are online. What it carries may be lost: whatever must not be is in PostgreSQL, and a
 * page that misses some fetches it.
 */
@Service
public class Live {

    private final Connections connections;
    private final NewsBus bus;
    private final Nudges nudges;

    Live(Connections connections, NewsBus bus, Nudges nudges) {
        this.connections = connections;
        this.bus = bus;
        this.nudges = nudges;
    }

    /** Tells news to those of the audience who are online; returns at once. Call it after the commit of what it tells. */
    public void tell(Set<PersonId> audience, News news) {
        bus.publish(audience, news);
    }

    /** Says to each, without content, that what they see of the subject has changed; the page fetches it under its own rights. */
    public void nudge(Collection<PersonId> audience, String subject) {
        nudges.add(audience, subject);
    }

    /** Which of these persons have a page open on this node. */
    public Set<PersonId> online(Collection<PersonId> persons) {
        return persons.stream().filter(connections::online).collect(Collectors.toSet());
    }

    /** Which persons have this room shown and visible at this moment. */
    public Set<PersonId> present(String room) {
        return connections.persons(room);
    }
}
