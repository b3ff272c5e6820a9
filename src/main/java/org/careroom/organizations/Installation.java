package org.careroom.organizations;

import java.util.List;
import org.careroom.people.Accounts;
import org.careroom.people.EmailAddress;
import org.careroom.people.ForgottenPasswords;
import org.careroom.people.IssuedInvitation;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the operator looks after: which organizations there are, their plans, and accounts that are premium by themselves (product 1). */
@Service
@Transactional
public class Installation {

    private final Organizations organizations;
    private final OrganizationRepository repository;
    private final MemberInvitations invitations;
    private final MemberRepository members;
    private final Accounts accounts;
    private final People people;
    private final ForgottenPasswords passwords;
    private final SettingsLog log;

    Installation(
            Organizations organizations,
            OrganizationRepository repository,
            MemberInvitations invitations,
            MemberRepository members,
            Accounts accounts,
            People people,
            ForgottenPasswords passwords,
            SettingsLog log) {
        this.organizations = organizations;
        this.repository = repository;
        this.invitations = invitations;
        this.members = members;
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
        this.log = log;
    }

    /** An organization with how many active members it has, and by which mail domain people ask to join. */
    public record Row(
            Organization organization,
            long members,
            @Nullable String mailDomain) {}

    @Transactional(readOnly = true)
    public List<Row> organizations(Person who) {
        return organizations.all(who).stream()
                .map(organization -> new Row(
                        organization.view(),
                        members.countByOrganizationIdAndStatus(organization.id().value(), Status.ACTIVE),
                        organization.mailDomain()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Person> premiumAccounts(Person who) {
        Organizations.requireOperator(who);
        return people.premium();
    }

    /**
     * Makes an organization and invites its first admin.
     *
     * @throws Invalid at {@code name} or {@code email}
     */
    public IssuedInvitation found(Person who, @Nullable String name, Plan plan, @Nullable String adminEmail) {
        Organizations.requireOperator(who);
        Checked<String> checkedName = Checked.of(() -> PlainText.line("name", name, PlainText.NAME));
        Checked<String> address = Checked.of(() -> EmailAddress.checked("email", adminEmail));
        Checked.all(checkedName, address);
        OrganizationId id = organizations.found(checkedName.get(), plan);
        Reason founded = Reason.of("change.installation.found", checkedName.get(), Reason.of("plan." + plan));
        log.noteOfInstallation(who, id, founded);
        return invitations.issue(who, id, address.get(), "", Level.ADMIN);
    }

    public void use(Person who, OrganizationId id, Plan plan) {
        Organizations.requireOperator(who);
        OrganizationEntity organization = repository.lock(id.value()).orElseThrow(NotFound::new);
        if (organization.plan() != plan) {
            organization.use(plan);
            log.noteOfInstallation(
                    who, id, Reason.of("change.installation.plan", organization.name(), Reason.of("plan." + plan)));
        }
    }

    /** @throws Invalid at {@code premiumEmail} when it has no account */
    public void makePremium(Person who, @Nullable String email, boolean premium) {
        Organizations.requireOperator(who);
        Person person = people.findByEmail(email == null ? "" : email)
                .orElseThrow(() -> new Invalid("premiumEmail", Reason.of("account.none")));
        if (person.premium() != premium) {
            accounts.makePremium(who, person.id(), premium);
            String what = premium ? "change.installation.premium" : "change.installation.premium-ended";
            log.noteOfInstallation(who, null, Reason.of(what, person.email()));
        }
    }

    /**
     * A link to hand over, with which an account gets a new password that no admin can help: of several organizations, of
     * none, or of an organization's only admin. It shows in the log of the installation and of each of its organizations.
     *
     * @throws Invalid at {@code linkEmail} when it has no account or is one's own
     */
    public String passwordLink(Person who, @Nullable String email) {
        Organizations.requireOperator(who);
        Person person = people.findByEmail(email == null ? "" : email)
                .orElseThrow(() -> new Invalid("linkEmail", Reason.of("account.none")));
        if (person.id().equals(who.id())) {
            throw new Invalid("linkEmail", Reason.of("member.refused.own-password"));
        }
        log.noteOfInstallation(who, null, Reason.of("change.installation.password-link", person.email()));
        members.findByPersonId(person.id().value()).stream()
                .filter(member -> member.status() == Status.ACTIVE)
                .forEach(member -> log.note(
                        who,
                        member.organization(),
                        member.id(),
                        Reason.of("change.member.password-link", person.name())));
        return passwords.link(person.id());
    }
}
