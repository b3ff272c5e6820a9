package org.careroom.demonstration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A room or a conversation of the demonstration and what happened in it, as a file in {@code demonstration/rooms/} or {@code
 * conversations/} says.
 *
 * @param name null for a room of two, or a conversation that is called after the people in it
 * @param by who made it, the owner of a conversation
 * @param at when
 * @param managed whether only its managers add people; null for no
 * @param clients who of a conversation's people are clients; null for a room
 * @param archived who has put a conversation away
 * @param muted who does not want to hear of it
 * @param unread how many of the last entries somebody has not seen yet; everybody else who can sign in has seen all
 * @param log what happened, in order; each entry's key is its time and who did it, its value the text or a {@link Deed}
 */
record Scene(
        @Nullable String name,
        String by,
        String at,
        @Nullable String description,
        @Nullable Boolean managed,
        @Nullable List<String> people,
        @Nullable List<String> teams,
        @Nullable List<String> clients,
        @Nullable List<String> archived,
        @Nullable List<String> muted,
        @Nullable Map<String, Integer> unread,
        List<Map<String, Object>> log) {

    /**
     * What somebody does in a room.
     *
     * @param says the message's text
     * @param answers the key of the entry that it quotes
     * @param edited when the text was changed to what it is now
     * @param before the text before that
     * @param deleted when the message was deleted
     * @param behalf whether it is said on behalf of the conversation's owner
     * @param note what is noted beside the conversation for staff only
     * @param adds who is added to the room
     * @param does anything else
     */
    record Deed(
            @Nullable String says,
            @Nullable String answers,
            @Nullable String edited,
            @Nullable String before,
            @Nullable String deleted,
            @Nullable Boolean behalf,
            @Nullable String note,
            @Nullable List<String> adds,
            @Nullable Act does) {}

    /** What needs no words. */
    enum Act {
        ACCEPT,
        LEAVE,
        CLOSE,
        CLAIM
    }

    /** An entry of the log. */
    record Entry(String key, String at, String who, Object value) {

        static Entry of(Map<String, Object> written) {
            Map.Entry<String, Object> one = written.entrySet().iterator().next();
            int space = one.getKey().lastIndexOf(' ');
            return new Entry(
                    one.getKey(), one.getKey().substring(0, space), one.getKey().substring(space + 1), one.getValue());
        }
    }

    List<Entry> entries() {
        return log.stream().map(Entry::of).toList();
    }

    /** Who has the room open just before an entry: who writes it, and those who see nothing from it on. */
    Set<String> lookingAt(int entry, String writer) {
        Set<String> looking = new LinkedHashSet<>(Set.of(writer));
        if (unread != null) {
            unread.keySet().stream()
                    .filter(word -> unseenFrom(word) == entry)
                    .sorted()
                    .forEach(looking::add);
        }
        return looking;
    }

    /** From which entry on this person has seen nothing. */
    int unseenFrom(String word) {
        return unread == null ? log.size() : log.size() - unread.getOrDefault(word, 0);
    }
}
