package org.careroom.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Invitations;
import org.careroom.people.OpenInvitation;
import org.careroom.people.Person;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Where an invitation is answered: by whoever is signed in with the invited address, by opening an account for it, or by
 * signing in first.
 */
@Controller
class InvitationController {

    private static final String VIEW = "people/invitation";

    private final Invitations invitations;
    private final CurrentPerson currentPerson;
    private final SignIn signIn;
    private final Forms forms;

    InvitationController(Invitations invitations, CurrentPerson currentPerson, SignIn signIn, Forms forms) {
        this.invitations = invitations;
        this.currentPerson = currentPerson;
        this.signIn = signIn;
        this.forms = forms;
    }

    @GetMapping("/invitations/{token}")
    String page(@PathVariable String token, Model model, HttpServletRequest request) {
        return show(token, null, model, request);
    }

    /** The security chain lets nobody get here before they have signed in, and brings them back here after it. */
    @GetMapping("/invitations/{token}/signed-in")
    String signedIn(@PathVariable String token, Person who) {
        return "redirect:/invitations/{token}";
    }

    @PostMapping("/invitations/{token}/accept")
    String accept(@PathVariable String token, Person who) {
        return "redirect:" + invitations.accept(who, token);
    }

    @PostMapping("/invitations/{token}")
    String acceptNew(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Invitations.Accepted accepted = invitations.acceptNew(token, name, password, locale);
            signIn.as(accepted.person(), request, response);
            return "redirect:" + accepted.address();
        } catch (Invalid invalid) {
            return forms.again(show(token, name, model, request), model, invalid, response);
        }
    }

    @PostMapping("/invitations/{token}/decline")
    String decline(@PathVariable String token, HttpServletRequest request) {
        invitations.decline(token);
        return currentPerson.of(request).isPresent() ? "redirect:/" : "redirect:/login?declined";
    }

    @ExceptionHandler(NotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String closed() {
        return "people/invitation-closed";
    }

    private String show(String token, @Nullable String typedName, Model model, HttpServletRequest request) {
        OpenInvitation invitation = invitations.open(token);
        Person who = currentPerson.of(request).orElse(null);
        model.addAttribute("token", token);
        model.addAttribute("invitation", invitation);
        model.addAttribute("name", Objects.requireNonNullElse(typedName, invitation.name()));
        model.addAttribute("who", who);
        model.addAttribute("mine", who != null && who.email().equals(invitation.email()));
        return VIEW;
    }
}
