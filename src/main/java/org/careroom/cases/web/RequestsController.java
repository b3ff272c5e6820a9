package org.careroom.cases.web;

import java.util.Arrays;
import org.careroom.cases.CaseId;
import org.careroom.cases.CaseRequests;
import org.careroom.cases.RequestId;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomId;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.careroom.shared.SeeOther;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A follower asks the admins of the case for what they cannot do themselves; an admin says that it is done. */
@Controller
class RequestsController {

    private final CaseRequests requests;

    RequestsController(CaseRequests requests) {
        this.requests = requests;
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
