package org.careroom.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows a form again with what was typed and the error at its field (interface: bad input). */
@Component
public class Forms {

    private final Words words;

    Forms(Words words) {
        this.words = words;
    }

    /** The same view with status 400; it finds the sentence in {@code errors} under the field's name. */
    public String again(String view, Model model, Invalid invalid, HttpServletResponse response) {
        model.addAttribute("errors", Map.of(invalid.field(), Objects.requireNonNull(words.of(invalid.reason()))));
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return view;
    }
}
