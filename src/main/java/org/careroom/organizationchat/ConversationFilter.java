package org.careroom.organizationchat;

import java.util.Arrays;
import java.util.Locale;
import org.careroom.messaging.RoomFilter;
import org.careroom.people.PersonId;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations are listed.
 *
 * @param provider only those of this owner, or null
 * @param client what is typed to find those of clients of this name, or a client's id; empty for all
 * @param search words that each begin a word of the subject or of somebody's name in it; empty for all
 * @param after the last conversation of the page before, or null for the first page
 */
public record ConversationFilter(
        Show show, @Nullable PersonId provider, String client, String search, RoomFilter.@Nullable Key after) {

    public static final ConversationFilter OPEN = new ConversationFilter(Show.OPEN, null, "", "", null);

    /** In which state they are. In the Organization view unread and archived follow the owner. */
    public enum Show {
        /** Open, and not put away. */
        OPEN,
        UNREAD,
        /** Open, and a client has written whom nobody has answered since; who waits longest comes first. */
        UNANSWERED,
        ARCHIVED,
        CLOSED;

        /**
         * The state that an address names.
         *
         * @throws NotFound when there is none of this name
         */
        public static Show of(@Nullable String typed) {
            return typed == null || typed.isEmpty()
                    ? OPEN
                    : Arrays.stream(values())
                            .filter(show -> show.word().equals(typed))
                            .findFirst()
                            .orElseThrow(NotFound::new);
        }

        /** As addresses and bundles write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is the list as it is at first, which its news keep up to date. */
    public boolean isPlain() {
        return equals(OPEN);
    }
}
