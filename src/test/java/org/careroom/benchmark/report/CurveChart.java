package org.careroom.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Latency by share of all, both axes logarithmic: 50 %, 90 %, 99 %, 99.9 % of all are at most so many milliseconds. */
public final class CurveChart {

    private record Curve(String name, DoubleUnaryOperator millis) {}

    private static final int LEFT = 60;
    private static final int RIGHT = 20;
    private static final int TOP = 44;
    private static final int PLOT = 280;
    private static final double[] SHARES = {0, 0.5, 0.9, 0.99, 0.999};
    private static final String[] NAMES = {"fastest", "50 %", "90 %", "99 %", "99.9 %"};
    private static final double LAST = 3.0;
    private static final int STEPS = 60;

    private final String title;
    private final List<Curve> curves = new ArrayList<>();

    public CurveChart(String title) {
        this.title = title;
    }

    /** @param millis the latency that a share of all, 0 to 1, does not exceed */
    public CurveChart curve(String name, DoubleUnaryOperator millis) {
        curves.add(new Curve(name, millis));
        return this;
    }

    public String svg() {
        double low = floor(curves.stream()
                .mapToDouble(c -> c.millis.applyAsDouble(0))
                .min()
                .orElse(1));
        double high = ceiling(curves.stream()
                .mapToDouble(c -> c.millis.applyAsDouble(0.999))
                .max()
                .orElse(10));
        Drawing drawing = new Drawing().text(0, 18, "title", title + " (ms)");
        for (double value = low; value <= high * 1.01; value *= 10) {
            double y = y(value, low, high);
            drawing.line(LEFT, y, Drawing.WIDTH - RIGHT, y, "grid")
                    .text(LEFT - 8, y + 4, "quiet end", Numbers.short3(value));
        }
        for (int i = 0; i < SHARES.length; i++) {
            double x = x(decades(SHARES[i]));
            drawing.line(x, TOP, x, TOP + PLOT, "grid")
                    .text(x, TOP + PLOT + 18, i == SHARES.length - 1 ? "quiet end" : "quiet middle", NAMES[i]);
        }
        for (int i = 0; i < curves.size(); i++) {
            double y = TOP + PLOT + 44 + i * 20;
            drawing.curve(points(curves.get(i), low, high), "c" + i % 5)
                    .line(LEFT, y - 4, LEFT + 24, y - 4, "curve c" + i % 5)
                    .text(LEFT + 32, y, "", curves.get(i).name);
        }
        return drawing.svg(title, TOP + PLOT + 40 + curves.size() * 20);
    }

    private static String points(Curve curve, double low, double high) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i <= STEPS; i++) {
            double decades = LAST * i / STEPS;
            double millis = curve.millis.applyAsDouble(1 - Math.pow(10, -decades));
            points.append(Numbers.place(x(decades)))
                    .append(',')
                    .append(Numbers.place(y(Math.max(low, millis), low, high)))
                    .append(' ');
        }
        return points.toString().strip();
    }

    /** How many nines: 0 for none, 1 for 90 %, 2 for 99 %. */
    private static double decades(double share) {
        return -Math.log10(1 - share);
    }

    private static double x(double decades) {
        return LEFT + (Drawing.WIDTH - LEFT - RIGHT) * decades / LAST;
    }

    private static double y(double millis, double low, double high) {
        return TOP + PLOT - PLOT * Math.log10(millis / low) / Math.log10(high / low);
    }

    private static double floor(double value) {
        return Math.pow(10, Math.floor(Math.log10(Math.max(0.1, value))));
    }

    private static double ceiling(double value) {
        return Math.pow(10, Math.ceil(Math.log10(Math.max(1, value) * 1.0001)));
    }
}
