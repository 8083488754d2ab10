package vigie.crawler.parse;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Kills a process that is not done in time. */
final class Deadline {

    private final AtomicBoolean decided = new AtomicBoolean();
    private final ScheduledFuture<?> alarm;

    Deadline(Process process, ScheduledExecutorService clock, Duration time) {
        alarm = clock.schedule(() -> expire(process), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void expire(Process process) {
        if (decided.compareAndSet(false, true)) {
            process.destroyForcibly();
        }
    }

    /** Ends the wait; whether the process was in time. */
    boolean met() {
        alarm.cancel(false);
        return decided.compareAndSet(false, true);
    }
}
