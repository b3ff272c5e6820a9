package org.careroom.organizationchat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.careroom.messaging.RoomId;
import org.careroom.organizationchat.ConversationFilter.Show;
import org.careroom.organizations.Membership;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
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
    private static final String ORGANIZATION = "organization";
    private static final String BETWEEN = "~";

    /** Where the list is found. */
    public String address() {
        return organization == null ? "/chat" : "/chat/organization";
    }

    /** The address of this list in another state. */
    public String to(Show show) {
        return address() + query(show, null);
    }

    /** The address of the page behind this one. */
    public String more() {
        return address() + query(filter.show(), rows.next());
    }

    /** What the list's own address says behind its path; empty where it is the list as it is at first. */
    public String search() {
        return query(
                filter.show(), filter.after() == null ? null : filter.after().toString());
    }

    /** A conversation's address, which says beside which list it is read. */
    public String open(RoomId id) {
        String place = place();
        return "/chat/" + id + (place.isEmpty() ? "" : "?view=" + encoded(place));
    }

    private String place() {
        String view = organization == null ? "" : ORGANIZATION;
        return filter.isPlain()
                ? view
                : String.join(
                        BETWEEN, view, filter.show().word(), id(filter.provider()), filter.client(), filter.search());
    }

    /** Which list an address's {@code view} names, the other way round: whether it is the Organization view. */
    static boolean isOrganization(@Nullable String view) {
        return view != null && view.split(BETWEEN, 2)[0].equals(ORGANIZATION);
    }

    /**
     * How the list that an address's {@code view} names is narrowed.
     *
     * @throws NotFound when it names none
     * @throws Invalid when what it looks for is no line
     */
    static ConversationFilter filter(@Nullable String view) {
        String[] parts = view == null ? new String[0] : view.split(BETWEEN, 5);
        return parts.length < 5
                ? ConversationFilter.OPEN
                : ConversationFilter.of(parts[1], parts[2], parts[3], parts[4], null);
    }

    private String query(Show show, @Nullable String after) {
        StringBuilder query = new StringBuilder();
        add(query, "show", show == Show.OPEN ? "" : show.word());
        add(
                query,
                "organization",
                organization == null || views.size() == 1
                        ? ""
                        : organization.organization().value().toString());
        add(query, "provider", id(filter.provider()));
        add(query, "client", filter.client());
        add(query, "q", filter.search());
        add(query, "after", after == null ? "" : after);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value));
        }
    }

    private static String id(@Nullable PersonId person) {
        return person == null ? "" : person.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
