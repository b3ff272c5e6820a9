package org.careroom;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * The one browser of a test run. A test class says {@code @ExtendWith(Browsers.class)} and opens pages with {@link #newPage};
 * each page has cookies and storage of its own, as another person's browser would, and is closed after the test. Where there
 * is no browser and none can be had, such tests are skipped with the reason, and fail where {@code CI=true}. Playwright is
 * for one thread, so everything here is called from the test's own.
 */
public final class Browsers implements BeforeAllCallback, AfterEachCallback {

    /** Without these Chromium calls home, which takes time and, where that is forbidden, fails many times over. */
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final List<BrowserContext> opened = new ArrayList<>();
    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;
    private static @Nullable RuntimeException unavailable;

    /** The browser, started when it is first asked for. */
    public static Browser browser() {
        if (unavailable != null) {
            throw unavailable;
        }
        if (browser == null) {
            try {
                browser = launch(BrowserProgram.ofThisMachine().get());
            } catch (RuntimeException failed) {
                unavailable = skipped(failed, "true".equals(System.getenv("CI")));
                throw unavailable;
            }
        }
        return browser;
    }

    /** A page of a wide screen in a fresh browser; addresses are relative to the base, {@code http://localhost:port}. */
    public static Page newPage(String base) {
        return newPage(base, 1280, 800);
    }

    /** A page of a screen of this size in a fresh browser. */
    public static Page newPage(String base, int width, int height) {
        return newPage(new Browser.NewContextOptions().setBaseURL(base).setViewportSize(width, height));
    }

    /** A page in a fresh browser that is set up in any other way: color scheme, language, reduced motion, no JavaScript. */
    public static Page newPage(Browser.NewContextOptions options) {
        BrowserContext context = browser().newContext(options);
        context.setDefaultTimeout(10_000);
        opened.add(context);
        return context.newPage();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        opened.forEach(BrowserContext::close);
        opened.clear();
    }

    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    static RuntimeException skipped(RuntimeException reason, boolean ci) {
        if (ci) {
            return reason;
        }
        System.err.println("Browser tests are skipped: " + reason.getMessage());
        return new TestAbortedException("No browser: " + reason.getMessage(), reason);
    }

    private static Browser launch(Optional<Path> program) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions();
        List<String> arguments = new ArrayList<>(QUIET);
        if (BrowserProgram.isRoot()) {
            arguments.add("--no-sandbox");
        }
        program.ifPresent(options::setExecutablePath);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright.chromium().launch(options.setArgs(arguments));
    }
}
