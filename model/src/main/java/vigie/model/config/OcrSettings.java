package vigie.model.config;

import java.time.Duration;

/**
 * {@code ocr} in {@code config/crawl.yml}: how much character recognition one document may cost.
 *
 * @param pages most pages of a document that are recognised, the first ones; 0 is {@code ocr: off}
 * @param pageTime longest time for drawing a page, and again for recognising it
 * @param time longest time for all pages of a document
 */
public record OcrSettings(int pages, Duration pageTime, Duration time) {

    /** What {@code config/crawl.yml} ships with. */
    static OcrSettings defaults() {
        return new OcrSettings(50, Duration.ofSeconds(60), Duration.ofMinutes(10));
    }

    /** No recognition: scans stay without text, and are counted as such. */
    public static OcrSettings off() {
        return new OcrSettings(0, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    /** Whether pages are recognised at all. */
    public boolean enabled() {
        return pages > 0;
    }
}
