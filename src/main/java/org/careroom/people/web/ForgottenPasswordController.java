package org.careroom.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.careroom.people.ClientAddress;
import org.careroom.people.ForgottenPasswords;
import org.careroom.people.Letters;
import org.careroom.people.TooManyAttempts;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Asking for a link to set a new password, and setting it (product 1: "Forgotten password"). */
@Controller
class ForgottenPasswordController {

    private static final String ASKING = "people/forgotten-password";
    private static final String SETTING = "people/new-password";

    private final ForgottenPasswords passwords;
    private final ClientAddress addresses;
    private final Letters letters;
    private final Forms forms;

    ForgottenPasswordController(ForgottenPasswords passwords, ClientAddress addresses, Letters letters, Forms forms) {
        this.passwords = passwords;
        this.addresses = addresses;
        this.letters = letters;
        this.forms = forms;
    }

    /** Where no mail is sent the page says at once whom to ask. */
    @ModelAttribute("mailed")
    boolean mailed() {
        return letters.sent();
    }

    @GetMapping("/password/forgotten")
    String page() {
        return ASKING;
    }

    /** The answer is the same for every address, so that nobody learns whose have accounts. */
    @PostMapping("/password/forgotten")
    String ask(
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            passwords.ask(email, addresses.of(request));
            return "redirect:/password/forgotten?asked";
        } catch (TooManyAttempts tooMany) {
            tooMany.answer(response);
            model.addAttribute("tooMany", tooMany.reason());
            model.addAttribute("email", email);
            return ASKING;
        }
    }

    @GetMapping("/password/{token}")
    String form(@PathVariable String token, Model model) {
        passwords.requireOpen(token);
        model.addAttribute("token", token);
        return SETTING;
    }

    @PostMapping("/password/{token}")
    String set(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response) {
        try {
            passwords.set(token, password);
            return "redirect:/login?password-set";
        } catch (Invalid invalid) {
            model.addAttribute("token", token);
            return forms.again(SETTING, model, invalid, response);
        }
    }

    /** Used, expired or made up: all look alike. */
    @ExceptionHandler(NotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String closed() {
        return "people/new-password-closed";
    }
}
