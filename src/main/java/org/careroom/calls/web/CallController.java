package org.careroom.calls.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.careroom.calls.CallId;
import org.careroom.calls.CallPages;
import org.careroom.people.CurrentIdentity;
import org.careroom.people.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The call's screen, for people and guests. */
@Controller
class CallController {

    private final CallPages pages;
    private final CurrentIdentity current;

    CallController(CallPages pages, CurrentIdentity current) {
        this.pages = pages;
        this.current = current;
    }

    /** It is a document of its own, as leaving it must end camera and microphone: a boosted link is told to load it as a whole. */
    @GetMapping("/calls/{id}")
    @Nullable
    ModelAndView page(Identity who, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        CallPages.CallPage page = pages.of(who, CallId.of(id));
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", address(who, page.id()));
            return null;
        }
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView(page.ended() ? "calls/ended" : "calls/call", Map.of("call", page, "who", who));
    }

    /** A guest's address whose cookie is worth nothing any more is no reason to ask them to sign in. */
    @GetMapping(path = "/calls/{id}", params = CurrentIdentity.AS)
    @Nullable
    ModelAndView guests(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Identity who = current.of(request).orElse(null);
        if (who == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return new ModelAndView("calls/over");
        }
        return page(who, id, request, response);
    }

    /** A guest's address says as whom, since one browser may be several. */
    private static String address(Identity who, CallId call) {
        return "/calls/" + call + (who.guest() == null ? "" : "?as=" + who.id());
    }
}
