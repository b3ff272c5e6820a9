package org.careroom.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the demonstration is made of, from the files in {@code demonstration/}. */
@Component
@ConditionalOnDemonstration
class Script {

    private final JsonMapper json;

    Script(JsonMapper json) {
        this.json = json;
    }

    Cast cast() {
        return read(new ClassPathResource("demonstration/people.yaml"), Cast.class);
    }

    /** All rooms and conversations; several stand in a file. */
    List<Scene> scenes() {
        return Stream.of("rooms", "conversations").flatMap(this::scenes).toList();
    }

    private Stream<Scene> scenes(String folder) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath:demonstration/" + folder + "/*.yaml"))
                    .flatMap(file -> Arrays.stream(read(file, Scene[].class)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    List<CaseScene> cases() {
        return List.of(read(new ClassPathResource("demonstration/cases.yaml"), CaseScene[].class));
    }

    private <T> T read(Resource file, Class<T> type) {
        try (InputStream text = file.getInputStream()) {
            return json.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(text), type);
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException(file.getDescription() + " cannot be read", unreadable);
        }
    }
}
