package org.careroom.clinics;

import java.util.UUID;
import org.careroom.calls.CallChanged;
import org.careroom.calls.DoorChanged;
import org.careroom.calls.PlaceKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many are inside a room shows on the pages of its clinic, and that somebody knocks. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RoomCalls {

    private final RoomStore rooms;
    private final WaitingNews news;

    RoomCalls(RoomStore rooms, WaitingNews news) {
        this.rooms = rooms;
        this.news = news;
    }

    @EventListener
    void on(CallChanged call) {
        tell(call.kind(), call.place());
    }

    @EventListener
    void on(DoorChanged door) {
        tell(door.kind(), door.place());
    }

    private void tell(PlaceKind kind, UUID place) {
        if (kind != PlaceKind.CONSULTATION) {
            rooms.find(new ClinicRoomId(place)).ifPresent(room -> news.rooms(room.clinic()));
        }
    }
}
