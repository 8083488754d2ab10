package vigie.cli;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a step is: a bar with rate and remaining time on a terminal, a plain line now and then otherwise. */
final class Progress implements AutoCloseable {

    private static final Duration PLAIN_EVERY = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final boolean silent;
    private @Nullable ProgressBar bar;
    private String step = "";
    private long lastLine;
    /** Whether the end of the step has been told. */
    private boolean told;

    Progress(Terminal terminal, boolean silent) {
        this.terminal = terminal;
        this.silent = silent;
    }

    /**
     * Tells where a step is.
     *
     * @param total 0 while that is not known
     */
    synchronized void at(String name, long done, long total) {
        if (silent) {
            return;
        }
        if (!name.equals(step)) {
            close();
            step = name;
            lastLine = 0;
            told = false;
        }
        if (terminal.live()) {
            bar(done, total);
        } else {
            line(done, total);
        }
    }

    private void bar(long done, long total) {
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName(step)
                    .setInitialMax(total == 0 ? -1 : total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width() - 1))
                    .build();
            bar = shown;
        }
        if (total > 0) {
            shown.maxHint(total);
        }
        shown.stepTo(done);
    }

    private void line(long done, long total) {
        long now = System.nanoTime();
        boolean over = total > 0 && done >= total && !told;
        if (lastLine == 0 || over || (!told && now - lastLine > PLAIN_EVERY.toNanos())) {
            lastLine = now;
            told = over;
            if (done > 0 || total > 0) {
                terminal.err().println(step + " " + done + (total > 0 ? "/" + total : ""));
            } else {
                terminal.err().println(step);
            }
        }
    }

    /** Ends the bar. */
    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
