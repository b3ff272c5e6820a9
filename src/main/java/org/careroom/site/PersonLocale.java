package org.careroom.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Person;
import org.careroom.people.Profiles;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/** Pages speak the language of the person's profile and show times in its zone; to strangers the browser's language and zone. */
@Component("localeResolver")
class PersonLocale implements LocaleContextResolver {

    private static final String BROWSERS_ZONE = "careroom-zone";

    private final CurrentPerson currentPerson;
    private final AcceptHeaderLocaleResolver strangers = new AcceptHeaderLocaleResolver();

    PersonLocale(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
        strangers.setSupportedLocales(Profiles.LANGUAGES);
        strangers.setDefaultLocale(Locale.ENGLISH);
    }

    /** Asks who it is only when a page needs words or times: a file does not. */
    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new TimeZoneAwareLocaleContext() {
            @Override
            public Locale getLocale() {
                return currentPerson.of(request).map(Person::locale).orElseGet(() -> strangers.resolveLocale(request));
            }

            @Override
            public TimeZone getTimeZone() {
                return TimeZone.getTimeZone(
                        currentPerson.of(request).map(Person::zone).orElseGet(() -> ofBrowser(request)));
            }
        };
    }

    /** As the page's script has noted it; the server's own where there is none, or none that is known here. */
    private static ZoneId ofBrowser(HttpServletRequest request) {
        Cookie noted = WebUtils.getCookie(request, BROWSERS_ZONE);
        try {
            return noted == null
                    ? ZoneId.systemDefault()
                    : ZoneId.of(URLDecoder.decode(noted.getValue(), StandardCharsets.UTF_8));
        } catch (DateTimeException | IllegalArgumentException unknown) {
            return ZoneId.systemDefault();
        }
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale locale = resolveLocaleContext(request).getLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("The language is set in the person's profile.");
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        setLocaleContext(request, response, null);
    }
}
