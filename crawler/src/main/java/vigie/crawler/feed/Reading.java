package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.SourceDocument;

/**
 * What one answer of a feed holds. Nothing is lost: every record is an entry, and an entry is a document, a link to one,
 * or a remark that says why it is neither.
 *
 * @param records that the answer holds: more than entries where several make one
 * @param total how many records match in all, where the feed says so
 * @param next tokens or addresses of further pages, where the feed gives them
 */
record Reading(List<Entry> entries, int records, @Nullable Long total, List<String> next) {

    Reading {
        entries = List.copyOf(entries);
        next = List.copyOf(next);
    }

    /** Each record is an entry of its own. */
    Reading(List<Entry> entries, @Nullable Long total, List<String> next) {
        this(entries, entries.size(), total, next);
    }

    /**
     * One record.
     *
     * @param id its number in the feed, stable
     * @param digest of its content: another one is another version
     * @param document that it is, or null
     * @param linked file that it points to, to be fetched and read, or null
     * @param remarks what a person should know: values that are not understood, fields that nobody reads
     */
    record Entry(
            String id,
            String digest,
            @Nullable SourceDocument document,
            @Nullable Linked linked,
            List<Remark> remarks) {

        Entry {
            remarks = List.copyOf(remarks);
            if (document == null && linked == null && remarks.isEmpty()) {
                throw new IllegalArgumentException("record " + id + " would be lost without a word");
            }
        }

        /** The same with one remark more. */
        Entry with(Remark remark) {
            List<Remark> all = new ArrayList<>(remarks);
            all.add(remark);
            return new Entry(id, digest, document, linked, all);
        }
    }

    /**
     * Something to look at. The same remark on many records is told once.
     *
     * @param kind short and stable, kebab-case: {@code record-unreadable}, {@code unknown-value}, {@code field-left-over}
     */
    record Remark(String kind, String message) {}
}
