package vigie.reports.publish;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.model.ReviewState;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Finding;
import vigie.reports.digest.AtomFeed;

/**
 * That a deployment came to be published at its present stage. The same news has the same id in every publication, however
 * often and whenever the site is published.
 *
 * @param id stable
 * @param path where to read on, from the site's root
 * @param source where the first quote was read, or null
 * @param when the first of the claims that say so could be published: it was captured and, unless it is unreviewed, reviewed
 */
public record News(
        String id,
        String headline,
        String text,
        String path,
        @Nullable String source,
        boolean unreviewed,
        Instant when) {

    /** Newest first. */
    static final Comparator<News> ORDER =
            Comparator.comparing(News::when).reversed().thenComparing(News::id);

    /**
     * The news in a report.
     *
     * @param reviewed when people first vouched for the claim of an id; null where they did not
     */
    static List<News> of(
            CityReport report, String path, Function<String, @Nullable Instant> reviewed, SiteTexts texts) {
        Map<String, Citation> citations = report.citations().stream()
                .collect(Collectors.toMap(one -> one.claim().id(), one -> one));
        return report.findings().stream()
                .map(finding -> of(finding, citations, path, reviewed, texts))
                .toList();
    }

    private static News of(
            Finding finding,
            Map<String, Citation> citations,
            String path,
            Function<String, @Nullable Instant> reviewed,
            SiteTexts texts) {
        Deployment deployment = finding.deployment();
        List<Citation> said = deployment.timeline().stream()
                .filter(event -> event.stage() == deployment.stage() && event.modality() == deployment.modality())
                .map(event -> citations.get(event.claim()))
                .filter(Objects::nonNull)
                .toList();
        String technology = texts.words().technology(deployment.technology());
        String weight = texts.words().confidence(deployment.confidence()) + " · "
                + texts.words().review(deployment.review());
        return new News(
                deployment.id() + ":" + deployment.stage().id() + ":"
                        + deployment.modality().id(),
                texts.get(
                        "news.headline",
                        deployment.commune().name(),
                        finding.vendor() == null ? technology : finding.vendor() + " (" + technology + ")",
                        texts.words().stage(deployment.stage(), deployment.modality())),
                said.stream()
                        .map(citation ->
                                texts.words().quoted(citation.claim().evidence().quote()) + " – "
                                        + texts.words().review(citation.review()))
                        .collect(Collectors.joining("\n\n", weight + "\n\n", "")),
                path + "#" + deployment.id(),
                said.stream()
                        .map(Citation::claim)
                        .map(Claim::evidence)
                        .map(Evidence::url)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                deployment.review() == ReviewState.UNREVIEWED,
                said.stream()
                        .map(citation -> known(citation, reviewed))
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH));
    }

    private static Instant known(Citation citation, Function<String, @Nullable Instant> reviewed) {
        Instant fetched = citation.claim().evidence().fetched();
        Instant seen = citation.presence() != null
                ? citation.presence().firstSeen()
                : Objects.requireNonNullElse(fetched, Instant.EPOCH);
        Instant vouched = reviewed.apply(citation.claim().id());
        return vouched == null || vouched.isBefore(seen) ? seen : vouched;
    }

    /** Its entry in a feed; {@code home} is where the site is published, ending in a slash, or null. */
    AtomFeed.Item item(@Nullable String home) {
        return new AtomFeed.Item("published:" + id, headline, text, home == null ? source : home + path, when);
    }
}
