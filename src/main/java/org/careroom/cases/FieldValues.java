package org.careroom.cases;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careroom.messaging.Value;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.careroom.workflows.FieldType;

/**
 * How what people type into a field is kept, and how what is kept is shown. Kept are: numbers as plain decimals, dates and
 * times as in ISO 8601, moments as instants in UTC, yes and no as {@code true} and {@code false}, several choices one a line.
 */
final class FieldValues {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NUMBER = 30;
    /** Some write 150,000 for a hundred and fifty thousand, others 150.000; each may mean a hundred and fifty too. */
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2}[,.][0-9]{3}");

    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 ()./-]{3,40}(( x| ext\\.? ?)[0-9]{1,8})?");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private FieldValues() {}

    /**
     * What is kept of what was typed, or chosen.
     *
     * @param at the form's field, for what is wrong
     * @param typed several only of choose many
     * @param who typed it: in their zone a date and time was meant, and in their language a number
     * @throws Invalid at {@code at}
     */
    static String kept(String at, FieldType type, List<String> choices, List<String> typed, Person who) {
        if (type == FieldType.CHOOSE_MANY) {
            return several(at, choices, typed);
        }
        String one = typed.isEmpty() ? "" : typed.get(typed.size() - 1);
        if (type == FieldType.LONG_TEXT) {
            return PlainText.blockOrEmpty(at, one, LONGEST_TEXT);
        }
        String text = PlainText.lineOrEmpty(at, one, LONGEST_LINE);
        return text.isEmpty() ? "" : line(at, type, choices, text, who);
    }

    private static String line(String at, FieldType type, List<String> choices, String text, Person who) {
        try {
            return switch (type) {
                case TEXT, LONG_TEXT, CHOOSE_MANY -> text;
                case NUMBER -> number(at, text, who);
                case DATE -> LocalDate.parse(text).toString();
                case TIME ->
                    LocalTime.parse(text.length() == 4 ? "0" + text : text).format(MINUTES);
                case DATE_TIME -> moment(text, who.zone());
                case YES_NO -> yesOrNo(at, text);
                case CHOOSE_ONE -> chosen(at, choices, text);
                case TELEPHONE -> telephone(at, text);
            };
        } catch (DateTimeException unreadable) {
            throw new Invalid(at, Reason.of("field.wrong." + type));
        }
    }

    /** What stands between thousands in the writer's language is asked about; the other is their decimal one. */
    private static String number(String at, String text, Person who) {
        try {
            if (THOUSANDS.matcher(text).matches() && text.indexOf(decimal(who)) < 0) {
                throw new Invalid(at, Reason.of("field.wrong.thousands"));
            }
            String plain = text.replace(',', '.');
            if (plain.length() > LONGEST_NUMBER || !plain.matches("[+-]?[0-9]*\\.?[0-9]+")) {
                throw new NumberFormatException(plain);
            }
            return new BigDecimal(plain).toPlainString();
        } catch (NumberFormatException none) {
            throw new Invalid(at, Reason.of("field.wrong.NUMBER"));
        }
    }

    /** The decimal separator of somebody's language, a point or a comma. */
    private static char decimal(Person who) {
        return DecimalFormatSymbols.getInstance(who.locale()).getDecimalSeparator() == ',' ? ',' : '.';
    }

    /** As an input of a browser writes it, without a zone, or with one as in ISO 8601. */
    private static String moment(String text, ZoneId zone) {
        String iso = text.replace(' ', 'T');
        Instant instant = iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(iso, Instant::from)
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
        if (instant.isBefore(Instant.parse("1900-01-01T00:00:00Z"))
                || instant.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
            throw new DateTimeException("out of reach");
        }
        return instant.toString();
    }

    private static String yesOrNo(String at, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "ja" -> "true";
            case "false", "no", "nein" -> "false";
            default -> throw new Invalid(at, Reason.of("field.wrong.YES_NO"));
        };
    }

    private static String chosen(String at, List<String> choices, String text) {
        return choices.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new Invalid(at, Reason.of("invalid.choice")));
    }

    private static String several(String at, List<String> choices, List<String> typed) {
        Set<String> wanted = new LinkedHashSet<>();
        typed.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .flatMap(one -> choices.stream().anyMatch(one::equalsIgnoreCase)
                        ? Stream.of(one)
                        : Arrays.stream(one.split("[;,]")).map(String::strip))
                .forEach(one -> wanted.add(chosen(at, choices, one)));
        return String.join("\n", choices.stream().filter(wanted::contains).toList());
    }

    private static String telephone(String at, String text) {
        if (!TELEPHONE.matcher(text).matches()) {
            throw new Invalid(at, Reason.of("field.wrong.TELEPHONE"));
        }
        return text;
    }

    /** How it is shown. */
    static Value shown(FieldType type, String kept) {
        return switch (type) {
            case DATE_TIME -> new Value(Value.Kind.MOMENT, kept);
            case DATE -> new Value(Value.Kind.DATE, kept);
            case YES_NO -> new Value(Value.Kind.YES_NO, kept);
            case CHOOSE_MANY -> new Value(Value.Kind.TEXT, kept.replace("\n", ", "));
            default -> new Value(Value.Kind.TEXT, kept);
        };
    }

    /** How an input of a form holds it; a moment in the reader's zone, to the minute. */
    static String typed(FieldType type, String kept, Person who) {
        return type == FieldType.DATE_TIME && !kept.isEmpty()
                ? LocalDateTime.ofInstant(Instant.parse(kept), who.zone())
                        .withSecond(0)
                        .withNano(0)
                        .toString()
                : exactly(type, kept, who);
    }

    /** What somebody types for this to be kept. */
    static String exactly(FieldType type, String kept, Person who) {
        return type == FieldType.NUMBER ? kept.replace('.', decimal(who)) : kept;
    }
}
