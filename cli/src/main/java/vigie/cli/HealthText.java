package vigie.cli;

import java.io.PrintStream;
import vigie.reports.render.Texts;

/** Writes a {@link Health} for people. */
final class HealthText {

    private final Terminal terminal;
    private final Messages messages;
    private final Texts texts;

    HealthText(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
        this.texts = new Texts(messages.language());
    }

    void print(Health health) {
        PrintStream out = terminal.out();
        if (health.lastRun() != null) {
            out.println(messages.get("health.run.last", texts.time(health.lastRun())));
        }
        if (health.findings().isEmpty()) {
            out.println(messages.get("health.good"));
        }
        for (Health.Finding finding : health.findings()) {
            print(finding);
        }
    }

    void print(Health.Finding finding) {
        String about = finding.source() != null ? finding.source() : finding.file();
        terminal.out()
                .println((about == null ? "" : terminal.bold(about) + " : ")
                        + messages.get(
                                "health.kind." + finding.kind().id(),
                                finding.since() == null ? messages.get("status.never") : texts.day(finding.since()),
                                finding.detail() == null ? "" : finding.detail()));
    }
}
