package org.careroom.generalrooms;

import java.util.List;
import org.careroom.messaging.RoomId;
import org.careroom.people.IssuedInvitation;

/**
 * A room to which people were added.
 *
 * @param invited the links for those who are asked by one; they can be told only now
 */
public record MadeRoom(RoomId room, List<IssuedInvitation> invited) {}
