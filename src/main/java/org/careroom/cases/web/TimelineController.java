package org.careroom.cases.web;

import java.util.Arrays;
import java.util.List;
import org.careroom.cases.CaseEvent;
import org.careroom.cases.CaseId;
import org.careroom.cases.CasePages;
import org.careroom.cases.CaseTimeline;
import org.careroom.cases.TaskId;
import org.careroom.people.Person;
import org.careroom.shared.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The timeline of a case: who did what and when, latest first. */
@Controller
class TimelineController {

    private final CaseTimeline timeline;
    private final CasePages pages;

    TimelineController(CaseTimeline timeline, CasePages pages) {
        this.timeline = timeline;
        this.pages = pages;
    }

    /**
     * @param task only what happened in this task
     * @param kind only this kind of event
     * @param before the last event of the page before
     */
    @GetMapping("/cases/{id}/timeline")
    String page(
            Person who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        CaseId of = CaseId.of(id);
        List<CaseEvent.Kind> kinds = Arrays.stream(CaseEvent.Kind.values())
                .filter(one -> kind.isEmpty() || one.name().equals(kind))
                .toList();
        model.addAttribute("of", pages.ofAdmin(who, of));
        model.addAttribute("kinds", CaseEvent.Kind.values());
        model.addAttribute("task", task);
        model.addAttribute("kind", kind);
        model.addAttribute(
                "events",
                timeline.of(
                        who,
                        of,
                        task.isEmpty() ? null : TaskId.of(task),
                        kinds,
                        before == null ? null : Id.parse(before)));
        return "cases/timeline";
    }
}
