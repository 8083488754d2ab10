package vigie.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.model.SourceCoverage;
import vigie.model.Term;
import vigie.model.Tries;

/**
 * Whether the weekly work goes well: what a person should look at, from the index, {@code runs.jsonl} and {@code
 * issues.jsonl}.
 *
 * @param time of this look
 * @param lastRun when the last run was over, or null if there was none
 * @param findings empty where all is well
 */
record Health(Instant time, @Nullable Instant lastRun, List<Finding> findings) {

    /** What the crawl tells of a source as a whole, in {@code issues.jsonl}. */
    private static final Map<String, Kind> TOLD = Map.of(
            "expectation-failed", Kind.EXPECTATION_FAILED,
            "platform-changed", Kind.SITE_CHANGED,
            "start-unread", Kind.SITE_CHANGED);

    private static final Set<Kind> NOTHING = Set.of(Kind.UNREACHABLE, Kind.MISSING);

    private static final Duration RUN_OVERDUE = Duration.ofDays(14);
    private static final int MONTHS_BEFORE = 3;
    private static final int LEAST_FAILURES = 5;
    private static final double LEAST_SHARE = 0.1;
    private static final double RISE = 2;

    Health {
        findings = List.copyOf(findings);
    }

    /** What may be wrong. */
    enum Kind implements Term {
        /** No run has ended for two weeks. */
        NO_RUN,
        /** The source did not answer in the last run at all, or never did. */
        UNREACHABLE,
        /** The source answers that there is nothing at its address. */
        MISSING,
        /** The source has brought no new document for the given number of weeks. */
        SILENT,
        /** The share of failures in the last month with tries is twice that of the three before, and a tenth at least. */
        FAILING_MORE,
        /** The source did not give what its seed expects, in the last run. */
        EXPECTATION_FAILED,
        /** In the last run the site was on another platform than before, or could not be read from where its seed begins. */
        SITE_CHANGED,
        /** A part of a file of the archive cannot be read; all else is used. */
        ARCHIVE_DAMAGED
    }

    /**
     * One thing to look at.
     *
     * @param source id, or null where it is about the whole
     * @param since when it was last well, or null if it never was
     * @param detail cause or numbers, or null
     * @param file that is damaged, else null
     * @param remedy what to do where that is always the same, else null
     */
    record Finding(
            Kind kind,
            @Nullable String source,
            @Nullable Instant since,
            @Nullable String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String file,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String remedy) {

        Finding(Kind kind, @Nullable String source, @Nullable Instant since, @Nullable String detail) {
            this(kind, source, since, detail, null, null);
        }
    }

    /**
     * Looks.
     *
     * @param runs lines of {@code runs.jsonl}, oldest first
     * @param issues lines of {@code issues.jsonl}
     * @param silence after how long without a new document a source counts as silent
     */
    static Health of(
            List<SourceCoverage> sources, List<JsonNode> runs, List<JsonNode> issues, Duration silence, Instant now) {
        List<JsonNode> crawls = runs.stream()
                .filter(run -> run.path("crawl").isObject())
                .sorted(Comparator.comparing(Health::time))
                .toList();
        Instant last = crawls.isEmpty() ? null : time(crawls.get(crawls.size() - 1));
        List<Finding> findings = new ArrayList<>();
        if (last == null || last.isBefore(now.minus(RUN_OVERDUE))) {
            findings.add(new Finding(Kind.NO_RUN, null, last, null));
        }
        JsonNode unreachable = crawls.isEmpty()
                ? MissingNode.getInstance()
                : crawls.get(crawls.size() - 1).at("/crawl/unreachable");
        for (SourceCoverage source : sources) {
            if (unreachable.has(source.source()) || source.unreachable()) {
                String reason = unreachable
                        .path(source.source())
                        .asText(String.join(", ", source.reasons().keySet()));
                boolean isMissing = source.silence() == SourceCoverage.Silence.MISSING
                        || SourceCoverage.isMissing(
                                unreachable.path(source.source()).asText());
                findings.add(new Finding(
                        isMissing ? Kind.MISSING : Kind.UNREACHABLE, source.source(), source.lastSuccess(), reason));
            } else if (isSilent(source, now.minus(silence))) {
                findings.add(new Finding(Kind.SILENT, source.source(), source.lastNew(), null));
            }
            failingMore(source, findings);
        }
        Instant previous = crawls.size() < 2 ? Instant.MIN : time(crawls.get(crawls.size() - 2));
        told(issues, previous, findings);
        return new Health(now, last, findings);
    }

    /** The same with what of the archive cannot be read, before all else. */
    Health with(List<Finding> damages) {
        List<Finding> all = new ArrayList<>(damages);
        all.addAll(findings);
        return new Health(time, lastRun, all);
    }

    private static boolean isSilent(SourceCoverage source, Instant limit) {
        Instant heard = source.lastNew() == null ? source.firstTried() : source.lastNew();
        return heard != null && heard.isBefore(limit);
    }

    private static void failingMore(SourceCoverage source, List<Finding> findings) {
        if (source.tries().isEmpty()) {
            return;
        }
        NavigableMap<YearMonth, Tries> tries = new TreeMap<>(source.tries());
        Tries last = tries.lastEntry().getValue();
        Tries before = tries.headMap(tries.lastKey(), false).descendingMap().values().stream()
                .limit(MONTHS_BEFORE)
                .reduce(Tries.none(), Tries::plus);
        boolean isMuch = last.failed() >= LEAST_FAILURES && last.shareFailed() >= LEAST_SHARE;
        if (isMuch && before.got() + before.failed() > 0 && last.shareFailed() >= RISE * before.shareFailed()) {
            String detail = percent(before) + " → " + percent(last);
            findings.add(new Finding(Kind.FAILING_MORE, source.source(), source.lastSuccess(), detail));
        }
    }

    private static String percent(Tries tries) {
        return Math.round(100 * tries.shareFailed()) + " %";
    }

    /** Whether a line of {@code issues.jsonl} may be one that counts here. */
    static boolean isAbout(String line) {
        return TOLD.keySet().stream().anyMatch(line::contains);
    }

    private static void told(List<JsonNode> issues, Instant after, List<Finding> findings) {
        Map<String, Finding> latest = new TreeMap<>();
        for (JsonNode issue : issues) {
            Kind kind = TOLD.get(issue.path("kind").asText());
            String source = issue.path("source").asText();
            boolean isTold = kind == Kind.SITE_CHANGED
                    && findings.stream()
                            .anyMatch(finding -> NOTHING.contains(finding.kind()) && source.equals(finding.source()));
            if (kind != null && !isTold && time(issue).isAfter(after)) {
                latest.put(
                        source + " " + kind,
                        new Finding(
                                kind, source, time(issue), issue.path("message").asText()));
            }
        }
        findings.addAll(latest.values());
    }

    private static Instant time(JsonNode line) {
        return Instant.parse(line.path("time").asText());
    }
}
