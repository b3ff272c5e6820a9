package org.careroom.messaging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message's details.
 *
 * @param earlier the texts it had before its edits, oldest first; none of a deleted message
 * @param watched whether who asks may see who has read it
 * @param readers everybody in the room but its author: those who have read it first; none where they may not be seen
 */
public record MessageReaders(MessageView message, List<EarlierText> earlier, boolean watched, List<Reader> readers) {

    /**
     * Somebody in the room.
     *
     * @param readAt when they read up to the message or further, or null when they have not
     */
    public record Reader(String name, @Nullable Instant readAt) implements Comparable<Reader> {

        private static final Comparator<Reader> READ_FIRST = Comparator.comparing(
                        Reader::readAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Reader::name);

        @Override
        public int compareTo(Reader other) {
            return READ_FIRST.compare(this, other);
        }
    }
}
