package vigie.reports.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Capture;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.Deployment;
import vigie.model.DocumentKind;
import vigie.model.DocumentVersion;
import vigie.model.Evidence;
import vigie.model.PartialDate;
import vigie.model.Presence;
import vigie.model.Publisher;
import vigie.model.ReviewState;
import vigie.model.SourceCoverage;
import vigie.model.SourceDocument;
import vigie.model.Technology;
import vigie.model.TextOutcome;
import vigie.model.VendorRole;
import vigie.model.Verdict;
import vigie.model.config.Vendor;
import vigie.reports.query.Hit;
import vigie.reports.query.IndexStatistics;
import vigie.reports.query.SearchResult.Count;

/** What the API answers where no record of the model says it; {@code openapi.json} explains the fields. */
final class ApiAnswers {

    private ApiAnswers() {}

    record Found(
            long total,
            boolean exact,
            int limit,
            int offset,
            @Nullable String next,
            List<Hit> items,
            Map<String, List<Count>> facets) {}

    record DeploymentWhole(Deployment deployment, List<Claim> claims) {}

    /** A review without the reader's name and note, which are never published. */
    record Said(Instant time, Verdict verdict, Map<String, String> correction) {}

    record Explained(
            Claim claim,
            @Nullable DocumentFile document,
            ReviewState state,
            int readers,
            List<String> reasons,
            List<Said> reviews,
            List<String> deployments,
            Related related) {}

    record CaptureFacts(
            String url,
            Instant fetched,
            int status,
            @Nullable String mediaType,
            String sha256,
            long length) {

        static CaptureFacts of(Capture capture) {
            return new CaptureFacts(
                    capture.url(),
                    capture.fetched(),
                    capture.status(),
                    capture.mediaType(),
                    capture.sha256(),
                    capture.length());
        }
    }

    record VersionFacts(Instant firstSeen, Instant lastSeen, CaptureFacts capture) {}

    record DocumentFile(
            String id,
            String source,
            String url,
            String locator,
            DocumentKind kind,
            @Nullable String title,
            @Nullable PartialDate date,
            Publisher publisher,
            TextOutcome outcome,
            @Nullable String cause,
            int pages,
            CaptureFacts capture,
            @Nullable Presence presence,
            List<VersionFacts> versions,
            Map<String, String> metadata) {

        static DocumentFile of(SourceDocument document, @Nullable Presence presence, List<DocumentVersion> versions) {
            return new DocumentFile(
                    document.id(),
                    document.source(),
                    document.address(),
                    document.locator(),
                    document.kind(),
                    document.title(),
                    document.date(),
                    document.publisher(),
                    document.outcome(),
                    document.cause(),
                    document.pageStarts().size(),
                    CaptureFacts.of(document.capture()),
                    presence,
                    versions.stream()
                            .map(version -> new VersionFacts(
                                    version.firstSeen(), version.lastSeen(), CaptureFacts.of(version.capture())))
                            .toList(),
                    document.metadata());
        }
    }

    record Sheet(@Nullable Integer page, String text) {

        /** A stretch of a document, people whom a title gives away masked. */
        static Sheet of(@Nullable Integer page, String text) {
            return new Sheet(page, Evidence.masked(text));
        }
    }

    record DocumentText(String id, List<Sheet> pages) {}

    record CommuneWhole(
            Commune commune, List<Deployment> deployments, List<String> claims, List<SourceCoverage> sources) {}

    record ProductFile(
            String id,
            String name,
            @Nullable Technology technology,
            @Nullable String oemOf) {}

    record VendorFile(
            String id,
            String name,
            @Nullable VendorRole role,
            @Nullable Technology technology,
            @Nullable String country,
            List<ProductFile> products,
            List<String> sells,
            List<String> sources) {

        static VendorFile of(Vendor vendor) {
            return new VendorFile(
                    vendor.id(),
                    vendor.name(),
                    vendor.role(),
                    vendor.technology(),
                    vendor.country(),
                    vendor.products().stream()
                            .map(product -> new ProductFile(
                                    product.id(), product.name(), product.technology(), product.oemOf()))
                            .toList(),
                    vendor.sells(),
                    vendor.sources());
        }
    }

    record VendorWhole(VendorFile vendor, List<Deployment> deployments) {}

    record Counts(
            Map<String, Integer> stage,
            Map<String, Integer> technology,
            Map<String, Integer> vendor,
            Map<String, Integer> departement,
            Map<String, Integer> review) {}

    record Stats(IndexStatistics index, Counts deployments) {}

    record Waiting(
            Claim claim,
            ReviewState state,
            int readers,
            @Nullable String deployment,
            double doubt,
            double impact) {}

    record Judged(String claim, ReviewState state, int readers) {}

    /** Where one goes from here. */
    record Linked(String rel, String href, String type) {}

    record Index(String name, String version, String licence, List<Linked> links) {}
}
