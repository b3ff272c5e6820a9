package org.careroom.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.careroom.people.DemonstrationAccounts;
import org.careroom.people.DemonstrationAccounts.DemonstrationAccount;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.SignIn;
import org.careroom.people.SignInForm;
import org.careroom.shared.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; the form itself is answered by the security chain, which forwards here to show it again. */
@Controller
class SignInController {

    private final ObjectProvider<DemonstrationAccounts> demonstration;
    private final People people;
    private final SignIn signIn;
    private final RequestCache wanted;

    SignInController(
            ObjectProvider<DemonstrationAccounts> demonstration, People people, SignIn signIn, RequestCache wanted) {
        this.demonstration = demonstration;
        this.people = people;
        this.signIn = signIn;
        this.wanted = wanted;
    }

    /** None with a real database. */
    @ModelAttribute("demonstrationAccounts")
    List<DemonstrationAccount> demonstrationAccounts() {
        DemonstrationAccounts known = demonstration.getIfAvailable();
        return known == null ? List.of() : known.accounts();
    }

    @GetMapping("/login")
    String page(@RequestParam(defaultValue = "") String email, Model model) {
        model.addAttribute("email", email);
        return "people/login";
    }

    @PostMapping("/login/refused")
    String refused(
            @RequestAttribute(name = SignInForm.FAILURE, required = false) Exception failure,
            @RequestParam(name = "username", defaultValue = "") String email,
            Model model) {
        if (failure == null) {
            throw new NotFound();
        }
        model.addAttribute("email", email);
        model.addAttribute("failure", SignInForm.reason(failure));
        return "people/login";
    }

    /** Signs in as one of the demonstration's accounts without its password; there is no such thing elsewhere. */
    @PostMapping("/login/demonstration")
    String demonstration(@RequestParam String email, HttpServletRequest request, HttpServletResponse response) {
        Person person = demonstrationAccounts().stream()
                .filter(account -> account.email().equals(email))
                .findFirst()
                .flatMap(account -> people.findByEmail(account.email()))
                .orElseThrow(NotFound::new);
        signIn.as(person.id(), request, response);
        SavedRequest page = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        return "redirect:" + (page == null ? "/" : page.getRedirectUrl());
    }
}
