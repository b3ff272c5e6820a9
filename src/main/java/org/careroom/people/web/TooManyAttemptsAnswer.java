package org.careroom.people.web;

import jakarta.servlet.http.HttpServletResponse;
import org.careroom.people.TooManyAttempts;
import org.careroom.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers too many attempts with 429, when the next one is free, and a page that says so. */
@ControllerAdvice
class TooManyAttemptsAnswer {

    private final Words words;

    TooManyAttemptsAnswer(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    String tooMany(TooManyAttempts tooMany, Model model, HttpServletResponse response) {
        tooMany.answer(response);
        model.addAttribute("status", HttpStatus.TOO_MANY_REQUESTS.value());
        model.addAttribute("why", words.of(tooMany.reason()));
        return "error";
    }
}
