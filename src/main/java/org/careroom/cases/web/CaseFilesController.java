package org.careroom.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.careroom.cases.CaseEvent;
import org.careroom.cases.CaseExport;
import org.careroom.cases.CaseFields;
import org.careroom.cases.CaseId;
import org.careroom.cases.CasePages;
import org.careroom.cases.FieldInput;
import org.careroom.cases.FieldsFile;
import org.careroom.organizations.CsvText;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A case and files: filling it in from one, and taking along what one may see of it. */
@Controller
@RequestMapping("/cases/{id}")
class CaseFilesController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final FieldsFile file;
    private final CaseFields fields;
    private final CaseExport export;
    private final CasePages pages;
    private final Forms forms;

    CaseFilesController(FieldsFile file, CaseFields fields, CaseExport export, CasePages pages, Forms forms) {
        this.file = file;
        this.fields = fields;
        this.export = export;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping("/import")
    String form(Person who, @PathVariable String id, Model model) {
        return show(who, CaseId.of(id), "", model);
    }

    /** Shows what each line would do; a file that was chosen wins over what was pasted. */
    @PostMapping("/import/preview")
    String preview(
            Person who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile chosen,
            Model model,
            HttpServletResponse response)
            throws IOException {
        CaseId of = CaseId.of(id);
        pages.ofAdmin(who, of);
        String given = text;
        try {
            given = chosen == null || chosen.isEmpty()
                    ? text
                    : CsvText.of(chosen.getBytes()).text();
            model.addAttribute("lines", file.preview(who, of, given));
            return show(who, of, given, model);
        } catch (Invalid invalid) {
            return forms.again(show(who, of, given, model), model, invalid, response);
        }
    }

    /** Saves what the preview showed, unless somebody changed one of the fields since. */
    @PostMapping("/import")
    String save(
            Person who,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        CaseId of = CaseId.of(id);
        pages.ofAdmin(who, of);
        String text = Objects.requireNonNullElse(form.getFirst("text"), "");
        try {
            List<FieldsFile.Line> lines = file.preview(who, of, text);
            List<FieldInput> inputs = lines.stream()
                    .map(FieldsFile.Line::input)
                    .filter(Objects::nonNull)
                    .toList();
            boolean asShown = inputs.stream()
                    .allMatch(input -> String.valueOf(input.seen()).equals(form.getFirst("seen." + input.field())));
            if (!asShown || !fields.save(who, of, inputs).conflicts().isEmpty()) {
                model.addAttribute("lines", lines);
                throw new Invalid("file", Reason.of("import.changed"));
            }
            return "redirect:/cases/" + of;
        } catch (Invalid invalid) {
            return forms.again(show(who, of, text, model), model, invalid, response);
        }
    }

    @GetMapping("/values.csv")
    ResponseEntity<byte[]> values(Person who, @PathVariable String id) {
        CaseId of = CaseId.of(id);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("field", "value", "task", "changed by", "changed at"));
        export.values(who, of)
                .forEach(held -> lines.add(
                        List.of(held.label(), held.value().text(), held.task(), held.changedBy(), held.changedAt())));
        return csv(export.name(who, of) + " values", lines);
    }

    @GetMapping("/timeline.csv")
    ResponseEntity<byte[]> timeline(Person who, @PathVariable String id) {
        CaseId of = CaseId.of(id);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("at", "by", "what", "subject", "before", "after"));
        for (CaseEvent event : export.events(who, of)) {
            lines.add(List.of(
                    event.at().toString(),
                    event.byName(),
                    event.kind().name(),
                    event.subject(),
                    event.before().text(),
                    event.after().text()));
        }
        return csv(export.name(who, of) + " timeline", lines);
    }

    /** A page to print: the values, and for an admin what happened. */
    @GetMapping("/print")
    String print(Person who, @PathVariable String id, Model model) {
        CaseId of = CaseId.of(id);
        boolean admin = pages.isAdmin(who, of);
        model.addAttribute("name", export.name(who, of));
        model.addAttribute("id", of);
        model.addAttribute("values", export.values(who, of));
        model.addAttribute("events", admin ? export.events(who, of) : List.of());
        return "cases/print";
    }

    private String show(Person who, CaseId id, String text, Model model) {
        model.addAttribute("of", pages.ofAdmin(who, id));
        model.addAttribute("text", text);
        return "cases/import";
    }

    /** With a mark at the beginning, by which spreadsheets know UTF-8. */
    private static ResponseEntity<byte[]> csv(String name, List<List<String>> lines) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(("\uFEFF" + CaseExport.csv(lines)).getBytes(StandardCharsets.UTF_8));
    }
}
