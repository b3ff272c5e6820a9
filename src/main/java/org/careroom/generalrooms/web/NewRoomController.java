package org.careroom.generalrooms.web;

import java.util.List;
import java.util.UUID;
import org.careroom.generalrooms.GeneralRooms;
import org.careroom.generalrooms.NewRoom;
import org.careroom.messaging.PeopleAdded;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.TeamId;
import org.careroom.organizations.Teams;
import org.careroom.people.Person;
import org.careroom.shared.FormErrors;
import org.careroom.shared.Forms;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.Refused;
import org.careroom.shared.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** New chat: making a general room. */
@Controller
class NewRoomController {

    private final GeneralRooms generalRooms;
    private final Members members;
    private final Teams teams;
    private final Forms forms;

    NewRoomController(GeneralRooms generalRooms, Members members, Teams teams, Forms forms) {
        this.generalRooms = generalRooms;
        this.members = members;
        this.teams = teams;
        this.forms = forms;
    }

    @GetMapping("/rooms/new")
    ModelAndView page(Person who) {
        return form(who, NewRoomForm.EMPTY, null, HttpStatus.OK);
    }

    @PostMapping("/rooms")
    ModelAndView create(Person who, NewRoomForm form) {
        try {
            PeopleAdded made = generalRooms.create(who, form.wanted());
            return made.hasLinks()
                    ? new ModelAndView("messaging/links").addObject("added", made)
                    : SeeOther.view("/rooms/" + made.room());
        } catch (Invalid invalid) {
            return form(who, form, forms.errors(invalid), HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView form(Person who, NewRoomForm form, @Nullable FormErrors errors, HttpStatus status) {
        ModelAndView page = new ModelAndView("generalrooms/new");
        page.setStatus(status);
        page.addObject("form", form);
        page.addObject("errors", errors);
        try {
            page.addObject("organizations", generalRooms.choices(who));
            page.addObject("colleagues", members.colleagues(who, ""));
            page.addObject("teams", teams.visibleTo(who));
        } catch (Refused refused) {
            page.setStatus(HttpStatus.FORBIDDEN);
            page.addObject("refusal", refused.reason());
        }
        return page;
    }

    /** The form as it was filled in. */
    record NewRoomForm(
            @Nullable String key,
            @Nullable String organization,
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> people,
            @Nullable List<String> teams,
            @Nullable String message) {

        static final NewRoomForm EMPTY = new NewRoomForm(null, null, null, null, null, null, null);

        NewRoom wanted() {
            return new NewRoom(
                    key == null || key.isEmpty() ? Id.next() : Id.parse(key),
                    organization == null || organization.isEmpty() ? null : new OrganizationId(Id.parse(organization)),
                    text(name),
                    text(description),
                    people == null ? List.of() : people,
                    teams == null
                            ? List.of()
                            : teams.stream().map(id -> new TeamId(Id.parse(id))).toList(),
                    text(message));
        }

        /** The form's own key: sent twice it makes one room. */
        public String formKey() {
            return key == null ? UUID.randomUUID().toString() : key;
        }

        public boolean chosen(String email) {
            return people != null && people.contains(email);
        }

        public boolean chosenTeam(String id) {
            return teams != null && teams.contains(id);
        }

        /** What was typed into the field for addresses: all that no box stands for. */
        public String typed(List<String> offered) {
            return people == null
                    ? ""
                    : String.join(
                            ", ",
                            people.stream()
                                    .filter(email -> !email.isBlank() && !offered.contains(email))
                                    .toList());
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }
}
