package org.careroom.cases.web;

import java.util.Arrays;
import java.util.Map;
import org.careroom.cases.CaseId;
import org.careroom.cases.CaseRequests;
import org.careroom.cases.RequestId;
import org.careroom.cases.SeenUpdates;
import org.careroom.messaging.Reading;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomId;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.SeeOther;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What follower rooms add to the pages of rooms: asking the admins of the case for what one cannot do oneself, their
 * answer, and who has seen the case's updates.
 */
@Controller
class FollowerRoomController {

    private final CaseRequests requests;
    private final SeenUpdates seenUpdates;

    FollowerRoomController(CaseRequests requests, SeenUpdates seenUpdates) {
        this.requests = requests;
        this.seenUpdates = seenUpdates;
    }

    @GetMapping(path = "/rooms/{id}/seen", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<Long, Reading.Seen> seen(Person who, @PathVariable String id, @RequestParam(defaultValue = "0") long from) {
        return seenUpdates.from(who, RoomId.of(id), from);
    }

    @PostMapping("/rooms/{id}/requests")
    ResponseEntity<Void> ask(Person who, @PathVariable String id, @RequestParam(defaultValue = "") String action) {
        requests.ask(who, RoomId.of(id), action(action));
        return SeeOther.to("/rooms/" + id + "?details=true");
    }

    private static RoomAction action(String typed) {
        return Arrays.stream(RoomAction.values())
                .filter(action -> action.name().equals(typed))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/cases/{id}/requests/{request}/answer")
    ResponseEntity<Void> answer(Person who, @PathVariable String id, @PathVariable String request) {
        requests.answer(who, CaseId.of(id), RequestId.of(request));
        return SeeOther.to("/cases/" + id + "/permissions");
    }
}
