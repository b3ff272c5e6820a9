package org.careroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.cases.CaseEvent;
import org.careroom.clients.Joining;
import org.careroom.messaging.MessageKind;
import org.careroom.messaging.RoomAction;
import org.careroom.messaging.RoomKind;
import org.careroom.organizations.Level;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Status;
import org.careroom.people.IssuedInvitation;
import org.careroom.workflows.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word that code and templates ask for stands in the bundle, in every language, and none is cut on the way. */
class WordsTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path JAVA = Path.of("src/main/java");

    private static final Pattern IN_TEMPLATE =
            Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]|#messages\\.\\w+\\('([\\w.-]+)'[,)]");
    private static final Pattern BUILT_IN_TEMPLATE =
            Pattern.compile("(?:#\\{\\$\\{|#messages\\.\\w+\\()'([\\w.-]+\\.)'");

    /** A literal that looks like a key: words with dots between. Whether it is one is told by its first word. */
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z-]+)+\\.?)\"(?:\\s*\\+)?");

    /** First words of keys that are first words of settings, tables or templates too. */
    private static final Set<String> NOT_KEYS = Set.of("careroom.data", "message.sent", "password.unfinished");

    private static final Map<String, String> ENGLISH = bundle("messages.properties");

    static Stream<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("messages.*\\.properties"))
                    .toList()
                    .stream();
        }
    }

    @Test
    void everyKeyOfATemplateHasWords() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path template : files(RESOURCES.resolve("templates"), ".html")) {
            String text = Files.readString(template);
            matches(IN_TEMPLATE, text).forEach(found -> {
                String key = found.group(1) == null ? found.group(2) : found.group(1);
                if (!ENGLISH.containsKey(key)) {
                    missing.add(template.getFileName() + ": " + key);
                }
            });
            matches(BUILT_IN_TEMPLATE, text)
                    .map(found -> found.group(1))
                    .filter(WordsTests::beginsNone)
                    .forEach(start -> missing.add(template.getFileName() + ": " + start + "…"));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyInTheCodeHasWords() throws IOException {
        Set<String> firstWords =
                ENGLISH.keySet().stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Path source : files(JAVA, ".java")) {
            matches(IN_JAVA, Files.readString(source))
                    .map(found -> found.group(1))
                    .filter(key -> firstWords.contains(key.split("\\.")[0]) && !NOT_KEYS.contains(key))
                    .filter(key -> key.endsWith(".") ? beginsNone(key) : !ENGLISH.containsKey(key))
                    .forEach(key -> missing.add(source.getFileName() + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKindOfThingHasItsWords() {
        List<String> keys = new ArrayList<>();
        Stream.of(RoomAction.values()).map(RoomAction::key).forEach(keys::add);
        Stream.of(RoomKind.values()).map(kind -> "room.kind." + kind).forEach(keys::add);
        Stream.of(Plan.values()).map(plan -> "plan." + plan).forEach(keys::add);
        Stream.of(Status.values()).map(status -> "status." + status).forEach(keys::add);
        Stream.of(Level.values()).map(level -> "level." + level).forEach(keys::add);
        Stream.of(IssuedInvitation.Mailing.values())
                .map(mailing -> "invitation.mailing." + mailing)
                .forEach(keys::add);
        Stream.of(FieldType.values()).map(type -> "field.type." + type).forEach(keys::add);
        Stream.of(CaseEvent.Kind.values()).map(kind -> "case.kind." + kind).forEach(keys::add);
        Stream.of(Joining.values()).map(joining -> "client.joining." + joining).forEach(keys::add);
        Stream.of(MessageKind.values())
                .filter(kind -> kind != MessageKind.TEXT)
                .map(kind -> "message.change." + kind.name().toLowerCase(Locale.ROOT))
                .forEach(keys::add);
        assertThat(ENGLISH).containsKeys(keys.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aLanguageHasAllWordsAndNoOthersWithTheSamePlaces(Path file) {
        Map<String, String> words = bundle(file.getFileName().toString());
        assertThat(words.keySet()).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
        assertThat(words)
                .allSatisfy((key, text) ->
                        assertThat(places(text)).as(key).isEqualTo(places(ENGLISH.getOrDefault(key, ""))));
    }

    /** A straight apostrophe begins a quotation in {@link MessageFormat} and disappears. */
    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsCut(Path file) {
        assertThat(bundle(file.getFileName().toString())).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            new MessageFormat(text);
        });
    }

    private static Set<String> places(String text) {
        return matches(Pattern.compile("\\{(\\d+)"), text)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean beginsNone(String start) {
        return ENGLISH.keySet().stream().noneMatch(key -> key.startsWith(start));
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Map<String, String> bundle(String name) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            words.load(reader);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return words.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, words::getProperty));
    }
}
