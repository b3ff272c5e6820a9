package org.careroom.organizationchat;

import java.util.List;
import java.util.Map;
import org.careroom.organizationchat.ConversationFilter.Show;
import org.careroom.organizations.Membership;
import org.careroom.people.Person;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;

/**
 * A list of conversations as its page shows it.
 *
 * @param reader whose page it is
 * @param organization the organization whose conversations they all are, in its view; null for the reader's own list
 * @param views the organizations whose view is open to the reader
 * @param rows one page of it
 * @param counts how many wait in some states, in an organization's view: 100 when they are as many or more
 * @param providers those who own conversations of the organization
 */
public record ChatView(
        Person reader,
        @Nullable Membership organization,
        List<Membership> views,
        ConversationFilter filter,
        Slice<ConversationRow> rows,
        Map<Show, Long> counts,
        List<Person> providers) {

    private static final int MOST_SHOWN = 99;

    /** Where the list is found. */
    public String address() {
        return organization == null ? "/chat" : "/chat/organization";
    }

    /** The number of those in a state as it is shown; empty for none. */
    public String count(Show show) {
        long count = counts.getOrDefault(show, 0L);
        return count == 0 ? "" : count > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(count);
    }

    /** The states that the list can be asked for. */
    public List<Show> shows() {
        return organization == null
                ? reader.isStaff()
                        ? List.of(Show.OPEN, Show.UNREAD, Show.ARCHIVED, Show.CLOSED)
                        : List.of(Show.OPEN, Show.ARCHIVED, Show.CLOSED)
                : List.of(Show.values());
    }
}
