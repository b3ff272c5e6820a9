package org.careroom.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a {@link Reason} in the reader's language; templates know it as {@code @words}. */
@Component("words")
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence in the language of the request that is being answered; null stays null. */
    public @Nullable String of(@Nullable Reason reason) {
        return reason == null ? null : of(reason, LocaleContextHolder.getLocale());
    }

    public String of(Reason reason, Locale locale) {
        return messages.getMessage(reason.key(), arguments(reason, locale), locale);
    }

    /**
     * The next best step in the language of the request that is being answered; null where the bundle has none, or where it
     * names people that only a room's panel knows.
     */
    public @Nullable String next(Reason reason) {
        Locale locale = LocaleContextHolder.getLocale();
        Object[] arguments = arguments(reason, locale);
        String next = messages.getMessage(reason.key() + ".next", arguments, null, locale);
        return arguments.length == 0 && next != null && next.contains("{0}") ? null : next;
    }

    private Object[] arguments(Reason reason, Locale locale) {
        return reason.arguments().stream()
                .map(argument -> argument instanceof Reason inner ? of(inner, locale) : argument)
                .toArray();
    }
}
