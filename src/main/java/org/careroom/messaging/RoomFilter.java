package org.careroom.messaging;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * Which of a person's rooms are listed.
 *
 * @param open open rooms, or the closed ones
 * @param search what the room's name or the name of somebody in it holds; empty for all
 * @param after the last room of the page before, or null for the first page
 */
public record RoomFilter(
        boolean open, String search, @Nullable Key after) {

    public static final RoomFilter OPEN = new RoomFilter(true, "", null);

    /** Where a room stands in the list. */
    public record Key(Instant lastActivity, UUID room) {

        /** @throws NotFound when the text is no such key */
        public static Key of(String text) {
            String[] parts = text.split("_", 2);
            try {
                return new Key(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOne) {
                throw new NotFound();
            }
        }

        @Override
        public String toString() {
            return lastActivity + "_" + room;
        }
    }
}
