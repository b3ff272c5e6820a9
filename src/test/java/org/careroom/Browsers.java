package org.careroom;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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
 *
 * <p>What a page complains of fails the test: a violation of the Content-Security-Policy, an error in a script, anything
 * else that the console calls an error. A test that means to provoke one says so first ({@link #pardon}). Of a test that
 * failed, the pages it left open can be looked at in {@code target/browsers}.
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

    /** Camera, microphone and screen are Chromium's own test pictures and tones, and whoever is asked lets pages use them. */
    private static final List<String> DEVICES =
            List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");

    /** Machines that test are busy machines. */
    private static final int PATIENCE_MILLISECONDS = 15_000;

    private static final Path PICTURES = Path.of("target", "browsers");

    private static final List<BrowserContext> opened = new ArrayList<>();
    private static final List<String> complaints = new ArrayList<>();
    private static final List<String> pardoned = new ArrayList<>();
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
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        opened.add(context);
        return context.newPage();
    }

    /** Complaints with this in them do not fail the test. */
    public static void pardon(String complaint) {
        pardoned.add(complaint);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> takePictures(context));
        opened.forEach(BrowserContext::close);
        opened.clear();
        failOnComplaints();
    }

    private static void takePictures(ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        int number = 0;
        for (BrowserContext browser : opened) {
            for (Page page : browser.pages()) {
                page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(test + "-" + ++number + ".png")));
            }
        }
    }

    static void failOnComplaints() {
        List<String> unpardoned = complaints.stream()
                .filter(complaint -> pardoned.stream().noneMatch(complaint::contains))
                .toList();
        complaints.clear();
        pardoned.clear();
        if (!unpardoned.isEmpty()) {
            throw new AssertionError("The browser complains: " + unpardoned);
        }
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
        arguments.addAll(DEVICES);
        if (BrowserProgram.isRoot()) {
            arguments.add("--no-sandbox");
        }
        program.ifPresent(options::setExecutablePath);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        return playwright.chromium().launch(options.setArgs(arguments));
    }
}
