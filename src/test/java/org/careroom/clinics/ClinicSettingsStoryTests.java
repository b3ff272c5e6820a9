package org.careroom.clinics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.clinics.TestClinics.Clinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clinic's administrator says what callers are asked, and in which order. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class ClinicSettingsStoryTests {

    @Autowired
    private TestClinics clinics;

    @Autowired
    private ClinicSettings settings;

    @LocalServerPort
    private int port;

    @Test
    void aQuestionIsAddedAndMovedUp() {
        Clinic clinic = clinics.open();
        Page page = Visitor.signedIn(clinic.amara(), Visitor.options(port)).page();
        page.navigate("/clinics/" + clinic.slug());
        page.getByLabel("Question 2", new Page.GetByLabelOptions().setExact(true))
                .fill("Age");
        page.getByLabel("Kind of question 2").selectOption("NUMBER");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move question 2 up"))
                .click();
        page.locator("careroom-field-lines")
                .locator("xpath=ancestor::form")
                .getByRole(AriaRole.BUTTON)
                .last()
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Saved")))
                .isVisible();
        assertThat(settings.of(clinic.amara(), clinic.slug()).fields())
                .containsExactly(
                        new EntryField("Age", EntryField.Kind.NUMBER, false),
                        new EntryField("Reason", EntryField.Kind.TEXT, false));
    }
}
