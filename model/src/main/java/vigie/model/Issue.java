package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person should look at: a line of {@code data/issues.jsonl}.
 *
 * @param step which step met it: crawl, archive, index, report
 * @param source id of the source, or null
 * @param url or file, or null
 * @param kind short and stable, kebab-case: {@code document-failed}, {@code torn-record}
 * @param message what is wrong
 * @param remedy what to do
 */
public record Issue(
        Instant time,
        String step,
        @Nullable String source,
        @Nullable String url,
        String kind,
        String message,
        String remedy) {}
