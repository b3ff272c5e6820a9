package org.careroom.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets nobody post more than {@value #MOST_AT_ONCE} messages at the same time, which no page does: one script could keep all
 * connections to the database busy otherwise. The next one too many is answered 429 (RFC 6585, 4).
 */
@Component
class PostingLimit implements HandlerInterceptor, WebMvcConfigurer {

    static final int MOST_AT_ONCE = 4;

    private static final String RETRY_AFTER_SECONDS = "1";
    private static final String COUNTED = PostingLimit.class.getName();

    private final CurrentPerson currentPerson;
    private final Map<PersonId, Integer> posting = new ConcurrentHashMap<>();

    PostingLimit(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/rooms/{id}/messages");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!"POST".equals(request.getMethod()) || request.getAttribute(COUNTED) != null) {
            return true;
        }
        PersonId person = currentPerson.of(request).map(Person::id).orElse(null);
        if (person == null) {
            return true;
        }
        if (posting.merge(person, 1, Integer::sum) > MOST_AT_ONCE) {
            end(person);
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            return false;
        }
        request.setAttribute(COUNTED, person);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @org.jspecify.annotations.Nullable Exception failed) {
        if (request.getAttribute(COUNTED) instanceof PersonId person) {
            request.removeAttribute(COUNTED);
            end(person);
        }
    }

    private void end(PersonId person) {
        posting.computeIfPresent(person, (who, before) -> before == 1 ? null : before - 1);
    }
}
