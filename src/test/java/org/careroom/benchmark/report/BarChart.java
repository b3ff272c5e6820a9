package org.careroom.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lying bars with their figures, all from zero on one scale; the goal as a dashed line. */
public final class BarChart {

    /** Whose figure a bar shows. */
    public enum Whose {
        OURS,
        MARK,
        LIMIT
    }

    private record Bar(String name, double value, Whose whose) {}

    private static final int LEFT = 300;
    private static final int RIGHT = 90;
    private static final int TOP = 44;
    private static final int ROW = 30;

    private final String title;
    private final String unit;
    private final double goal;
    private final List<Bar> bars = new ArrayList<>();

    /** @param goal what is to be reached, in the unit; 0 when there is none */
    public BarChart(String title, String unit, double goal) {
        this.title = title;
        this.unit = unit;
        this.goal = goal;
    }

    public BarChart bar(String name, double value, Whose whose) {
        if (!Double.isNaN(value)) {
            bars.add(new Bar(name, value, whose));
        }
        return this;
    }

    public String svg() {
        double most = Math.max(goal, bars.stream().mapToDouble(Bar::value).max().orElse(1));
        double scale = (Drawing.WIDTH - LEFT - RIGHT) / Math.max(most, 1e-9);
        int height = TOP + bars.size() * ROW + 24;
        Drawing drawing = new Drawing().text(0, 18, "title", title + " (" + unit + ")");
        if (goal > 0) {
            double x = LEFT + goal * scale;
            drawing.line(x, TOP - 6, x, height - 20, "reach")
                    .text(x, height - 6, "quiet middle", "to reach: " + Numbers.short3(goal));
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = TOP + i * ROW;
            double width = Math.max(1, bar.value * scale);
            drawing.text(LEFT - 8, y + 15, "end", bar.name)
                    .bar(LEFT, y, width, ROW - 9, bar.whose.name().toLowerCase(Locale.ROOT))
                    .text(LEFT + width + 6, y + 15, "", Numbers.short3(bar.value));
        }
        return drawing.svg(title, height);
    }
}
