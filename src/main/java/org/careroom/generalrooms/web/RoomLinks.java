package org.careroom.generalrooms.web;

import org.careroom.generalrooms.MadeRoom;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Where people were added: on to the room, or first to the links for those who have no account, which are told only once. */
final class RoomLinks {

    private RoomLinks() {}

    static ModelAndView orRoom(MadeRoom made) {
        if (!made.invited().isEmpty()) {
            return new ModelAndView("generalrooms/links").addObject("made", made);
        }
        ModelAndView room = new ModelAndView("redirect:/rooms/" + made.room());
        room.setStatus(HttpStatus.SEE_OTHER);
        return room;
    }
}
