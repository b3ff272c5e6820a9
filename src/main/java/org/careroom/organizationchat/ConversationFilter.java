package org.careroom.organizationchat;

import java.util.Arrays;
import java.util.Locale;
import org.careroom.messaging.RoomFilter;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
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

    /**
     * The filter that an address says in words, each of which may be missing.
     *
     * @param show the state, as {@link Show#word()} writes it
     * @param provider the id of an owner
     * @param after the key of the page before
     * @throws NotFound when the state, the id or the key is none
     * @throws Invalid at {@code client} or {@code q} when they are no line, or too long
     */
    public static ConversationFilter of(
            @Nullable String show,
            @Nullable String provider,
            @Nullable String client,
            @Nullable String search,
            @Nullable String after) {
        return new ConversationFilter(
                Show.of(show),
                provider == null || provider.isEmpty() ? null : PersonId.of(provider),
                PlainText.lineOrEmpty("client", client, PlainText.NAME),
                PlainText.lineOrEmpty("q", search, PlainText.NAME),
                after == null || after.isEmpty() ? null : RoomFilter.Key.of(after));
    }

    /** Whether it is the list as it is at first, which its news keep up to date. */
    public boolean isPlain() {
        return equals(OPEN);
    }
}
