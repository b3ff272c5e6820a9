package org.careroom.workflows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careroom.organizations.Team;
import org.careroom.shared.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The workflows that come with the product, from the files in {@code workflows/}: an organization begins with a copy. */
@Component
public class ProvidedWorkflows {

    private final JsonMapper json;

    ProvidedWorkflows(JsonMapper json) {
        this.json = json;
    }

    /** Their names, which are what they are chosen by. */
    public List<String> names() {
        return files().stream().map(Written::name).toList();
    }

    /**
     * A copy with keys of its own.
     *
     * @param teams of the organization; a group takes those of the names that it is written with
     * @return null when none has this name
     */
    public @Nullable WorkflowDefinition copy(String name, List<Team> teams) {
        return files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> file.definition(teams))
                .orElse(null);
    }

    private List<Written> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:workflows/*.yaml"))
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .map(this::read)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private Written read(Resource file) {
        try (InputStream text = file.getInputStream()) {
            return json.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(text), Written.class);
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException(file.getDescription() + " cannot be read", unreadable);
        }
    }

    /** A file. */
    record Written(
            String name, List<String> stages, List<String> tags, List<WrittenTask> tasks, List<WrittenGroup> groups) {

        WorkflowDefinition definition(List<Team> teams) {
            List<TaskTemplate> copied =
                    tasks.stream().map(WrittenTask::template).toList();
            Map<String, UUID> keys = new LinkedHashMap<>();
            copied.forEach(task -> {
                keys.put(task.name(), task.key());
                task.fields().forEach(field -> keys.put(field.label(), field.key()));
            });
            return new WorkflowDefinition(
                    copied,
                    stages,
                    tags,
                    groups.stream().map(group -> group.template(keys, teams)).toList());
        }
    }

    /**
     * A task.
     *
     * @param fields each a label, with an asterisk when it is mandatory, and what it holds
     */
    record WrittenTask(String name, List<Map<String, Object>> fields) {

        TaskTemplate template() {
            return new TaskTemplate(
                    Id.next(),
                    name,
                    fields.stream()
                            .map(field -> field(field.entrySet().iterator().next()))
                            .toList());
        }

        private static FieldTemplate field(Map.Entry<String, Object> written) {
            boolean mandatory = written.getKey().endsWith("*");
            String label =
                    mandatory ? written.getKey().substring(0, written.getKey().length() - 1) : written.getKey();
            Object holds = written.getValue();
            if (holds instanceof List<?> choices) {
                return new FieldTemplate(Id.next(), label, FieldType.CHOOSE_ONE, mandatory, texts(choices));
            }
            if (holds instanceof Map<?, ?> many) {
                List<?> choices = (List<?>) Objects.requireNonNull(many.get("many"), label);
                return new FieldTemplate(Id.next(), label, FieldType.CHOOSE_MANY, mandatory, texts(choices));
            }
            return new FieldTemplate(Id.next(), label, FieldType.valueOf(holds.toString()), mandatory, List.of());
        }

        private static List<String> texts(List<?> choices) {
            List<String> texts = new ArrayList<>();
            choices.forEach(choice -> texts.add(String.valueOf(choice)));
            return texts;
        }
    }

    /** A follower group; it names its teams, tasks and fields. */
    record WrittenGroup(
            String name,
            @Nullable Set<String> teams,
            @Nullable Boolean mayEdit,
            @Nullable Set<String> tasks,
            @Nullable Set<String> fields) {

        GroupTemplate template(Map<String, UUID> keys, List<Team> known) {
            return new GroupTemplate(
                    name,
                    Boolean.TRUE.equals(mayEdit),
                    known.stream()
                            .filter(team -> teams != null && team.shared() && teams.contains(team.name()))
                            .map(team -> team.id().value())
                            .collect(Collectors.toSet()),
                    named(tasks, keys),
                    named(fields, keys));
        }

        private static Set<UUID> named(@Nullable Set<String> names, Map<String, UUID> keys) {
            return names == null
                    ? Set.of()
                    : names.stream()
                            .map(name -> Objects.requireNonNull(keys.get(name), name))
                            .collect(Collectors.toSet());
        }
    }
}
