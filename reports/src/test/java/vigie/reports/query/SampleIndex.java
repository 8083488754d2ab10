package vigie.reports.query;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.IndexState;
import vigie.indexer.index.IndexStore;
import vigie.indexer.index.Places;
import vigie.model.Amount;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Capture;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneRef;
import vigie.model.CommuneType;
import vigie.model.Departement;
import vigie.model.Deployment;
import vigie.model.DocumentKind;
import vigie.model.Evidence;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.ReviewState;
import vigie.model.Reviews;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.TextOutcome;
import vigie.model.WarcPosition;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;

/** Builds small indexes of invented communes. */
public final class SampleIndex {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final CommuneRef VALFICTIF = new CommuneRef(new InseeCode("01999"), "Valfictif-sur-Modèle");
    public static final CommuneRef PORT_IMAGE = new CommuneRef(new InseeCode("02998"), "Port-Image");
    public static final Places PLACES = new Places(
            code -> List.of(VALFICTIF, PORT_IMAGE).stream()
                    .filter(ref -> ref.insee().equals(code))
                    .map(SampleIndex::commune)
                    .findFirst(),
            code -> Optional.of(
                    new Departement(code, "Département " + code, code.equals("02") ? "32" : "84", "Région", 45, 5)));

    private record Entry(SourceDocument document, List<Claim> claims) {}

    private final Path folder;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<String, Source> sources = new HashMap<>();

    public SampleIndex(Path folder) {
        this.folder = folder;
    }

    private static Commune commune(CommuneRef ref) {
        return new Commune(
                ref.insee(),
                CommuneType.ACTUELLE,
                ref.name(),
                null,
                ref.insee().departement(),
                "84",
                null,
                List.of(),
                1000,
                List.of(),
                null,
                null);
    }

    /** Adds a document of Valfictif without pages. */
    public SourceDocument add(String title, String text) {
        return add(VALFICTIF, "valfictif", title, "2024-06-30", text, List.of());
    }

    public SourceDocument add(
            @Nullable CommuneRef publisher,
            String source,
            String title,
            @Nullable String date,
            String text,
            List<Integer> pages) {
        String url = "http://" + source + ".example/" + entries.size();
        SourceDocument document = new SourceDocument(
                SourceDocument.idOf(url, ""),
                source,
                new Capture(
                        url,
                        NOON,
                        200,
                        "text/html",
                        Digest.sha256(text.getBytes(StandardCharsets.UTF_8)),
                        text.length(),
                        null,
                        null,
                        null),
                "",
                DocumentKind.DELIBERATION,
                title,
                date == null ? null : PartialDate.parse(date),
                new Publisher(null, publisher == null ? null : publisher.insee(), null, null),
                text.isEmpty() ? TextOutcome.NO_TEXT : TextOutcome.TEXT,
                null,
                text,
                pages,
                List.of(),
                Map.of());
        entries.add(new Entry(document, new ArrayList<>()));
        return document;
    }

    /** Has the document added last captured at another moment. */
    public void captured(Instant moment) {
        Entry last = entries.remove(entries.size() - 1);
        Capture capture = last.document().capture();
        Capture then = new Capture(
                capture.url(),
                moment,
                capture.status(),
                capture.mediaType(),
                capture.sha256(),
                capture.length(),
                null,
                null,
                capture.warc());
        entries.add(new Entry(last.document().of(then), last.claims()));
    }

    /** Gives the document added last a place in the archive. */
    public void archived(WarcPosition position) {
        Entry last = entries.remove(entries.size() - 1);
        Capture capture = last.document().capture();
        Capture kept = new Capture(
                capture.url(),
                capture.fetched(),
                capture.status(),
                capture.mediaType(),
                capture.sha256(),
                capture.length(),
                null,
                null,
                position);
        entries.add(new Entry(last.document().of(kept), last.claims()));
    }

    /** Adds a claim to the document added last; its quote is the whole text. */
    public Claim claim(CommuneRef commune, String vendor, Stage stage, @Nullable String date, double confidence) {
        Entry last = entries.get(entries.size() - 1);
        SourceDocument document = last.document();
        Claim claim = new Claim(
                Claim.idOf(document.id(), last.claims().size(), vendor),
                document.id(),
                commune,
                Technology.VSA,
                vendor,
                null,
                null,
                stage,
                Modality.ASSERTED,
                Amount.euros(new BigDecimal("1200"), null),
                date == null ? null : PartialDate.parse(date),
                null,
                List.of(),
                null,
                confidence,
                new Evidence(
                        document.text(),
                        0,
                        document.text().length(),
                        null,
                        document.capture().sha256(),
                        document.capture().url(),
                        NOON,
                        List.of()),
                List.of("said by town"));
        last.claims().add(claim);
        return claim;
    }

    public void attempt(String source, String url, AttemptOutcome outcome, @Nullable String reason) {
        attempt(source, url, NOON, outcome, reason);
    }

    public void attempt(String source, String url, Instant time, AttemptOutcome outcome, @Nullable String reason) {
        attempts.add(new Attempt(source, url, time, outcome, 0, reason));
    }

    /** Adds a source to the seeds; of nobody if {@code publisher} is null. */
    public void source(String id, SourceKind kind, @Nullable CommuneRef publisher, @Nullable String departement) {
        URI home = URI.create("http://" + id + ".example/");
        InseeCode insee = publisher == null ? null : publisher.insee();
        sources.put(
                id,
                new Source(
                        id,
                        "Source " + id,
                        kind,
                        home,
                        List.of(),
                        Set.of(home.getHost()),
                        new Publisher(null, insee, null, departement),
                        null,
                        Map.of(),
                        Set.of(),
                        null,
                        null,
                        "test",
                        null));
    }

    /** Writes what was added and opens it. */
    public Queries open() {
        write();
        return Queries.open(folder);
    }

    /** The same, with what people say of it. */
    public Queries open(Supplier<Reviews> reviews) {
        write();
        return Queries.open(folder, new Reviewing(reviews, PLACES, SampleIndex::conclude));
    }

    public void write() {
        write(entries);
    }

    /** Writes the last that was added, into a segment of its own. */
    public void writeLast() {
        write(entries.subList(entries.size() - 1, entries.size()));
    }

    private void write(List<Entry> some) {
        try (IndexStore store = IndexStore.open(folder, PLACES)) {
            attempts.forEach(store::attempt);
            some.forEach(entry -> store.put(entry.document(), entry.claims()));
            store.know(sources.values());
            store.commit(
                    new IndexState(Set.of("s1"), "0123456789abcdef", "0"),
                    SampleIndex::conclude,
                    id -> Optional.ofNullable(sources.get(id)));
        }
    }

    private static List<Deployment> conclude(Collection<Claim> claims) {
        return claims.stream()
                .map(claim -> new Deployment(
                        Deployment.idOf(Objects.requireNonNull(claim.commune()), claim.technology(), claim.vendor()),
                        claim.commune(),
                        claim.technology(),
                        claim.vendor(),
                        null,
                        null,
                        claim.stage(),
                        claim.modality(),
                        claim.date(),
                        claim.amount(),
                        claim.confidence(),
                        ReviewState.UNREVIEWED,
                        false,
                        List.of(new Deployment.Event(claim.date(), claim.stage(), claim.modality(), claim.id())),
                        List.of(),
                        List.of()))
                .toList();
    }
}
