package vigie.crawler.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vigie.crawler.feed.Reading.Entry;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.Capture;
import vigie.model.Source;
import vigie.model.config.Communes;
import vigie.model.id.Digest;

/**
 * Procurement notices of BOAMP's programming interface, Opendatasoft Explore v2.1: at most {@value #PAGE} records a page
 * and {@value #MOST} in all. Option {@code words}: notices that hold one of these, separated by commas.
 */
final class BoampAdapter implements SourceAdapter {

    private static final int PAGE = 100;
    private static final int MOST = 10_000;

    private final JsonMapper json;
    private final BoampNotice notices;

    BoampAdapter(JsonMapper json, Communes communes) {
        this.json = json;
        this.notices = new BoampNotice(json, communes);
    }

    @Override
    public boolean isWindowed() {
        return true;
    }

    @Override
    public void collect(Source source, Window window, FeedPages pages) throws IOException {
        long total = PAGE;
        for (int offset = 0; offset < Math.min(total, MOST); offset += PAGE) {
            Optional<Reading> page = pages.get(address(source, window, offset));
            if (page.isEmpty()) {
                return;
            }
            total = page.get().total() == null ? 0 : page.get().total();
        }
        if (total > MOST) {
            pages.truncated(total + " notices match, " + MOST + " can be paged", "narrow the source's words");
        }
    }

    private static URI address(Source source, Window window, int offset) {
        String words = Arrays.stream(source.options().getOrDefault("words", "").split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> "search(\"" + word.replace("\"", "") + "\")")
                .collect(Collectors.joining(" or "));
        String where = "dateparution>=date'" + window.from() + "' and dateparution<=date'" + window.to() + "'"
                + (words.isEmpty() ? "" : " and (" + words + ")");
        return URI.create(source.url() + "?where=" + URLEncoder.encode(where, StandardCharsets.UTF_8)
                + "&order_by=dateparution%20desc&limit=" + PAGE + "&offset=" + offset);
    }

    @Override
    public Reading read(Source source, Capture capture, byte[] payload) throws ShapeException {
        JsonNode answer;
        try {
            answer = json.readTree(payload);
        } catch (IOException e) {
            throw new ShapeException("the answer is no JSON", e);
        }
        if (!answer.path("results").isArray() || !answer.path("total_count").isInt()) {
            String text = answer.toString();
            throw new ShapeException(
                    "the answer has no total_count and results: " + text.substring(0, Math.min(200, text.length())));
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode record : answer.get("results")) {
            entries.add(entry(source, capture, record));
        }
        return new Reading(entries, answer.get("total_count").asLong(), List.of());
    }

    private Entry entry(Source source, Capture capture, JsonNode record) {
        String id = record.path("idweb").asText("?");
        String digest = Digest.sha256(record.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
        try {
            return new Entry(id, digest, notices.document(source.id(), capture, record), null, List.of());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return new Entry(
                    id,
                    digest,
                    null,
                    null,
                    List.of(new Remark("record-unreadable", "a notice cannot be read: " + e.getMessage())));
        }
    }
}
