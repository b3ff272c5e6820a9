package org.careroom.clinics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.careroom.clinics.ConsultationReport;
import org.careroom.clinics.ConsultationReports;
import org.careroom.clinics.ReportSpan;
import org.careroom.people.Person;
import org.careroom.shared.CsvFile;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Reports of the clinics that somebody looks after, to read and to take along. */
@Controller
@RequestMapping("/clinics/reports")
class ReportsController {

    private final ConsultationReports reports;
    private final Forms forms;

    ReportsController(ConsultationReports reports, Forms forms) {
        this.reports = reports;
        this.forms = forms;
    }

    /**
     * What a report is asked for by; without days it is about the last ones.
     *
     * @param clinic its slug; nothing: all that they look after
     */
    record Query(
            @Nullable String from,
            @Nullable String to,
            @Nullable String clinic) {

        @Nullable
        String slug() {
            return clinic == null || clinic.isEmpty() ? null : clinic;
        }
    }

    @GetMapping
    String page(Person who, Query query, Model model, HttpServletResponse response) {
        Query asked = complete(who, query);
        model.addAttribute("clinics", reports.clinics(who));
        model.addAttribute("query", asked);
        try {
            model.addAttribute("report", report(who, asked));
            return "clinics/reports";
        } catch (Invalid invalid) {
            return forms.again("clinics/reports", model, invalid, response);
        }
    }

    @GetMapping("/days.csv")
    ResponseEntity<byte[]> days(Person who, Query query) {
        return file("days", who, query, ReportTables::days);
    }

    @GetMapping("/providers.csv")
    ResponseEntity<byte[]> providers(Person who, Query query) {
        return file("providers", who, query, ReportTables::providers);
    }

    @GetMapping("/consultations.csv")
    ResponseEntity<byte[]> consultations(Person who, Query query) {
        return file("consultations", who, query, ReportTables::consultations);
    }

    private ResponseEntity<byte[]> file(
            String part, Person who, Query query, Function<ConsultationReport, List<List<String>>> table) {
        Query asked = complete(who, query);
        return CsvFile.of("%s %s to %s".formatted(part, asked.from(), asked.to()), table.apply(report(who, asked)));
    }

    private ConsultationReport report(Person who, Query asked) {
        return reports.of(who, ReportSpan.of(asked.from(), asked.to()), asked.slug());
    }

    private Query complete(Person who, Query query) {
        ReportSpan lately = reports.lately(who);
        return new Query(
                query.from() == null ? lately.from().toString() : query.from(),
                query.to() == null ? lately.to().toString() : query.to(),
                query.clinic());
    }
}
