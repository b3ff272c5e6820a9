package org.careroom.site;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns what the modules throw into answers: not found and not allowed to know are the same 404, a refusal is a 403 that
 * says why, bad input a 400 that names its field. Forms catch {@link Invalid} themselves to show what was typed again.
 */
@ControllerAdvice
class ErrorAnswers {

    private final MessageSource messages;

    ErrorAnswers(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    Object notFound(NotFound notFound, ServletWebRequest request, Locale locale) {
        return answer(request, HttpStatus.NOT_FOUND, Map.of("error", "not found"), null);
    }

    @ExceptionHandler
    Object refused(Refused refused, ServletWebRequest request, Locale locale) {
        String why = text(refused.reason(), locale);
        return answer(
                request,
                HttpStatus.FORBIDDEN,
                Map.of("error", "refused", "reason", refused.reason().key(), "message", why),
                why);
    }

    @ExceptionHandler
    Object invalid(Invalid invalid, ServletWebRequest request, Locale locale) {
        String why = text(invalid.reason(), locale);
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                Map.of("error", "invalid", "field", invalid.field(), "message", why),
                why);
    }

    /** What the database cannot take, such as a NUL in something looked up, is bad input (PostgreSQL: class 22, data exception). */
    @ExceptionHandler
    Object unreadable(DataAccessException failed, ServletWebRequest request) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith("22")) {
                return answer(request, HttpStatus.BAD_REQUEST, Map.of("error", "invalid"), null);
            }
        }
        throw failed;
    }

    private Object answer(
            ServletWebRequest request, HttpStatus status, Map<String, String> json, @Nullable String why) {
        if (ErrorPage.wantsJson(request.getRequest())) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json);
        }
        ModelAndView page = new ModelAndView("error");
        page.addObject("status", status.value());
        page.addObject("why", why);
        page.setStatus(status);
        return page;
    }

    private String text(Reason reason, Locale locale) {
        return messages.getMessage(reason.key(), reason.arguments().toArray(), locale);
    }
}
