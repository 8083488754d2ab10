package vigie.indexer.index;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Capture;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneRef;
import vigie.model.CommuneType;
import vigie.model.Departement;
import vigie.model.DocumentKind;
import vigie.model.Evidence;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.Purchase;
import vigie.model.SourceDocument;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.TextOutcome;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;

/** Documents and claims of invented communes, for tests. */
public final class Sample {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final CommuneRef VALFICTIF = new CommuneRef(new InseeCode("01999"), "Valfictif-sur-Modèle");
    public static final CommuneRef PORT_IMAGE = new CommuneRef(new InseeCode("02998"), "Port-Image");

    /** A register of the two invented communes. */
    public static final Places PLACES = new Places(
            code -> List.of(VALFICTIF, PORT_IMAGE).stream()
                    .filter(ref -> ref.insee().equals(code))
                    .map(Sample::commune)
                    .findFirst(),
            code -> Optional.of(new Departement(code, "Département " + code, "84", "Région", 45, 5)));

    private Sample() {}

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

    /** A dated deliberation of Valfictif at that address. */
    public static SourceDocument document(String url, String text) {
        return document(url, text, NOON, List.of());
    }

    public static SourceDocument document(String url, String text, Instant fetched, List<Integer> pages) {
        return document(url, "Délibération du conseil", text, fetched, pages, PartialDate.parse("2024-06-30"));
    }

    /** A record of a feed: one document of a capture of many. */
    public static SourceDocument record(String feed, String locator, String text) {
        SourceDocument page = document(feed, text);
        return new SourceDocument(
                SourceDocument.idOf(feed, locator),
                page.source(),
                page.capture(),
                locator,
                page.kind(),
                page.title(),
                page.date(),
                page.publisher(),
                page.outcome(),
                null,
                text,
                List.of(),
                List.of(),
                Map.of());
    }

    public static SourceDocument document(
            String url,
            @Nullable String title,
            String text,
            Instant fetched,
            List<Integer> pages,
            @Nullable PartialDate date) {
        return new SourceDocument(
                SourceDocument.idOf(url, ""),
                "valfictif",
                new Capture(
                        url,
                        fetched,
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
                date,
                new Publisher("Ville de Valfictif", VALFICTIF.insee(), null, "01"),
                text.isEmpty() ? TextOutcome.NO_TEXT : TextOutcome.TEXT,
                null,
                text,
                pages,
                List.of(),
                Map.of("nature", "acte"));
    }

    /** A claim of that document that the commune uses software of that vendor. */
    public static Claim claim(SourceDocument document, CommuneRef commune, String vendor, Stage stage) {
        String text = document.text();
        return new Claim(
                Claim.idOf(document.id(), 0, commune.insee() + vendor + stage.id()),
                document.id(),
                commune,
                Technology.VSA,
                vendor,
                null,
                null,
                stage,
                Modality.ASSERTED,
                Amount.euros(new BigDecimal("63200.50"), Amount.Vat.HT),
                PartialDate.parse("2024-06"),
                new Purchase("2024-07", null, List.of("24-123456"), false, false, vendor, null, 36, null),
                List.of(),
                null,
                0.9,
                new Evidence(
                        text,
                        0,
                        text.length(),
                        null,
                        document.capture().sha256(),
                        document.capture().url(),
                        NOON,
                        List.of()),
                List.of("lexicon: " + vendor));
    }
}
