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
 * <p>Metadata that may be there: {@code charset}; {@code robots} ({@code noindex}, {@code nofollow}); {@code soft-404};
 * {@code canonical} and next (absolute URLs); {@code generator} (what the page says it was made by); {@code crumbs} (the way to the page, as the page tells it); {@code empty} (a page that was read and holds no text);
 * {@code published-from} (where the date was found; {@code file}: when it was saved); {@code pages}; {@code pages-without-text} (such as {@code 2,5-7});
 * {@code ocr} (why those have none: {@code off}, {@code not-installed}, {@code no-french}, {@code nothing-recognised}, {@code gave-up} (drawing or recognising failed or took too long),
 * {@code cut} by a limit); {@code ocr-pages} (that were images and were recognised), {@code ocr-confidence} (their mean, 0 to
 * 100), {@code ocr-page-confidence} (such as {@code 2:91,5:78}); {@code repaired} (words mended by {@link TextRepair}, such as {@code doubled:3,hyphen:12});
 * {@code unreadable-pages}; {@code transmission-id} (of the stamp that the prefecture's system puts on acts);
 * {@code attachments}, {@code attachments-unread}, {@code attached-from} (how many files it carries, of how many no text came, where the text of the others begins); {@code archive-files} and {@code archive-unread} (how many files an archive holds, and of how many no text came);
 * {@code author-tool}.
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

    /** An outcome without text. */
    static ParsedDocument without(TextOutcome outcome, @Nullable String cause, String mediaType) {
        return without(outcome, cause, mediaType, Map.of());
    }

    /** An outcome without text, of which we know something all the same. */
    static ParsedDocument without(
            TextOutcome outcome, @Nullable String cause, String mediaType, Map<String, String> metadata) {
        return new ParsedDocument(outcome, cause, mediaType, "", List.of(), null, null, List.of(), metadata);
    }

    /** The same, called {@code name} where it has no title of its own. */
    public ParsedDocument called(@Nullable String name) {
        return title != null || name == null
                ? this
                : new ParsedDocument(outcome, cause, mediaType, text, pageStarts, name, published, links, metadata);
    }

    /** The same with another text. */
    ParsedDocument with(TextOutcome other, String words, List<Integer> starts, Map<String, String> facts) {
        return new ParsedDocument(other, cause, mediaType, words, starts, title, published, links, facts);
    }

    /** A document that is broken, too large or hostile. */
    public static ParsedDocument failed(String cause, String mediaType) {
        return without(TextOutcome.FAILED, cause, mediaType);
    }

    /** A document of a type that we do not read. */
    static ParsedDocument unsupported(String mediaType) {
        return without(TextOutcome.UNSUPPORTED, "not read: " + mediaType, mediaType);
    }
}
