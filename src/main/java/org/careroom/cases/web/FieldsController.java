package org.careroom.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.careroom.cases.CaseFields;
import org.careroom.cases.CaseId;
import org.careroom.cases.FieldId;
import org.careroom.cases.FieldInput;
import org.careroom.cases.Saved;
import org.careroom.cases.TaskId;
import org.careroom.people.Person;
import org.careroom.shared.SeeOther;
import org.careroom.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Filling in a case. A form says of each field by {@code seen.<id>} which version it began with, and by {@code field.<id>}
 * what it holds: nothing, one value, or several.
 */
@Controller
@RequestMapping("/cases/{id}")
class FieldsController {

    private static final String SEEN = "seen.";
    private static final String FIELD = "field.";
    private static final int MOST_FIELDS = 500;

    private final CaseFields fields;
    private final CasePage page;
    private final Words words;

    FieldsController(CaseFields fields, CasePage page, Words words) {
        this.fields = fields;
        this.page = page;
        this.words = words;
    }

    @PostMapping(path = "/fields", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView save(
            Person who, @PathVariable String id, @RequestParam MultiValueMap<String, String> form, Model model) {
        CaseId of = CaseId.of(id);
        List<FieldInput> inputs = inputs(form);
        Saved saved = fields.save(who, of, inputs);
        if (saved.isComplete()) {
            return SeeOther.view("/cases/" + of);
        }
        String view = page.show(who, of, FilledIn.of(inputs, saved), model);
        return new ModelAndView(view, model.asMap(), status(saved));
    }

    /** The same for the page's own script. */
    @PostMapping(path = "/fields", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SavedJson> saveAndTell(
            Person who, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
        Saved saved = fields.save(who, CaseId.of(id), inputs(form));
        return ResponseEntity.status(status(saved)).body(json(saved));
    }

    @PostMapping("/tasks/{task}/complete")
    ResponseEntity<Void> complete(Person who, @PathVariable String id, @PathVariable String task) {
        fields.complete(who, CaseId.of(id), TaskId.of(task));
        return SeeOther.to("/cases/" + id + "#task-" + task);
    }

    @PostMapping("/tasks/{task}/reopen")
    ResponseEntity<Void> reopen(Person who, @PathVariable String id, @PathVariable String task) {
        fields.reopen(who, CaseId.of(id), TaskId.of(task));
        return SeeOther.to("/cases/" + id + "#task-" + task);
    }

    private static HttpStatus status(Saved saved) {
        if (!saved.wrong().isEmpty()) {
            return HttpStatus.BAD_REQUEST;
        }
        return saved.conflicts().isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT;
    }

    private static List<FieldInput> inputs(MultiValueMap<String, String> form) {
        return form.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SEEN))
                .limit(MOST_FIELDS)
                .map(entry -> {
                    String field = entry.getKey().substring(SEEN.length());
                    return new FieldInput(
                            FieldId.of(field), form.getOrDefault(FIELD + field, List.of()), version(entry.getValue()));
                })
                .toList();
    }

    private static int version(List<String> typed) {
        String one = typed.get(0);
        return one.matches("[0-9]{1,9}") ? Integer.parseInt(one) : -1;
    }

    private SavedJson json(Saved saved) {
        return new SavedJson(
                saved.saved().keySet().stream().map(FieldId::toString).toList(),
                saved.saved().entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue)),
                saved.conflicts().stream()
                        .map(conflict -> new ConflictJson(
                                conflict.field().toString(),
                                conflict.label(),
                                conflict.current().plain(),
                                conflict.changedBy(),
                                conflict.changedAt(),
                                conflict.version()))
                        .toList(),
                saved.wrong().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().toString(),
                                entry -> words.of(entry.getValue(), LocaleContextHolder.getLocale()))));
    }

    /**
     * What came of saving, by the fields' ids.
     *
     * @param versions the new versions of those saved
     */
    record SavedJson(
            List<String> saved,
            Map<String, Integer> versions,
            List<ConflictJson> conflicts,
            Map<String, String> wrong) {}

    /** A field that somebody else changed meanwhile. */
    record ConflictJson(
            String field,
            String label,
            String current,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            int version) {}
}
