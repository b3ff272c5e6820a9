package org.careroom.clients.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.careroom.clients.ClientImport;
import org.careroom.clients.ClientList;
import org.careroom.clients.ImportPreview;
import org.careroom.organizations.CsvText;
import org.careroom.organizations.Membership;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Adding many clients from a CSV: a look at it first, and all of them or none. */
@Controller
@RequestMapping("/clients/import")
class ImportController {

    private static final String VIEW = "clients/import";

    private final ClientImport csvImport;
    private final ClientList list;
    private final Forms forms;

    ImportController(ClientImport csvImport, ClientList list, Forms forms) {
        this.csvImport = csvImport;
        this.list = list;
        this.forms = forms;
    }

    @GetMapping
    String form(Person who, Membership chosen, Model model) {
        return show(who, chosen, "", model);
    }

    /** Shows what each line would do; a file that was chosen wins over what was pasted. */
    @PostMapping("/preview")
    String preview(
            Person who,
            Membership chosen,
            @RequestParam(defaultValue = "") String csv,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        String given = csv;
        try {
            CsvText text = file == null || file.isEmpty() ? CsvText.typed(csv) : CsvText.of(file.getBytes());
            given = text.text();
            model.addAttribute("guessed", text.guessed());
            model.addAttribute("preview", csvImport.preview(who, chosen.organization(), given));
            return show(who, chosen, given, model);
        } catch (Invalid invalid) {
            return forms.again(show(who, chosen, given, model), model, invalid, response);
        }
    }

    /** Reloading an answer that only a form can ask for leads back to the page. */
    @GetMapping("/preview")
    String again() {
        return "redirect:/clients/import";
    }

    /** What is wrong by now, though the preview was not, is shown like a preview, and nothing is stored. */
    @PostMapping
    String save(
            Person who,
            Membership chosen,
            @RequestParam(defaultValue = "") String csv,
            Model model,
            HttpServletResponse response) {
        try {
            ImportPreview preview = csvImport.save(who, chosen.organization(), csv);
            if (preview.complete()) {
                return "redirect:/clients?imported=" + preview.good() + "&organization=" + chosen.organization();
            }
            model.addAttribute("preview", preview);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(who, chosen, csv, model);
        } catch (Invalid invalid) {
            return forms.again(show(who, chosen, csv, model), model, invalid, response);
        }
    }

    private String show(Person who, Membership chosen, String csv, Model model) {
        model.addAttribute("chosen", chosen);
        model.addAttribute("csv", csv);
        model.addAttribute("chooses", list.reach(who, chosen.organization()).choosesProvider());
        return VIEW;
    }
}
