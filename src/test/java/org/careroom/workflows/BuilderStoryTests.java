package org.careroom.workflows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.careroom.Visitor;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Building a workflow in a browser. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class BuilderStoryTests {

    @Autowired
    private Staff staff;

    @LocalServerPort
    private int port;

    @Test
    void whoGoesOnWithoutSavingIsAskedFirst() {
        Person amara = staff.admin(staff.organization(Plan.PREMIUM), "Amara Diallo");
        Visitor visitor = Visitor.signedIn(port, amara);
        Page page = visitor.page();
        page.navigate("/workflows/new?from=Living donor evaluation");
        List<String> asked = new ArrayList<>();
        page.onceDialog(dialog -> {
            asked.add(dialog.message());
            dialog.dismiss();
        });
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Another name");
        page.locator("[data-module-entry=rooms]").click();
        Assertions.assertThat(asked).singleElement().asString().contains("not saved");
        assertThat(page).hasURL(Pattern.compile("/workflows/new"));
        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Another name");
        page.onceDialog(Dialog::accept);
        page.locator("[data-module-entry=rooms]").click();
        assertThat(page).hasURL(Pattern.compile("/rooms"));
    }

    @Test
    void theBuilderIsNotTallerThanTheWindow() {
        Person amara = staff.admin(staff.organization(Plan.PREMIUM), "Amara Diallo");
        Page page = Visitor.signedIn(port, amara).page();
        page.navigate("/workflows/new?from=Living donor evaluation");
        page.locator(".save-bar").waitFor();
        Assertions.assertThat(page.evaluate("document.documentElement.scrollHeight - innerHeight"))
                .isEqualTo(0);
    }
}
