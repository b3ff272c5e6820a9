package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.people.Accounts;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody takes the mail domain of others, whose people would then ask to join the wrong organization. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class MailDomainTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Accounts accounts;

    @Autowired
    private People people;

    @Autowired
    private Members members;

    @Autowired
    private OrganizationSettings settings;

    @LocalServerPort
    private int port;

    private OrganizationId riverside;
    private String domain;
    private Person amara;

    @BeforeEach
    void anAdminWithAnAddressOfTheirOwnDomain() {
        riverside = staff.organization(Plan.FREE);
        domain = "d" + UUID.randomUUID() + ".example";
        amara = admin("amara@" + domain);
    }

    @Test
    void anAdminSetsTheDomainOfTheirOwnAddressAndNoOther() {
        change(amara, "@" + domain.toUpperCase(Locale.ROOT));
        assertThat(settings.view(amara, riverside).mailDomain()).isEqualTo(domain);
        refused(amara, "other-" + domain, "organization.domain.own");
        refused(amara, "sub." + domain, "organization.domain.own");
        change(amara, "");
        assertThat(settings.view(amara, riverside).mailDomain()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "yahoo.co.uk", "gmx.net", "web.de", "outlook.com"})
    void aDomainWhereEverybodyHasAnAddressIsNobodys(String everybodys) {
        Person admin = admin("a" + UUID.randomUUID() + "@" + everybodys);
        refused(admin, everybodys, "organization.domain.public");
    }

    @Test
    void theOperatorSetsAnyAndAnAdminMayKeepIt() {
        String other = "o" + UUID.randomUUID() + ".example";
        Person olga = staff.operator("Olga Operator");
        settings.useMailDomain(olga, riverside, other);
        change(amara, other);
        assertThat(settings.view(amara, riverside).mailDomain()).isEqualTo(other);
        assertThatThrownBy(() -> settings.useMailDomain(amara, riverside, domain))
                .isInstanceOf(NotFound.class);
        Browsing browser = new Browsing(port);
        browser.signIn(olga.email(), Staff.PASSWORD);
        String[] nonsense = {"id", riverside.toString(), "mailDomain", "no domain"};
        assertThat(browser.post("/settings/installation/mail-domain", nonsense).body())
                .contains("This is not a mail domain")
                .contains("value=\"no domain\"");
        String[] own = {"id", riverside.toString(), "mailDomain", domain};
        assertThat(Browsing.location(browser.post("/settings/installation/mail-domain", own)))
                .isEqualTo("/settings/installation?saved");
        assertThat(settings.view(amara, riverside).changes())
                .extracting(change -> change.what().key())
                .startsWith("change.installation.domain");
    }

    private void refused(Person admin, String typed, String key) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> change(admin, typed))
                .satisfies(invalid -> {
                    assertThat(invalid.field()).isEqualTo("mailDomain");
                    assertThat(invalid.reason().key()).isEqualTo(key);
                });
    }

    private void change(Person admin, String typed) {
        settings.change(admin, riverside, "Riverside", "", typed);
    }

    private Person admin(String email) {
        PersonId id = accounts.open(
                email,
                "Amara Diallo",
                Person.Kind.STAFF,
                Locale.ENGLISH,
                ZoneOffset.UTC,
                accounts.hashed(Staff.PASSWORD));
        members.enroll(riverside, id, Level.ADMIN, "", Set.of());
        return people.person(id);
    }
}
