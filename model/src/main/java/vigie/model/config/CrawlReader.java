package vigie.model.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.config.Node.Mapping;
import vigie.model.config.Node.Scalar;

/** Reads {@code config/crawl.yml}; what it leaves out is as in {@link CrawlSettings#defaults}. */
final class CrawlReader {

    static final List<String> KEYS = List.of(
            "contact",
            "site-gap",
            "feed-gap",
            "max-crawl-delay",
            "connect-timeout",
            "total-time",
            "min-rate",
            "max-bytes",
            "max-ratio",
            "max-redirects",
            "threads",
            "max-rounds",
            "max-pages-per-site",
            "round",
            "recheck",
            "parse-time",
            "parse-memory",
            "ocr",
            "extract-time");

    private static final List<String> OCR_KEYS = List.of("pages", "page-time", "time");
    private static final List<String> ROUND_KEYS = List.of("time", "pages", "links");
    private static final Set<String> OFF = Set.of("off", "false");

    private final Fields fields;
    private final Values values;
    private final Quantities quantities;

    CrawlReader(Mapping root, FileProblems problems) {
        this.fields = new Fields(root, problems, KEYS);
        this.values = new Values(problems);
        this.quantities = new Quantities(values);
    }

    CrawlSettings read() {
        CrawlSettings byDefault = CrawlSettings.defaults();
        return new CrawlSettings(
                contact(),
                gap("site-gap", byDefault.siteGap()),
                gap("feed-gap", byDefault.feedGap()),
                gap("max-crawl-delay", byDefault.maxCrawlDelay()),
                time("connect-timeout", byDefault.connectTimeout()),
                time("total-time", byDefault.totalTime()),
                size("min-rate", byDefault.minRate()),
                size("max-bytes", byDefault.maxBytes()),
                ratio(byDefault.maxRatio()),
                whole("max-redirects", 0, 50, byDefault.maxRedirects()),
                whole("threads", 1, 256, byDefault.threads()),
                whole("max-rounds", 1, 1_000, byDefault.maxRounds()),
                whole("max-pages-per-site", 1, 10_000_000, byDefault.maxPagesPerSite()),
                round(byDefault.round()),
                gap("recheck", byDefault.recheck()),
                time("parse-time", byDefault.parseTime()),
                megabytes("parse-memory", byDefault.parseMemory()),
                ocr(byDefault.ocr()),
                time("extract-time", byDefault.extractTime()));
    }

    /** {@code off}, which YAML takes for a boolean, or limits. */
    private OcrSettings ocr(OcrSettings byDefault) {
        Optional<Node> node = fields.optional("ocr");
        if (node.isPresent() && node.get() instanceof Scalar scalar && OFF.contains(scalar.text())) {
            return OcrSettings.off();
        }
        return node.flatMap(limits -> values.fields(limits, OCR_KEYS))
                .map(limits -> new OcrSettings(
                        limits.optional("pages")
                                .flatMap(pages -> quantities.whole(pages, 1, 10_000))
                                .orElse(byDefault.pages()),
                        limits.optional("page-time").flatMap(quantities::time).orElse(byDefault.pageTime()),
                        limits.optional("time").flatMap(quantities::time).orElse(byDefault.time())))
                .orElse(byDefault);
    }

    private RoundSettings round(RoundSettings byDefault) {
        return fields.optional("round")
                .flatMap(limits -> values.fields(limits, ROUND_KEYS))
                .map(limits -> new RoundSettings(
                        limits.optional("time").flatMap(quantities::time).orElse(byDefault.time()),
                        limits.optional("pages")
                                .flatMap(pages -> quantities.whole(pages, 1, 1_000_000))
                                .orElse(byDefault.pages()),
                        limits.optional("links")
                                .flatMap(links -> quantities.whole(links, 1, 1_000_000))
                                .orElse(byDefault.links())))
                .orElse(byDefault);
    }

    private @Nullable String contact() {
        if (fields.isNull("contact")) {
            return null;
        }
        return fields.optional("contact")
                .flatMap(new Addresses(values)::contact)
                .orElse(null);
    }

    private Duration gap(String key, Duration byDefault) {
        return fields.optional(key).flatMap(quantities::duration).orElse(byDefault);
    }

    private Duration time(String key, Duration byDefault) {
        return fields.optional(key).flatMap(quantities::time).orElse(byDefault);
    }

    private long size(String key, long byDefault) {
        return fields.optional(key).flatMap(quantities::size).orElse(byDefault);
    }

    private int megabytes(String key, int byDefault) {
        return fields.optional(key).flatMap(quantities::megabytes).orElse(byDefault);
    }

    private double ratio(double byDefault) {
        Optional<Double> ratio = fields.optional("max-ratio").flatMap(node -> quantities.number(node, 1, 100_000));
        return ratio.orElse(byDefault);
    }

    private int whole(String key, int least, int most, int byDefault) {
        return fields.optional(key)
                .flatMap(node -> quantities.whole(node, least, most))
                .orElse(byDefault);
    }
}
