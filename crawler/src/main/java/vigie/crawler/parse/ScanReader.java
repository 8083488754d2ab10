package vigie.crawler.parse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.config.OcrSettings;
import vigie.model.id.Digest;

/**
 * Completes a PDF or an image by recognising the characters of those pages that are only images, within the limits of
 * {@link OcrSettings}. Thread-safe.
 */
final class ScanReader {

    /** Draws a page; empty where that fails or takes longer. */
    @FunctionalInterface
    interface Renderer {
        Optional<PageImage> render(RenderRequest request, Duration time);
    }

    private static final String OPEN = "pages-without-text";

    private final OcrSettings settings;
    private final Tesseract tesseract;
    private final Renderer renderer;
    private final OcrCache cache;
    private final LongSupplier nanoTime;

    ScanReader(OcrSettings settings, Tesseract tesseract, Renderer renderer, OcrCache cache, LongSupplier nanoTime) {
        this.settings = settings;
        this.tesseract = tesseract;
        this.renderer = renderer;
        this.cache = cache;
        this.nanoTime = nanoTime;
    }

    /** {@code document} as read from {@code payload}, with what its images say; itself where there are none. */
    ParsedDocument complete(byte[] payload, ParsedDocument document) {
        List<Integer> pages = PageNumbers.read(document.metadata().getOrDefault(OPEN, ""));
        if (pages.isEmpty()) {
            return document;
        }
        if (!settings.enabled()) {
            return because(document, "off");
        }
        return switch (tesseract.state()) {
            case NO_PROGRAM -> because(document, "not-installed");
            case NO_FRENCH -> because(document, "no-french");
            case READY -> recognise(payload, document, pages);
        };
    }

    private ParsedDocument recognise(byte[] payload, ParsedDocument document, List<Integer> pages) {
        String digest = Digest.sha256(payload);
        SortedMap<Integer, PageText> known = cache.pages(digest);
        SortedMap<Integer, PageText> read = new TreeMap<>();
        List<Integer> open = new ArrayList<>();
        long end = nanoTime.getAsLong() + settings.time().toNanos();
        boolean cut = false;
        boolean gaveUp = false;
        for (int page : pages) {
            PageText text = known.get(page);
            if (text == null && !(cut |= read.size() + open.size() >= settings.pages() || late(end))) {
                text = recognise(new RenderRequest(page, payload), end).orElse(null);
                gaveUp |= text == null;
                if (text != null) {
                    known.put(page, text);
                    cache.put(digest, known);
                }
            }
            if (text != null && text.plausible()) {
                read.put(page, text);
            } else {
                open.add(page);
            }
        }
        if (read.isEmpty() && !cut && !gaveUp && document.mediaType().startsWith("image/")) {
            // A photograph: nobody writes nothing on a paper.
            return ParsedDocument.unsupported(document.mediaType());
        }
        ParsedDocument completed = read.isEmpty() ? document : completed(document, read, open);
        return open.isEmpty() ? completed : because(completed, cut ? "cut" : gaveUp ? "gave-up" : "nothing-recognised");
    }

    private boolean late(long end) {
        return nanoTime.getAsLong() >= end;
    }

    private Optional<PageText> recognise(RenderRequest request, long end) {
        Duration left = Duration.ofNanos(Math.max(1, end - nanoTime.getAsLong()));
        Duration time = left.compareTo(settings.pageTime()) < 0 ? left : settings.pageTime();
        return renderer.render(request, time).flatMap(image -> tesseract.read(image, time));
    }

    private static ParsedDocument completed(
            ParsedDocument document, SortedMap<Integer, PageText> read, List<Integer> open) {
        PageTexts pages =
                new PageTexts(document, Integer.parseInt(document.metadata().getOrDefault("pages", "0")));
        read.forEach((page, text) -> pages.replace(page, text.text()));
        Map<String, String> metadata = new LinkedHashMap<>(document.metadata());
        metadata.remove(OPEN);
        if (!open.isEmpty()) {
            metadata.put(OPEN, PageNumbers.write(open));
        }
        pages.attachedFrom().ifPresent(from -> metadata.put(SourceDocument.ATTACHED_FROM, "" + from));
        metadata.put("ocr-pages", PageNumbers.write(List.copyOf(read.keySet())));
        metadata.put("ocr-confidence", percent(mean(read)));
        StringJoiner each = new StringJoiner(",");
        read.forEach((page, text) -> each.add(page + ":" + percent(text.confidence())));
        metadata.put("ocr-page-confidence", each.toString());
        return document.with(TextOutcome.TEXT, pages.text(), pages.starts(), metadata);
    }

    private static double mean(SortedMap<Integer, PageText> read) {
        double sum = 0;
        double length = 0;
        for (PageText text : read.values()) {
            sum += text.text().length() * text.confidence();
            length += text.text().length();
        }
        return sum / length;
    }

    private static String percent(double confidence) {
        return String.format(Locale.ROOT, "%.0f", confidence);
    }

    /** Why pages are still without text. */
    private static ParsedDocument because(ParsedDocument document, String reason) {
        Map<String, String> metadata = new LinkedHashMap<>(document.metadata());
        metadata.put("ocr", reason);
        return document.with(document.outcome(), document.text(), document.pageStarts(), metadata);
    }
}
