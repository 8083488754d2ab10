package vigie.crawler.nutch;

import java.io.IOException;
import org.apache.hadoop.fs.FSError;

/** Runs Nutch's tools, which tell by a bare {@link RuntimeException} that a job of theirs has failed. */
final class Jobs {

    private static final String REMEDY =
            "the log says more; look for a full disk or missing rights, then run again: the crawl goes on where it was";

    private Jobs() {}

    /** One call of a tool. */
    @FunctionalInterface
    interface Tool<T> {
        T run() throws IOException, InterruptedException, ClassNotFoundException;
    }

    /** One call of a tool that gives nothing back. */
    @FunctionalInterface
    interface PlainTool {
        void run() throws IOException, InterruptedException, ClassNotFoundException;
    }

    static void run(String name, PlainTool tool) throws CrawlException {
        call(name, () -> {
            tool.run();
            return name;
        });
    }

    static <T> T call(String name, Tool<T> tool) throws CrawlException {
        try {
            return tool.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CrawlException(name + " was interrupted", REMEDY, e);
        } catch (IOException | ClassNotFoundException | RuntimeException | FSError e) {
            throw new CrawlException(name + " failed: " + e.getMessage(), REMEDY, e);
        }
    }
}
