package org.careroom.people.web;

import org.careroom.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Keys and pointer on an open page keep its person signed in (product 1: idle log-off); the request itself does it. */
@Controller
class GestureController {

    @PostMapping("/gesture")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gesture(Person who) {}
}
