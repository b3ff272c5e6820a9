package org.careroom.messaging;

import java.util.List;

/**
 * A reply on behalf of a room's owner, shown before it is sent (product 5: "a confirmation screen shows the text, in whose
 * name it goes and who will read it").
 *
 * @param readers the names of those in the room, the writer left out
 * @param newer what was written since the writer began: the reply is sent knowing these
 */
public record ReplyPreview(
        RoomId room, NewMessage reply, String writer, String owner, List<String> readers, History newer) {}
