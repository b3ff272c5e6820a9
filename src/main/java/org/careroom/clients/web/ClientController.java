package org.careroom.clients.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.careroom.clients.ClientDescription;
import org.careroom.clients.ClientId;
import org.careroom.clients.ClientInvitations;
import org.careroom.clients.ClientPages;
import org.careroom.clients.ClientRecords;
import org.careroom.clients.ClientView;
import org.careroom.people.Letters;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Invalid;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A client's record: who they are, who looks after them, the invitation to chat; its link is shown on the answer that made it. */
@Controller
@RequestMapping("/clients/{id}")
class ClientController {

    private static final String VIEW = "clients/client";

    private final ClientPages pages;
    private final ClientRecords records;
    private final ClientInvitations invitations;
    private final Colleagues colleagues;
    private final Letters letters;
    private final Forms forms;

    ClientController(
            ClientPages pages,
            ClientRecords records,
            ClientInvitations invitations,
            Colleagues colleagues,
            Letters letters,
            Forms forms) {
        this.pages = pages;
        this.records = records;
        this.invitations = invitations;
        this.colleagues = colleagues;
        this.letters = letters;
        this.forms = forms;
    }

    /** What a client is called and reached by, as it was filled in. */
    record DescriptionForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String seen) {

        ClientDescription description() {
            return new ClientDescription(text(name), text(email), text(phone));
        }
    }

    /** Who looks after a client, as it was filled in: e-mail addresses. */
    record CareForm(
            @Nullable String provider,
            @Nullable List<String> careTeam,
            @Nullable String seen) {

        public List<String> team() {
            return careTeam == null ? List.of() : careTeam;
        }
    }

    @GetMapping
    String page(Person who, @PathVariable String id, Model model) {
        return show(who, ClientId.of(id), model);
    }

    @PostMapping
    String describe(
            Person who, @PathVariable String id, DescriptionForm form, Model model, HttpServletResponse response) {
        ClientId client = ClientId.of(id);
        try {
            records.describe(who, client, form.description(), text(form.seen()));
            return saved(client);
        } catch (Invalid invalid) {
            model.addAttribute("form", form);
            return forms.again(show(who, client, model), model, invalid, response);
        }
    }

    /** Who gives a client away may not see it any more. */
    @PostMapping("/care")
    String assign(Person who, @PathVariable String id, CareForm form, Model model, HttpServletResponse response) {
        ClientId client = ClientId.of(id);
        try {
            records.assign(who, client, text(form.provider()), form.team(), text(form.seen()));
            return pages.opens(who, client) ? saved(client) : "redirect:/clients?saved";
        } catch (Invalid invalid) {
            model.addAttribute("care", form);
            return forms.again(show(who, client, model), model, invalid, response);
        }
    }

    @PostMapping("/chat/on")
    String chatOn(Person who, @PathVariable String id) {
        records.switchChat(who, ClientId.of(id), true);
        return saved(ClientId.of(id));
    }

    @PostMapping("/chat/off")
    String chatOff(Person who, @PathVariable String id) {
        records.switchChat(who, ClientId.of(id), false);
        return saved(ClientId.of(id));
    }

    @PostMapping("/invitation")
    String invite(Person who, @PathVariable String id, Model model) {
        model.addAttribute("issued", invitations.invite(who, ClientId.of(id)));
        return show(who, ClientId.of(id), model);
    }

    /** Reloading an answer that only a form can ask for leads back to the page. */
    @GetMapping("/invitation")
    String again(@PathVariable String id) {
        return "redirect:/clients/" + ClientId.of(id);
    }

    @PostMapping("/invitation/withdraw")
    String withdraw(Person who, @PathVariable String id) {
        invitations.withdraw(who, ClientId.of(id));
        return "redirect:/clients/" + ClientId.of(id) + "?withdrawn";
    }

    private static String saved(ClientId client) {
        return "redirect:/clients/" + client + "?saved";
    }

    private String show(Person who, ClientId id, Model model) {
        ClientView client = pages.of(who, id);
        ClientDescription is = client.description();
        model.addAttribute("client", client);
        model.addAttribute("mailed", letters.sent());
        model.addAttribute("colleagues", new Slice<>(colleagues.of(who, client.organization()), null));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new DescriptionForm(is.name(), is.email(), is.phone(), null));
        }
        if (!model.containsAttribute("care")) {
            List<String> careTeam =
                    client.careTeam().stream().map(Person::email).toList();
            model.addAttribute("care", new CareForm(client.provider().email(), careTeam, null));
        }
        return VIEW;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
