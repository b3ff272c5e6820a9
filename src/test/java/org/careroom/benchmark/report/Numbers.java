package org.careroom.benchmark.report;

import java.util.Locale;

/** Figures as people read them, the same on every machine. */
public final class Numbers {

    private Numbers() {}

    /** With separated thousands and no decimals. */
    public static String whole(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,.0f", value);
    }

    /** Three digits that count: 0.42, 4.2, 42.0, 420. */
    public static String short3(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        int decimals = Math.abs(value) < 1 ? 2 : Math.abs(value) < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** For a place in a drawing. */
    static String place(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
