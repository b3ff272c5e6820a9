package org.careroom.live;

import java.util.Set;
import org.careroom.people.PersonId;

/**
 * Hands news to every node, which pushes it to the pages it holds. One process is its own bus ({@link OneNodeBus}); an
 * existing broker takes its place where several nodes run, and nothing else knows how many there are.
 */
interface NewsBus {

    void publish(Set<PersonId> audience, News news);
}
