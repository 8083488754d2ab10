package vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import vigie.model.Json;

/** A real browser without a window: Chromium, which reads French and asks nothing of the world by itself. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Stops on the way of a keyboard through a page. */
    private static final int MOST_TABS = 80;

    private final ChromeDriver driver;
    private final String axe;

    private Browser(ChromeDriver driver, String axe) {
        this.driver = driver;
        this.axe = axe;
    }

    /** Opens one with a profile of its own; skips the test where there is none. */
    static Browser open(Path profile) throws IOException {
        Needed.program(CHROMIUM, "chromium");
        Needed.program(CHROMEDRIVER, "chromium-driver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--accept-lang=fr",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile())
                .build();
        try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            return new Browser(
                    new ChromeDriver(service, options), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    ChromeDriver driver() {
        return driver;
    }

    /** A window of that many points; a narrow one is a telephone. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** What the reader set for all sites: {@code light} or {@code dark}. */
    void theme(String theme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    /** Whether pages may run scripts; what the test asks the browser runs nevertheless. */
    void scripts(boolean allowed) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    void go(String address) {
        driver.get(address);
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> findAll(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The visible text of the page. */
    String text() {
        return find("body").getText();
    }

    /** Follows a link and waits for what must be there then. */
    void follow(String selector, String expected) {
        find(selector).click();
        await(expected);
    }

    /** Waits until an element is there. */
    void await(String selector) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> selector + " at " + address())
                .until(ready -> !findAll(selector).isEmpty());
    }

    /** Waits until the address holds that. */
    void awaitAddress(String part) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> part + " in " + address())
                .until(ready -> address().contains(part));
    }

    /** Presses Tab until such an element has the focus, and shows that it has. */
    WebElement tabTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            press(Keys.TAB);
            if (Boolean.TRUE.equals(
                    driver.executeScript("return document.activeElement.matches(arguments[0])", selector))) {
                if (number("return parseFloat(getComputedStyle(document.activeElement).outlineWidth)") < 2) {
                    throw new AssertionError("the focus cannot be seen: " + selector);
                }
                return driver.switchTo().activeElement();
            }
        }
        throw new AssertionError("no keyboard reaches " + selector + " at " + address());
    }

    void press(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    long number(String script, Object... arguments) {
        Object value = driver.executeScript(script, arguments);
        return ((Number) Objects.requireNonNull(value, script)).longValue();
    }

    /** What the console said that is no mere note, since last asked. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The web origins that were asked for anything since last asked. */
    Set<String> origins() throws IOException {
        Set<String> origins = new TreeSet<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE).getAll()) {
            JsonNode message = Json.mapper().readTree(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                String asked = message.at("/params/request/url").asText();
                if (asked.startsWith("http")) {
                    origins.add(asked.replaceFirst("(://[^/]*).*", "$1"));
                }
            }
        }
        return origins;
    }

    /** What axe finds wrong by WCAG 2.0 to 2.2, A and AA, and by its best practice: rule, where and why. */
    List<String> violations() throws IOException {
        if (!Boolean.TRUE.equals(driver.executeScript("return typeof axe === 'object'"))) {
            driver.executeScript(axe);
        }
        String found = String.valueOf(
                driver.executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],"
                                + " resultTypes: ['violations']}).then(r => done(JSON.stringify(r.violations)), e => done('\"' + e + '\"'));"));
        List<String> violations = new ArrayList<>();
        for (JsonNode rule : Json.mapper().readTree(found)) {
            for (JsonNode node : rule.path("nodes")) {
                violations.add(rule.path("id").asText() + ": "
                        + node.path("html").asText() + ": "
                        + node.path("failureSummary").asText());
            }
        }
        return violations;
    }

    /** Keeps a picture of the whole page. */
    /** The page as a screen reader is given it. */
    Spoken spoken() {
        driver.executeCdpCommand("Accessibility.enable", Map.of());
        Map<String, Object> tree = driver.executeCdpCommand("Accessibility.getFullAXTree", Map.of());
        driver.executeCdpCommand("Accessibility.disable", Map.of());
        return Spoken.of(Json.mapper().valueToTree(tree));
    }

    void picture(Path file) throws IOException {
        Map<String, Object> shot =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        Files.write(file, Base64.getDecoder().decode(String.valueOf(Objects.requireNonNull(shot.get("data")))));
    }

    /** Keeps a picture of what a reader sees without scrolling. */
    byte[] screen() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
