package org.careroom.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.careroom.people.PageRequests;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** Writes an error's page, or its JSON when that is asked for, where no controller can any more. */
@Component
class ErrorPage {

    private final ViewResolver thymeleafViewResolver;
    private final JsonMapper json;

    ErrorPage(ViewResolver thymeleafViewResolver, JsonMapper json) {
        this.thymeleafViewResolver = thymeleafViewResolver;
        this.json = json;
    }

    void write(HttpStatus status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (PageRequests.wantsJson(request)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getWriter(), Map.of("error", status.getReasonPhrase()));
            return;
        }
        try {
            View page = thymeleafViewResolver.resolveViewName("error", Locale.ENGLISH);
            if (page != null) {
                page.render(Map.of("status", status.value()), request, response);
            }
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("The error page cannot be written", failed);
        }
    }
}
