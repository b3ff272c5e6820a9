package org.careroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Templates hold no words of their own, so that every page speaks the reader's language; no script or style, which the
 * Content-Security-Policy would not run; and write nothing unescaped.
 */
class TemplateTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Attributes that people read or hear. */
    private static final Set<String> READ =
            Set.of("title", "placeholder", "aria-label", "aria-description", "alt", "label");

    /** Attributes whose element's inside is replaced. */
    private static final Set<String> REPLACING = Set.of("th:text", "th:replace", "th:insert");

    private static final Set<String> WITHOUT_INSIDE = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /** In an expression: what bundles, variables and formats hold, and what is compared. */
    private static final Pattern NOT_WORDS =
            Pattern.compile("#\\{[^}]*(\\{[^}]*}[^}]*)*}|\\$\\{[^}]*(\\{[^}]*}[^}]*)*}");

    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdsNoWordsScriptsOrStyles(Path template) throws Exception {
        Reader reader = new Reader();
        new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(Files.readString(template), reader);
        assertThat(reader.found).as(TEMPLATES.relativize(template).toString()).isEmpty();
    }

    private static boolean hasWords(String text) {
        return text.replace("Careroom", "").replaceAll("&\\w+;", "").chars().anyMatch(Character::isLetter);
    }

    /** Notes what should not be there. */
    private static final class Reader extends AbstractSimpleMarkupHandler {

        private final List<String> found = new ArrayList<>();
        private final Deque<Boolean> replaced = new ArrayDeque<>(List.of(false));

        @Override
        public void handleOpenElement(String element, @Nullable Map<String, String> attributes, int line, int column) {
            Map<String, String> all = attributes == null ? Map.of() : attributes;
            check(element, all, line);
            if (!WITHOUT_INSIDE.contains(element)) {
                replaced.push(replaced.element() || all.keySet().stream().anyMatch(REPLACING::contains));
            }
        }

        @Override
        public void handleStandaloneElement(
                String element, @Nullable Map<String, String> attributes, boolean minimized, int line, int column) {
            check(element, attributes == null ? Map.of() : attributes, line);
        }

        @Override
        public void handleCloseElement(String element, int line, int column) {
            replaced.pop();
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            String text = new String(buffer, offset, length);
            note(text.contains("[("), line, "unescaped inlining");
            note(!replaced.element() && hasWords(text), line, "words: " + text.strip());
        }

        private void check(String element, Map<String, String> attributes, int line) {
            note(element.equals("style"), line, "style element");
            note(
                    element.equals("script") && !attributes.containsKey("src") && !attributes.containsKey("th:src"),
                    line,
                    "inline script");
            attributes.forEach((name, value) -> check(name, String.valueOf(value), line));
        }

        private void check(String name, String value, int line) {
            String plain = name.replaceFirst("^(th:|data-th-)", "");
            note(plain.startsWith("on") || plain.startsWith("hx-on"), line, "event attribute " + name);
            note(plain.equals("style") || plain.equals("utext"), line, name);
            note(READ.contains(name) && hasWords(value), line, name + " with words: " + value);
            boolean isRead = name.startsWith("th:") && (READ.contains(plain) || plain.equals("text"));
            note(isRead && literals(value), line, name + " with words: " + value);
        }

        private static boolean literals(String expression) {
            return LITERAL.matcher(NOT_WORDS.matcher(expression).replaceAll(""))
                    .results()
                    .anyMatch(literal -> hasWords(literal.group()));
        }

        private void note(boolean wrong, int line, String what) {
            if (wrong) {
                found.add("line " + line + ": " + what);
            }
        }
    }
}
