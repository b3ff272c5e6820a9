package org.careroom.site;

import java.sql.SQLException;
import java.util.Map;
import org.careroom.people.PageRequests;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.careroom.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
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

    private final Words words;

    ErrorAnswers(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    Object notFound(NotFound notFound, ServletWebRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, Map.of("error", "not found"), null);
    }

    @ExceptionHandler
    Object refused(Refused refused, ServletWebRequest request) {
        Reason reason = refused.reason();
        Object answer = answer(
                request,
                HttpStatus.FORBIDDEN,
                Map.of("error", "refused", "reason", reason.key(), "message", text(reason)),
                reason);
        if (answer instanceof ModelAndView page) {
            page.addObject("remedy", refused.remedy());
        }
        return answer;
    }

    @ExceptionHandler
    Object invalid(Invalid invalid, ServletWebRequest request) {
        Reason reason = invalid.reason();
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                Map.of("error", "invalid", "field", invalid.field(), "message", text(reason)),
                reason);
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
            ServletWebRequest request, HttpStatus status, Map<String, String> json, @Nullable Reason reason) {
        if (PageRequests.wantsJson(request.getRequest())) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json);
        }
        ModelAndView page = new ModelAndView("error");
        page.addObject("status", status.value());
        page.addObject("why", words.of(reason));
        page.addObject("next", reason == null ? null : words.next(reason));
        page.setStatus(status);
        return page;
    }

    private String text(Reason reason) {
        return words.of(reason, LocaleContextHolder.getLocale());
    }
}
