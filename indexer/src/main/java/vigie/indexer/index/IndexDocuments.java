package vigie.indexer.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;
import vigie.model.Attempt;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneRef;
import vigie.model.Deployment;
import vigie.model.DocumentVersion;
import vigie.model.Json;
import vigie.model.PartialDate;
import vigie.model.Passage;
import vigie.model.SourceCoverage;
import vigie.model.SourceDocument;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;

/** Turns records into Lucene documents. For one thread. */
final class IndexDocuments {

    private final JsonMapper json = Json.mapper();
    private final Analyzer analyzer;
    private final Places places;
    private final TokenizedText words = new TokenizedText();
    private final TokenStream text = FrenchAnalysis.withStems(words.playback());

    IndexDocuments(Analyzer analyzer, Places places) {
        this.analyzer = analyzer;
        this.places = places;
    }

    /** The id under which an attempt at an address is kept. */
    static String attemptId(String source, String url) {
        return "a-"
                + Digest.sha256((source + "\n" + url).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 16);
    }

    /** The id under which the coverage of a source is kept. */
    static String sourceId(String source) {
        return "s-" + source;
    }

    /** The block of a document: passages, claims, the document. The next call reuses what the streams play. */
    List<Document> block(SourceDocument document, List<Claim> claims, Sighting sighting, List<DocumentVersion> versions)
            throws IOException {
        List<Document> block = new ArrayList<>();
        List<Passage> passages = Passages.of(document);
        takeWords(document);
        for (Passage passage : passages) {
            block.add(passage(document, passage));
        }
        for (Claim claim : claims) {
            block.add(claim(claim));
        }
        Document fields = document(document, passages, claims);
        for (Field value : sighting.fields()) {
            fields.add(value);
        }
        if (!versions.isEmpty()) {
            fields.add(new StoredField(IndexSchema.VERSION_LIST, json.writeValueAsBytes(versions)));
        }
        block.add(fields);
        return block;
    }

    private Document passage(SourceDocument document, Passage passage) {
        Document fields = typed(IndexSchema.TYPE_PASSAGE);
        fields.add(new StringField(IndexSchema.DOCUMENT, passage.document(), Field.Store.NO));
        fields.add(new StoredField(IndexSchema.PASSAGE, document.text().substring(passage.start(), passage.end())));
        fields.add(new StoredField(IndexSchema.START, passage.start()));
        int cut = words.cutAt(passage.start());
        if (cut > 0) {
            fields.add(new StoredField(IndexSchema.CUT, cut));
        }
        if (passage.page() != null) {
            fields.add(new StoredField(IndexSchema.PAGE, passage.page()));
        }
        return fields;
    }

    private Document document(SourceDocument document, List<Passage> passages, List<Claim> claims) throws IOException {
        Document fields = typed(IndexSchema.TYPE_DOCUMENT);
        fields.add(new StringField(IndexSchema.ID, document.id(), Field.Store.NO));
        fields.add(new StringField(IndexSchema.DOCUMENT, document.id(), Field.Store.NO));
        fields.add(new TextField(IndexSchema.WORDS, text));
        if (document.title() != null) {
            fields.add(new TextField(IndexSchema.TITLE, document.title(), Field.Store.NO));
        }
        fields.add(new BinaryDocValuesField(
                IndexSchema.BLOCK, blockOf(passages, claims.size()).bytes()));
        fields.add(new BinaryDocValuesField(IndexSchema.SHOWN, shown(document).bytes()));
        fields.add(new StoredField(IndexSchema.RECORD, write(document.withoutText())));
        keyword(fields, IndexSchema.SOURCE, document.source());
        keyword(fields, IndexSchema.KIND, document.kind().id());
        keyword(fields, IndexSchema.OUTCOME, document.outcome().id());
        fields.add(new NumericDocValuesField(
                IndexSchema.FETCHED, document.capture().fetched().toEpochMilli()));
        if (document.date() != null) {
            addDate(fields, document.date());
            keyword(fields, IndexSchema.YEAR, String.valueOf(document.date().year()));
            if (document.date().month() != null) {
                keyword(
                        fields,
                        IndexSchema.MONTH,
                        YearMonth.from(document.date().earliest()).toString());
            }
        }
        String asked = document.metadata().get(SourceDocument.REQUESTED);
        if (asked != null) {
            fields.add(new StringField(IndexSchema.ASKED, asked, Field.Store.NO));
        }
        addCommunes(fields, document, claims);
        addFacts(fields, claims);
        return fields;
    }

    private Block blockOf(List<Passage> passages, int claims) {
        int[] positions = new int[passages.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = words.positionAt(passages.get(i).start());
        }
        return Block.of(claims, positions, words.bodyEnd());
    }

    private void takeWords(SourceDocument document) throws IOException {
        words.body(analyzer, document.text());
        if (document.title() != null) {
            words.apart(analyzer, document.title());
        }
        if (document.publisher().name() != null) {
            words.apart(analyzer, document.publisher().name());
        }
    }

    private Shown shown(SourceDocument document) {
        InseeCode insee = document.publisher().insee();
        CommuneRef commune = insee == null
                ? null
                : places.commune().apply(insee).map(Commune::ref).orElse(new CommuneRef(insee, insee.value()));
        return new Shown(
                document.id(),
                document.kind().id(),
                document.source(),
                document.address(),
                document.date(),
                commune,
                document.title());
    }

    private void addCommunes(Document fields, SourceDocument document, List<Claim> claims) {
        Set<InseeCode> codes = new LinkedHashSet<>();
        if (document.publisher().insee() != null) {
            codes.add(document.publisher().insee());
        }
        for (Claim claim : claims) {
            if (claim.commune() != null) {
                codes.add(claim.commune().insee());
            }
        }
        addPlaces(fields, codes, document.publisher().departement());
    }

    private void addPlaces(Document fields, Collection<InseeCode> codes, @Nullable String departement) {
        Set<String> departements = new LinkedHashSet<>();
        if (departement != null) {
            departements.add(departement);
        }
        Set<String> names = new LinkedHashSet<>();
        for (InseeCode code : codes) {
            keyword(fields, IndexSchema.COMMUNE, code.value());
            departements.add(code.departement());
            places.commune().apply(code).ifPresent(commune -> names.add(FrenchAnalysis.fold(analyzer, commune.name())));
        }
        keywords(fields, IndexSchema.COMMUNE_NAME, names);
        keywords(fields, IndexSchema.DEPARTEMENT, departements);
        Set<String> regions = new LinkedHashSet<>();
        departements.forEach(code -> places.departement().apply(code).ifPresent(found -> regions.add(found.region())));
        keywords(fields, IndexSchema.REGION, regions);
    }

    private static void addFacts(Document fields, List<Claim> claims) {
        Set<String> vendors = new LinkedHashSet<>();
        Set<String> products = new LinkedHashSet<>();
        Set<String> technologies = new LinkedHashSet<>();
        Set<String> functions = new LinkedHashSet<>();
        Set<String> stages = new LinkedHashSet<>();
        for (Claim claim : claims) {
            add(vendors, claim.vendor());
            add(vendors, claim.integrator());
            add(products, claim.product());
            technologies.add(claim.technology().id());
            functions.addAll(claim.functions());
            stages.add(claim.stage().id());
        }
        keywords(fields, IndexSchema.VENDOR, vendors);
        keywords(fields, IndexSchema.PRODUCT, products);
        keywords(fields, IndexSchema.TECHNOLOGY, technologies);
        keywords(fields, IndexSchema.FUNCTION, functions);
        keywords(fields, IndexSchema.STAGE, stages);
    }

    private Document claim(Claim claim) {
        Document fields = typed(IndexSchema.TYPE_CLAIM);
        fields.add(new StringField(IndexSchema.ID, claim.id(), Field.Store.NO));
        fields.add(new StringField(IndexSchema.DOCUMENT, claim.document(), Field.Store.NO));
        fields.add(new StoredField(IndexSchema.RECORD, write(claim)));
        addPlaces(
                fields,
                claim.commune() == null ? List.of() : List.of(claim.commune().insee()),
                null);
        addFacts(fields, List.of(claim));
        keyword(fields, IndexSchema.MODALITY, claim.modality().id());
        fields.add(new DoublePoint(IndexSchema.CONFIDENCE, claim.confidence()));
        if (claim.date() != null) {
            addDate(fields, claim.date());
        }
        return fields;
    }

    Document deployment(Deployment deployment) {
        Document fields = typed(IndexSchema.TYPE_DEPLOYMENT);
        fields.add(new StringField(IndexSchema.ID, deployment.id(), Field.Store.NO));
        fields.add(new StoredField(IndexSchema.RECORD, write(deployment)));
        CommuneRef commune = deployment.commune();
        addPlaces(fields, List.of(commune.insee()), null);
        Set<String> vendors = new LinkedHashSet<>();
        add(vendors, deployment.vendor());
        add(vendors, deployment.integrator());
        keywords(fields, IndexSchema.VENDOR, vendors);
        if (deployment.product() != null) {
            keyword(fields, IndexSchema.PRODUCT, deployment.product());
        }
        keyword(fields, IndexSchema.TECHNOLOGY, deployment.technology().id());
        keyword(fields, IndexSchema.STAGE, deployment.stage().id());
        keyword(fields, IndexSchema.MODALITY, deployment.modality().id());
        fields.add(new DoublePoint(IndexSchema.CONFIDENCE, deployment.confidence()));
        if (deployment.since() != null) {
            addDate(fields, deployment.since());
        }
        return fields;
    }

    Document coverage(SourceCoverage coverage) {
        Document fields = typed(IndexSchema.TYPE_SOURCE);
        fields.add(new StringField(IndexSchema.ID, sourceId(coverage.source()), Field.Store.NO));
        fields.add(new StoredField(IndexSchema.RECORD, write(coverage)));
        keyword(fields, IndexSchema.SOURCE, coverage.source());
        if (coverage.kind() != null) {
            keyword(fields, IndexSchema.KIND, coverage.kind().id());
        }
        if (coverage.commune() != null) {
            keyword(fields, IndexSchema.COMMUNE, coverage.commune().value());
        }
        return fields;
    }

    Document attempt(Attempt attempt) {
        Document fields = typed(IndexSchema.TYPE_ATTEMPT);
        fields.add(new StringField(IndexSchema.ID, attemptId(attempt.source(), attempt.url()), Field.Store.NO));
        fields.add(new StoredField(IndexSchema.RECORD, write(attempt)));
        keyword(fields, IndexSchema.SOURCE, attempt.source());
        keyword(fields, IndexSchema.OUTCOME, attempt.outcome().id());
        keyword(fields, IndexSchema.STATE, attempt.state().id());
        AddressMonth.of(attempt.url()).ifPresent(month -> keyword(fields, IndexSchema.MONTH, month.toString()));
        return fields;
    }

    private static Document typed(String type) {
        Document fields = new Document();
        fields.add(new StringField(IndexSchema.TYPE, type, Field.Store.NO));
        return fields;
    }

    private static void addDate(Document fields, PartialDate date) {
        fields.add(new LongField(IndexSchema.DATE, date.earliest().toEpochDay(), Field.Store.NO));
    }

    private static void keywords(Document fields, String name, Set<String> values) {
        values.forEach(value -> keyword(fields, name, value));
    }

    private static void keyword(Document fields, String name, String value) {
        fields.add(new KeywordField(name, value, Field.Store.NO));
    }

    private static void add(Set<String> values, @Nullable String value) {
        if (value != null) {
            values.add(value);
        }
    }

    private byte[] write(Object record) {
        try {
            return json.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a record of ours can always be written", e);
        }
    }
}
