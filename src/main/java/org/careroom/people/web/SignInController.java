package org.careroom.people.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page; the form itself is answered by the security chain. */
@Controller
class SignInController {

    @GetMapping("/login")
    String page() {
        return "people/login";
    }
}
