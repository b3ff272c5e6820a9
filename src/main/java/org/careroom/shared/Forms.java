package org.careroom.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows a form again with what was typed and the error at each field (interface: bad input). */
@Component
public class Forms {

    private final Words words;

    Forms(Words words) {
        this.words = words;
    }

    /** The same view with status 400; it finds the sentences in {@code errors} under the fields' names. */
    public String again(String view, Model model, Invalid invalid, HttpServletResponse response) {
        model.addAttribute("errors", errors(invalid));
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return view;
    }

    /** The sentences in the language of the request that is being answered. */
    public FormErrors errors(Invalid invalid) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, String> sentences = new LinkedHashMap<>();
        invalid.wrong().forEach((field, reason) -> sentences.put(field, words.of(reason, locale)));
        return new FormErrors(sentences);
    }
}
