package vigie.crawler.feed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.crawler.feed.Reading.Entry;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.Capture;
import vigie.model.Source;
import vigie.model.config.Communes;

/**
 * Procurement notices of BOAMP's programming interface, Opendatasoft Explore v2.1: at most {@value #PAGE} records a page
 * and {@value #MOST} in all; where a window holds more it is exported week by week.
 *
 * <p>Options {@code words} and {@code cpv}, separated by commas: notices that hold one of these. A record's document has
 * the same id whichever way it came, so that a correction is a version of it.
 */
final class BoampAdapter implements SourceAdapter {

    private static final int PAGE = 100;
    private static final int MOST = 10_000;
    private static final Period EXPORT = Period.ofWeeks(1);

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
        // How many there are must be known: corrections stand on any page, whether or not the first has changed.
        Optional<Reading> first = pages.getAnew(page(source, window, 0));
        Long total = first.map(Reading::total).orElse(null);
        if (total == null) {
            return;
        }
        if (total > MOST) {
            for (Window week : window.slices(EXPORT)) {
                pages.get(export(source, week));
            }
            return;
        }
        for (int offset = PAGE; offset < Math.min(total, MOST) && pages.isWhole(); offset += PAGE) {
            total = pages.get(page(source, window, offset)).map(Reading::total).orElse(total);
        }
    }

    private static URI page(Source source, Window window, int offset) {
        return URI.create(source.url() + query(source, window) + "&limit=" + PAGE + "&offset=" + offset);
    }

    private static URI export(Source source, Window window) {
        return URI.create(source.url().toString().replaceFirst("/records/?$", "/exports/json") + query(source, window));
    }

    private static String query(Source source, Window window) {
        String words = Stream.of("words", "cpv")
                .flatMap(option ->
                        Arrays.stream(source.options().getOrDefault(option, "").split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> "search(\"" + word.replaceAll("[\"\\\\]", "") + "\")")
                .collect(Collectors.joining(" or "));
        String where = "dateparution>=date'" + window.from() + "' and dateparution<=date'" + window.to() + "'"
                + (words.isEmpty() ? "" : " and (" + words + ")");
        return "?where=" + URLEncoder.encode(where, StandardCharsets.UTF_8)
                + "&order_by=dateparution%20desc%2Cidweb%20desc";
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
