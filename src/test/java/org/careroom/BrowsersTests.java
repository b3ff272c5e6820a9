package org.careroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The browser tests' browser works, and is found or got on machines of other kinds. */
class BrowsersTests {

    @Test
    @ExtendWith(Browsers.class)
    void aPageCanBeUsed() {
        Page page = Browsers.newPage("http://localhost");
        page.setContent("<button onclick='this.textContent = \"Pressed\"'>Press</button>");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Press"))
                .click();
        assertThat(page.getByRole(AriaRole.BUTTON)).hasText("Pressed");
    }

    @Test
    @ExtendWith(Browsers.class)
    void whatAPageComplainsOfFailsTheTestUnlessItIsPardoned() {
        Page page = Browsers.newPage("http://localhost");
        page.evaluate("console.error('the first'); console.error('the second')");
        Browsers.pardon("the first");
        assertThatThrownBy(Browsers::failOnComplaints).hasMessageContaining("[the second]");
    }

    @Test
    void anInstalledOneIsTaken(@TempDir Path folder) throws IOException {
        Path chrome = script(folder, "google-chrome", "");
        assertThat(program(folder, true, "false").get()).contains(chrome);
    }

    @Test
    void onDebianRootInstallsOne(@TempDir Path folder) throws IOException {
        script(folder, "apt-get", "[ $1 = update ] || cp '" + folder + "/apt-get' '" + folder + "/chromium'");
        assertThat(program(folder, true, "false").get()).contains(folder.resolve("chromium"));
    }

    @Test
    void elsewherePlaywrightDownloadsItsOwn(@TempDir Path folder) throws IOException {
        script(folder, "apt-get", "cp '" + folder + "/apt-get' '" + folder + "/chromium'");
        assertThat(program(folder, false, "true").get()).isEmpty();
    }

    @Test
    void whereNoneCanBeHadTheReasonIsTold(@TempDir Path folder) throws IOException {
        script(folder, "apt-get", "echo no such network; exit 100");
        assertThatIllegalStateException()
                .isThrownBy(() -> program(folder, true, "false").get())
                .withMessageContaining("install.log");
        assertThat(folder.resolve("install.log")).content().contains("no such network");
    }

    @Test
    void withoutOneTestsAreSkippedAndFailInContinuousIntegration() {
        IllegalStateException reason = new IllegalStateException("none");
        assertThat(Browsers.skipped(reason, false)).isInstanceOf(TestAbortedException.class);
        assertThat(Browsers.skipped(reason, true)).isSameAs(reason);
    }

    private static BrowserProgram program(Path folder, boolean mayInstall, String download) {
        return new BrowserProgram(List.of(folder), mayInstall, List.of(download), folder.resolve("install.log"));
    }

    private static Path script(Path folder, String name, String lines) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + lines + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
