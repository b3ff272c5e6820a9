package org.careroom.organizations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.careroom.organizations.SignUps;
import org.careroom.people.ClientAddress;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Person;
import org.careroom.people.TooManyAttempts;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asking to join an organization, and the page of those who wait (product 1). */
@Controller
class SignUpController {

    private static final String VIEW = "organizations/signup";

    private final SignUps signUps;
    private final CurrentPerson currentPerson;
    private final ClientAddress addresses;
    private final Forms forms;

    SignUpController(SignUps signUps, CurrentPerson currentPerson, ClientAddress addresses, Forms forms) {
        this.signUps = signUps;
        this.currentPerson = currentPerson;
        this.addresses = addresses;
        this.forms = forms;
    }

    record SignUpForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String code) {

        @Override
        public String toString() {
            return "SignUpForm";
        }
    }

    @GetMapping("/signup")
    String page(Model model, HttpServletRequest request) {
        return show(new SignUpForm("", "", "", ""), model, request);
    }

    @PostMapping("/signup")
    String ask(SignUpForm form, Locale locale, Model model, HttpServletRequest request, HttpServletResponse response) {
        Person who = currentPerson.of(request).orElse(null);
        String address = addresses.of(request);
        try {
            if (who == null) {
                signUps.ask(form.name(), form.email(), form.password(), form.code(), locale, address);
            } else {
                signUps.ask(who, form.code(), address);
            }
        } catch (DataIntegrityViolationException askedTwiceAtOnce) {
            return "redirect:/signup?asked";
        } catch (TooManyAttempts tooMany) {
            tooMany.answer(response);
            model.addAttribute("tooMany", tooMany.reason());
            return show(form, model, request);
        } catch (Invalid invalid) {
            return forms.again(show(form, model, request), model, invalid, response);
        }
        return "redirect:/signup?asked";
    }

    /** What somebody sees who is an active member nowhere: nothing of any organization, not even its name. */
    @GetMapping("/waiting")
    String waiting(Person who) {
        return signUps.isWaiting(who) ? "organizations/waiting" : "redirect:/";
    }

    private String show(SignUpForm form, Model model, HttpServletRequest request) {
        model.addAttribute("form", form);
        model.addAttribute("who", currentPerson.of(request).orElse(null));
        return VIEW;
    }
}
