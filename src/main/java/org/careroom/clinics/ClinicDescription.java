package org.careroom.clinics;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.careroom.shared.Checked;
import org.careroom.shared.Digest;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic's administrators set about it (product 6).
 *
 * @param slug its part of the patients' address {@code /w/{slug}}: small letters, digits and single hyphens
 * @param zone in which its opening hours are meant
 * @param terms what callers agree to; empty when they are asked nothing
 * @param support what to do when something does not work, shown to callers
 * @param emergencyNumber shown to callers; may be empty
 * @param showsPosition whether callers see their place in the queue
 * @param confirmsJoin whether Join asks first, by the caller's name
 * @param patienceMinutes how long a place is kept for a caller whose browser is gone
 * @param retentionHours how long after a consultation its names are kept; 0: not at all
 */
public record ClinicDescription(
        String name,
        String slug,
        ZoneId zone,
        boolean waitingAreaOn,
        String terms,
        String support,
        String emergencyNumber,
        boolean showsPosition,
        boolean confirmsJoin,
        int patienceMinutes,
        int retentionHours) {

    /** How long a place is kept where nobody has set it (issue of the clinics). */
    public static final int PATIENCE_MINUTES = 10;

    /** Pages of ours have these addresses. */
    private static final Set<String> OURS = Set.of("new", "reports");

    static final int SLUG = 60;
    static final int TERMS = 4_000;
    static final int SUPPORT = 500;
    static final int NUMBER = 40;
    static final int LONGEST_PATIENCE_MINUTES = 120;
    static final int LONGEST_RETENTION_HOURS = 720;

    /** A new clinic as it begins: closed until somebody opens it, the names of its callers kept no longer than needed. */
    public static ClinicDescription beginning(String name, String slug, ZoneId zone) {
        return new ClinicDescription(name, slug, zone, false, "", "", "", true, false, PATIENCE_MINUTES, 0);
    }

    /**
     * The same with everything as it is stored.
     *
     * @throws Invalid at each field that cannot be taken
     */
    ClinicDescription checked() {
        Checked<String> checkedName = Checked.of(() -> PlainText.line("name", name, PlainText.NAME));
        Checked<String> checkedSlug = Checked.of(() -> slug("slug", slug));
        Checked<String> checkedTerms = Checked.of(() -> PlainText.blockOrEmpty("terms", terms, TERMS));
        Checked<String> checkedSupport = Checked.of(() -> PlainText.blockOrEmpty("support", support, SUPPORT));
        Checked<String> checkedNumber =
                Checked.of(() -> PlainText.lineOrEmpty("emergencyNumber", emergencyNumber, NUMBER));
        Checked<Integer> checkedPatience =
                Checked.of(() -> within("patienceMinutes", patienceMinutes, 1, LONGEST_PATIENCE_MINUTES));
        Checked<Integer> checkedRetention =
                Checked.of(() -> within("retentionHours", retentionHours, 0, LONGEST_RETENTION_HOURS));
        Checked.all(
                checkedName,
                checkedSlug,
                checkedTerms,
                checkedSupport,
                checkedNumber,
                checkedPatience,
                checkedRetention);
        return new ClinicDescription(
                checkedName.get(),
                checkedSlug.get(),
                zone,
                waitingAreaOn,
                checkedTerms.get(),
                checkedSupport.get(),
                checkedNumber.get(),
                showsPosition,
                confirmsJoin,
                checkedPatience.get(),
                checkedRetention.get());
    }

    /** What a change has to have seen. */
    public String digest() {
        return Digest.of(toString());
    }

    /** @throws Invalid at {@code field} when there is no such zone */
    public static ZoneId zone(String field, @Nullable String typed) {
        try {
            return ZoneId.of(typed == null ? "" : typed);
        } catch (DateTimeException none) {
            throw new Invalid(field, Reason.of("invalid.choice"));
        }
    }

    private static String slug(String field, @Nullable String typed) {
        String slug = PlainText.line(field, typed, SLUG).toLowerCase(Locale.ROOT);
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new Invalid(field, Reason.of("clinic.invalid.slug"));
        }
        if (OURS.contains(slug)) {
            throw new Invalid(field, Reason.of("clinic.slug.taken"));
        }
        return slug;
    }

    private static int within(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw new Invalid(field, Reason.of("clinic.invalid.between", least, most));
        }
        return number;
    }
}
