package org.careroom.clinics;

import org.careroom.calls.Calls;
import org.careroom.calls.PlaceKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Both kinds of a clinic's rooms hold calls alike; what differs is in {@link RoomRules}. */
@Configuration(proxyBeanMethods = false)
class RoomPlaces {

    @Bean
    RoomPlace meetingRoomPlace(
            RoomStore rooms, LinkStore links, ClinicRepository clinics, ClinicDoor door, Calls calls) {
        return new RoomPlace(PlaceKind.MEETING_ROOM, rooms, links, clinics, door, calls);
    }

    @Bean
    RoomPlace userRoomPlace(RoomStore rooms, LinkStore links, ClinicRepository clinics, ClinicDoor door, Calls calls) {
        return new RoomPlace(PlaceKind.USER_ROOM, rooms, links, clinics, door, calls);
    }
}
