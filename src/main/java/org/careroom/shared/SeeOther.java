package org.careroom.shared;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** The answer to a form that was taken: look at another page (RFC 9110, 303). */
public final class SeeOther {

    private SeeOther() {}

    public static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    /** The same where the answer may also be a page. */
    public static ModelAndView view(String address) {
        ModelAndView view = new ModelAndView("redirect:" + address);
        view.setStatus(HttpStatus.SEE_OTHER);
        return view;
    }
}
