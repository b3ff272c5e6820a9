package org.careroom.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
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

    /** The file as a value of the type. */
    <T> T read(String file, Class<T> type) {
        try (InputStream text = new ClassPathResource("demonstration/" + file).getInputStream()) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return json.convertValue(content, type);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
