package org.careroom.clients.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.careroom.clients.ClientDescription;
import org.careroom.clients.ClientFilter;
import org.careroom.clients.ClientId;
import org.careroom.clients.ClientList;
import org.careroom.clients.ClientPages;
import org.careroom.clients.ClientRecords;
import org.careroom.clients.NewClient;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.people.Person;
import org.careroom.shared.Forms;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The list of clients, and adding one. */
@Controller
class ClientsController {

    private static final String NEW = "clients/new";

    private final ClientList list;
    private final ClientRecords records;
    private final ClientPages pages;
    private final Members members;
    private final Colleagues colleagues;
    private final Forms forms;

    ClientsController(
            ClientList list,
            ClientRecords records,
            ClientPages pages,
            Members members,
            Colleagues colleagues,
            Forms forms) {
        this.list = list;
        this.records = records;
        this.pages = pages;
        this.members = members;
        this.colleagues = colleagues;
        this.forms = forms;
    }

    /** Which part of the list is asked for; {@code show=mine} for one's own only. */
    record ListQuery(
            @Nullable String show,
            @Nullable String q,
            @Nullable String after) {

        ClientFilter filter() {
            return new ClientFilter(
                    "mine".equals(show),
                    PlainText.lineOrEmpty("q", q, PlainText.NAME),
                    after == null || after.isEmpty() ? null : ClientId.of(after));
        }
    }

    @GetMapping("/clients")
    String page(Person who, Membership chosen, ListQuery query, Model model) {
        ClientFilter filter = query.filter();
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "organizations",
                members.of(who.id()).stream().filter(Membership::active).toList());
        model.addAttribute("filter", filter);
        model.addAttribute("reach", list.reach(who, chosen.organization()));
        model.addAttribute("clients", list.page(who, chosen.organization(), filter));
        return "clients/list";
    }

    @GetMapping("/clients/new")
    String blank(Person who, Membership chosen, Model model) {
        return show(who, chosen, new ClientForm(null, "", "", "", who.email()), model);
    }

    /** Who adds a client for somebody else need not be able to open it. */
    @PostMapping("/clients")
    String create(Person who, Membership chosen, ClientForm form, Model model, HttpServletResponse response) {
        try {
            ClientId made = records.add(who, chosen.organization(), form.wanted());
            return pages.opens(who, made)
                    ? "redirect:/clients/" + made + "?added"
                    : "redirect:/clients?added&organization=" + chosen.organization();
        } catch (Invalid invalid) {
            return forms.again(show(who, chosen, form, model), model, invalid, response);
        }
    }

    private String show(Person who, Membership chosen, ClientForm form, Model model) {
        boolean chooses = list.reach(who, chosen.organization()).choosesProvider();
        model.addAttribute("chosen", chosen);
        model.addAttribute("form", form);
        model.addAttribute("chooses", chooses);
        if (chooses) {
            model.addAttribute("providers", colleagues.of(who, chosen.organization()));
        }
        return NEW;
    }

    /** The form of a new client as it was filled in. */
    record ClientForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String provider) {

        NewClient wanted() {
            return new NewClient(
                    key == null || key.isEmpty() ? Id.next() : Id.parse(key),
                    new ClientDescription(text(name), text(email), text(phone)),
                    text(provider));
        }

        /** The form's own key: sent twice it adds one client. */
        public String formKey() {
            return key == null || key.isEmpty() ? UUID.randomUUID().toString() : key;
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }
}
