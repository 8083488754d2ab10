package vigie.crawler.nutch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks at something ten times a second beside a job that gives no news itself. */
final class SideWatch {

    private static final long PAUSE = 100;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;

    SideWatch(String name, Runnable look) {
        this.thread = new Thread(() -> watch(look), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(Runnable look) {
        try {
            while (!over.await(PAUSE, TimeUnit.MILLISECONDS)) {
                look.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        over.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
