package org.careroom.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.careroom.cases.CaseEvent;
import org.careroom.cases.CaseExport;
import org.careroom.cases.CaseId;
import org.careroom.cases.CasePages;
import org.careroom.cases.FieldsFile;
import org.careroom.organizations.CsvText;
import org.careroom.people.Person;
import org.careroom.shared.CsvFile;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

    private final FieldsFile file;
    private final CaseExport export;
    private final CasePages pages;
    private final Forms forms;

    CaseFilesController(FieldsFile file, CaseExport export, CasePages pages, Forms forms) {
        this.file = file;
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
            HttpServletResponse response) {
        CaseId of = CaseId.of(id);
        String given = text;
        try {
            given = chosen == null || chosen.isEmpty() ? text : text(chosen);
            model.addAttribute("preview", file.preview(who, of, given));
            return show(who, of, given, model);
        } catch (Invalid invalid) {
            return forms.again(show(who, of, given, model), model, invalid, response);
        }
    }

    /** Saves what the preview showed, unless the file would do something else by now. */
    @PostMapping("/import")
    String save(
            Person who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String shown,
            Model model,
            HttpServletResponse response) {
        CaseId of = CaseId.of(id);
        try {
            file.save(who, of, text, shown);
            return "redirect:/cases/" + of;
        } catch (Invalid changed) {
            String page = preview(who, id, text, null, model, response);
            return model.containsAttribute("errors") ? page : forms.again(page, model, changed, response);
        }
    }

    @GetMapping("/values.csv")
    ResponseEntity<byte[]> values(Person who, @PathVariable String id) {
        CaseId of = CaseId.of(id);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("field", "value", "task", "changed by", "changed at"));
        export.values(who, of)
                .forEach(held ->
                        lines.add(List.of(held.label(), held.kept(), held.task(), held.changedBy(), held.changedAt())));
        return CsvFile.of(export.name(who, of) + " values", lines);
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
        return CsvFile.of(export.name(who, of) + " timeline", lines);
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
        model.addAttribute("description", admin ? export.description(who, of) : null);
        return "cases/print";
    }

    private static String text(MultipartFile chosen) {
        try {
            return CsvText.of(chosen.getBytes()).text();
        } catch (Invalid unreadable) {
            throw new Invalid("file", unreadable.reason());
        } catch (IOException unreadable) {
            throw new Invalid("file", Reason.of("csv.unreadable"));
        }
    }

    private String show(Person who, CaseId id, String text, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("name", file.nameFor(who, id));
        model.addAttribute("text", text);
        return "cases/import";
    }
}
