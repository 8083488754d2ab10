package vigie.crawler.feed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import vigie.crawler.feed.Reading.Entry;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.Capture;
import vigie.model.Source;
import vigie.model.config.Communes;

/**
 * Procurement notices of BOAMP's programming interface, asked as {@link Opendatasoft} is.
 *
 * <p>Options {@code words} and {@code cpv}, separated by commas: notices that hold one of these. A record's document has
 * the same id whichever way it came, so that a correction is a version of it.
 */
final class BoampAdapter implements SourceAdapter {

    private final JsonMapper json;
    private final BoampNotice notices;
    private final NoticeDocument documents;
    private final boolean isWindowed;

    /** @param isWindowed whether the interface is asked; else the seed's address is one file of notices */
    BoampAdapter(JsonMapper json, Communes communes, boolean isWindowed) {
        this.json = json;
        this.notices = new BoampNotice(BoampFields.load(), BoampNatures.load(), new BoampForms(new EformsNotice()));
        this.documents = new NoticeDocument(communes);
        this.isWindowed = isWindowed;
    }

    @Override
    public boolean isWindowed() {
        return isWindowed;
    }

    @Override
    public void collect(Source source, Window window, FeedPages pages) throws IOException {
        if (!isWindowed) {
            pages.get(source.url());
            return;
        }
        String selected = Opendatasoft.or(
                Opendatasoft.any(source, "words", word -> "search(\"" + word + "\")"),
                Opendatasoft.any(source, "cpv", code -> "search(\"" + code + "\")"));
        Opendatasoft.collect(
                source,
                window,
                pages,
                days -> "dateparution>=date'" + days.from() + "' and dateparution<=date'" + days.to() + "'"
                        + (selected.isEmpty() ? "" : " and (" + selected + ")"),
                "dateparution desc,idweb desc");
    }

    @Override
    public Reading read(Source source, Capture capture, byte[] payload) throws ShapeException {
        BoampRecords answer = BoampRecords.read(json, payload);
        List<Entry> entries = answer.records().stream()
                .map(record -> entry(source, capture, record))
                .toList();
        return new Reading(entries, answer.total(), List.of());
    }

    private Entry entry(Source source, Capture capture, BoampRecords.Raw raw) {
        if (raw.record() == null) {
            return unreadable(raw, String.valueOf(raw.why()));
        }
        try {
            BoampNotice.Read read = notices.read(raw.id(), raw.record());
            return new Entry(
                    raw.id(),
                    raw.digest(),
                    documents.of(read.notice(), source, capture, source.url().toString()),
                    null,
                    read.remarks());
        } catch (IllegalArgumentException e) {
            return unreadable(raw, String.valueOf(e.getMessage()));
        }
    }

    private static Entry unreadable(BoampRecords.Raw raw, String why) {
        return new Entry(
                raw.id(),
                raw.digest(),
                null,
                null,
                List.of(new Remark("record-unreadable", "a notice cannot be read: " + why)));
    }
}
