package vigie.crawler.parse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Link;
import vigie.model.PartialDate;
import vigie.model.TextOutcome;

/**
 * What was read out of a payload.
 *
 * @param outcome always set; {@code text} is empty unless it is {@code TEXT}
 * @param cause for FAILED and UNSUPPORTED
 * @param mediaType as detected from the bytes
 * @param pageStarts offsets at which pages start; empty where there are none
 * @param metadata such as {@code pages}, {@code author-tool}; never names of persons
 */
public record ParsedDocument(
        TextOutcome outcome,
        @Nullable String cause,
        String mediaType,
        String text,
        List<Integer> pageStarts,
        @Nullable String title,
        @Nullable PartialDate published,
        List<Link> links,
        Map<String, String> metadata) {

    public ParsedDocument {
        pageStarts = List.copyOf(pageStarts);
        links = List.copyOf(links);
        metadata = Map.copyOf(metadata);
    }
}
