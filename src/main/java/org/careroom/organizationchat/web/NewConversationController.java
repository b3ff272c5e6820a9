package org.careroom.organizationchat.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careroom.clients.ClientContact;
import org.careroom.clients.Clients;
import org.careroom.messaging.RoomId;
import org.careroom.organizationchat.CommunityUnconfirmed;
import org.careroom.organizationchat.Conversations;
import org.careroom.organizationchat.NewConversation;
import org.careroom.organizations.Members;
import org.careroom.organizations.Membership;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
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

/** New conversation: with a client, with several who see each other, or among colleagues. */
@Controller
class NewConversationController {

    private final Conversations conversations;
    private final Clients clients;
    private final Members members;
    private final People people;
    private final Forms forms;

    NewConversationController(
            Conversations conversations, Clients clients, Members members, People people, Forms forms) {
        this.conversations = conversations;
        this.clients = clients;
        this.members = members;
        this.people = people;
        this.forms = forms;
    }

    @GetMapping("/chat/new")
    ModelAndView page(Person who, ConversationForm form) {
        return form(who, form, null, List.of(), HttpStatus.OK);
    }

    @PostMapping("/chat")
    ModelAndView begin(Person who, ConversationForm form) {
        try {
            RoomId room = conversations.begin(who, form.wanted());
            return SeeOther.view("/chat/" + room);
        } catch (CommunityUnconfirmed community) {
            return form(who, form, null, community.clients(), HttpStatus.BAD_REQUEST);
        } catch (Invalid invalid) {
            return form(who, form, forms.errors(invalid), List.of(), HttpStatus.BAD_REQUEST);
        } catch (Refused refused) { // the first message cannot be written
            FormErrors errors = forms.errors(new Invalid("message", refused.reason()));
            return form(who, form, errors, List.of(), HttpStatus.BAD_REQUEST);
        }
    }

    /** The same form again with the clients that are searched for, and all that was typed. */
    @PostMapping(path = "/chat", params = "find")
    ModelAndView find(Person who, ConversationForm form) {
        return form(who, form, null, List.of(), HttpStatus.OK);
    }

    private ModelAndView form(
            Person who, ConversationForm form, @Nullable FormErrors errors, List<Person> community, HttpStatus status) {
        List<Membership> choices = conversations.choices(who);
        OrganizationId organization = choices.stream()
                .map(Membership::organization)
                .filter(choice -> choice.value().toString().equals(form.organization()))
                .findFirst()
                .orElse(choices.get(0).organization());
        List<PersonId> accounts = clients.choices(who, organization, form.query()).stream()
                .map(ClientContact::account)
                .toList();
        ModelAndView page = new ModelAndView("organizationchat/new");
        page.setStatus(status);
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("community", community);
        page.addObject("organizations", choices);
        page.addObject(
                "clients",
                people.named(accounts).values().stream()
                        .sorted(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER))
                        .toList());
        page.addObject("colleagues", members.colleagues(who, ""));
        return page;
    }

    /**
     * The form as it was filled in.
     *
     * @param q which clients are offered
     * @param confirmed the addresses of the clients who may see each other, with commas between them
     */
    record ConversationForm(
            @Nullable String key,
            @Nullable String organization,
            @Nullable String subject,
            @Nullable List<String> people,
            @Nullable String q,
            @Nullable String confirmed,
            @Nullable String message) {

        NewConversation wanted() {
            return new NewConversation(
                    key == null || key.isEmpty() ? Id.next() : Id.parse(key),
                    organization == null || organization.isEmpty() ? null : new OrganizationId(Id.parse(organization)),
                    text(subject),
                    people == null ? List.of() : people,
                    Set.copyOf(Arrays.asList(text(confirmed).split(","))),
                    text(message));
        }

        /** The form's own key: sent twice it makes one conversation. */
        public String formKey() {
            return key == null ? UUID.randomUUID().toString() : key;
        }

        String query() {
            return text(q);
        }

        public boolean chosen(String email) {
            return people != null && people.contains(email);
        }

        /** What was typed into the field for addresses: all that no box stands for. */
        public String typed(List<String> clients, List<String> colleagues) {
            return people == null
                    ? ""
                    : String.join(
                            ", ",
                            people.stream()
                                    .filter(email -> !email.isBlank())
                                    .filter(email -> !clients.contains(email) && !colleagues.contains(email))
                                    .toList());
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }
}
