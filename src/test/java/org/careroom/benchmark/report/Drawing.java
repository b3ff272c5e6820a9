package org.careroom.benchmark.report;

/** An SVG that is legible on light and on dark pages: it has no ground of its own, and its colours follow the reader's. */
final class Drawing {

    static final int WIDTH = 760;

    private static final String STYLE = """
            text { font: 13px system-ui, sans-serif; fill: #1f2328 }
            .title { font-weight: 600; font-size: 15px }
            .quiet { fill: #59636e; font-size: 12px }
            .end { text-anchor: end }
            .middle { text-anchor: middle }
            .grid { stroke: #8b949e; stroke-opacity: .35 }
            .ours { fill: #0b6bcb }
            .mark { fill: #b35900 }
            .limit { fill: #7d8590 }
            .reach { stroke: #1a7f37; stroke-width: 2; stroke-dasharray: 4 3 }
            .curve { fill: none; stroke-width: 2.5; stroke-linejoin: round }
            .c0 { stroke: #0b6bcb } .c1 { stroke: #b35900 } .c2 { stroke: #1a7f37 } .c3 { stroke: #8250df } .c4 { stroke: #bf3989 }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3 }
              .quiet { fill: #9198a1 }
              .ours { fill: #58a6ff }
              .mark { fill: #f0883e }
              .limit { fill: #8b949e }
              .reach { stroke: #3fb950 }
              .c0 { stroke: #58a6ff } .c1 { stroke: #f0883e } .c2 { stroke: #3fb950 } .c3 { stroke: #bc8cff } .c4 { stroke: #f778ba }
            }
            """;

    private final StringBuilder shapes = new StringBuilder();

    Drawing text(double x, double y, String classes, String words) {
        String safe = words.replace("&", "&amp;").replace("<", "&lt;");
        shapes.append("<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>%n"
                .formatted(Numbers.place(x), Numbers.place(y), classes, safe));
        return this;
    }

    Drawing bar(double x, double y, double width, double height, String classes) {
        shapes.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" class=\"%s\"/>%n"
                .formatted(Numbers.place(x), Numbers.place(y), Numbers.place(width), Numbers.place(height), classes));
        return this;
    }

    Drawing line(double x1, double y1, double x2, double y2, String classes) {
        shapes.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>%n"
                .formatted(Numbers.place(x1), Numbers.place(y1), Numbers.place(x2), Numbers.place(y2), classes));
        return this;
    }

    Drawing curve(String points, String classes) {
        shapes.append("<polyline points=\"%s\" class=\"curve %s\"/>%n".formatted(points, classes));
        return this;
    }

    String svg(String title, int height) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title">
                <title id="title">%s</title>
                <style>
                %s</style>
                %s</svg>
                """.formatted(WIDTH, height, title.replace("&", "&amp;").replace("<", "&lt;"), STYLE, shapes);
    }
}
