package org.careroom.organizations;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.careroom.people.Person;
import org.careroom.shared.Checked;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an admin sets for the whole organization: its name, and by what strangers may ask to join. */
@Service
@Transactional
public class OrganizationSettings {

    private final Admins admins;
    private final OrganizationRepository organizations;
    private final SettingsLog log;

    OrganizationSettings(Admins admins, OrganizationRepository organizations, SettingsLog log) {
        this.admins = admins;
        this.organizations = organizations;
        this.log = log;
    }

    /** An organization's settings, as its page shows them. */
    public record View(
            String name,
            Plan plan,
            @Nullable String code,
            @Nullable String mailDomain,
            List<SettingsChange> changes) {}

    @Transactional(readOnly = true)
    public View view(Person who, OrganizationId id) {
        OrganizationEntity organization = admins.organization(who, id);
        return new View(
                organization.name(), organization.plan(), organization.code(), organization.mailDomain(), log.of(id));
    }

    /** @throws Invalid at {@code name}, {@code code} or {@code mailDomain} */
    public void change(
            Person who, OrganizationId id, @Nullable String name, @Nullable String code, @Nullable String mailDomain) {
        OrganizationEntity organization = admins.lock(who, id);
        View before = view(who, id);
        Checked<String> checkedName = Checked.of(() -> PlainText.line("name", name, PlainText.NAME));
        Checked<@Nullable String> checkedCode = Checked.of(() -> code(code));
        Checked<@Nullable String> domain = Checked.of(() -> mailDomain(who, mailDomain, before.mailDomain()));
        Checked.all(checkedName, checkedCode, domain);
        organization.describe(checkedName.get(), checkedCode.get(), domain.get());
        store(organization);
        note(who, id, "name", before.name(), organization.name());
        note(who, id, "code", before.code(), organization.code());
        note(who, id, "domain", before.mailDomain(), organization.mailDomain());
    }

    /**
     * Sets any mail domain, whatever the operator's own address is.
     *
     * @throws Invalid at {@code mailDomain}
     */
    public void useMailDomain(Person operator, OrganizationId id, @Nullable String mailDomain) {
        Organizations.requireOperator(operator);
        OrganizationEntity organization = organizations.lock(id.value()).orElseThrow(NotFound::new);
        String domain = MailDomains.checked(mailDomain);
        if (!Objects.equals(domain, organization.mailDomain())) {
            organization.describe(organization.name(), organization.code(), domain);
            store(organization);
            log.noteOfInstallation(
                    operator,
                    id,
                    Reason.of(
                            "change.installation.domain",
                            organization.name(),
                            Objects.requireNonNullElse(domain, "–")));
        }
    }

    private void store(OrganizationEntity organization) {
        try {
            organizations.saveAndFlush(organization);
        } catch (DataIntegrityViolationException taken) {
            boolean isCode = String.valueOf(taken.getMessage()).contains("organization_code");
            throw new Invalid(isCode ? "code" : "mailDomain", Reason.of("organization.taken"));
        }
    }

    private void note(Person who, OrganizationId id, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            log.note(who, id, null, Reason.of("change.organization." + what, Objects.requireNonNullElse(after, "–")));
        }
    }

    private static @Nullable String mailDomain(Person who, @Nullable String typed, @Nullable String before) {
        String domain = MailDomains.checked(typed);
        if (domain != null && !domain.equals(before)) {
            MailDomains.requireOwn(who, domain);
        }
        return domain;
    }

    private static @Nullable String code(@Nullable String typed) {
        String code = PlainText.lineOrEmpty("code", typed, 40).toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !code.matches("[A-Z0-9-]{6,40}")) {
            throw new Invalid("code", Reason.of("organization.code.form"));
        }
        return code.isEmpty() ? null : code;
    }
}
