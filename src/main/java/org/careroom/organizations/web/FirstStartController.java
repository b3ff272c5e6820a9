package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.careroom.organizations.FirstStart;
import org.careroom.people.PersonId;
import org.careroom.people.SignIn;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The page behind the link that the first start logs. */
@Controller
class FirstStartController {

    private static final String VIEW = "organizations/setup";

    private final FirstStart firstStart;
    private final SignIn signIn;
    private final Forms forms;

    FirstStartController(FirstStart firstStart, SignIn signIn, Forms forms) {
        this.firstStart = firstStart;
        this.signIn = signIn;
        this.forms = forms;
    }

    record SetUpForm(
            @Nullable String organization,
            @Nullable String name,
            @Nullable String email,
            @Nullable String password) {

        @Override
        public String toString() {
            return "SetUpForm";
        }
    }

    @GetMapping("/setup/{token}")
    String page(@PathVariable String token, Model model) {
        firstStart.requireOpen(token);
        model.addAttribute("token", token);
        model.addAttribute("form", new SetUpForm("", "", "", ""));
        return VIEW;
    }

    @PostMapping("/setup/{token}")
    String setUp(
            @PathVariable String token,
            SetUpForm form,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            PersonId admin =
                    firstStart.setUp(token, form.organization(), form.name(), form.email(), form.password(), locale);
            signIn.as(admin, request, response);
            return "redirect:/settings/team/invitations";
        } catch (Invalid invalid) {
            model.addAttribute("token", token);
            model.addAttribute("form", form);
            return forms.again(VIEW, model, invalid, response);
        }
    }

    /** Used, expired or made up: all look alike. */
    @ExceptionHandler(NotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String closed() {
        return "organizations/setup-closed";
    }
}
