package vigie.reports.query;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.FrenchAnalysis;
import vigie.indexer.index.IndexSchema;
import vigie.model.DocumentKind;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.TextOutcome;
import vigie.model.id.InseeCode;
import vigie.reports.query.QueryException.Fault;

/** The fields that people can name, in French or English, and what their values mean. */
final class QueryFields {

    static final String TITLE = "titre";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("commune", IndexSchema.COMMUNE),
            Map.entry("ville", IndexSchema.COMMUNE),
            Map.entry("departement", IndexSchema.DEPARTEMENT),
            Map.entry("dept", IndexSchema.DEPARTEMENT),
            Map.entry("region", IndexSchema.REGION),
            Map.entry("vendeur", IndexSchema.VENDOR),
            Map.entry("vendor", IndexSchema.VENDOR),
            Map.entry("editeur", IndexSchema.VENDOR),
            Map.entry("produit", IndexSchema.PRODUCT),
            Map.entry("product", IndexSchema.PRODUCT),
            Map.entry("technologie", IndexSchema.TECHNOLOGY),
            Map.entry("technology", IndexSchema.TECHNOLOGY),
            Map.entry("fonction", IndexSchema.FUNCTION),
            Map.entry("function", IndexSchema.FUNCTION),
            Map.entry("etape", IndexSchema.STAGE),
            Map.entry("stage", IndexSchema.STAGE),
            Map.entry("modalite", IndexSchema.MODALITY),
            Map.entry("modality", IndexSchema.MODALITY),
            Map.entry("source", IndexSchema.SOURCE),
            Map.entry("type", IndexSchema.KIND),
            Map.entry("kind", IndexSchema.KIND),
            Map.entry("lecture", IndexSchema.OUTCOME),
            Map.entry("outcome", IndexSchema.OUTCOME),
            Map.entry("annee", IndexSchema.YEAR),
            Map.entry("year", IndexSchema.YEAR),
            Map.entry("date", IndexSchema.DATE),
            Map.entry(TITLE, IndexSchema.TITLE),
            Map.entry("title", IndexSchema.TITLE));

    private static final int FIRST_YEAR = 1000;
    private static final int MOST_YEARS = 200;

    private final Analyzer exact;

    QueryFields(Analyzer exact) {
        this.exact = exact;
    }

    /** The field of the index that {@code name} means. */
    static String field(String name) {
        String field = NAMES.get(plain(name));
        if (field == null) {
            throw new QueryException(Fault.UNKNOWN_FIELD, name, String.join(", ", new TreeMap<>(NAMES).keySet()));
        }
        return field;
    }

    /** The field that {@code name} means, if its values can be counted. */
    static String facet(String name) {
        String field = field(name);
        if (!IndexSchema.FACETS.contains(field)) {
            throw new QueryException(
                    Fault.UNKNOWN_FIELD,
                    name,
                    NAMES.entrySet().stream()
                            .filter(entry -> IndexSchema.FACETS.contains(entry.getValue()))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return field;
    }

    /** What has {@code value} in the field called {@code name}, which is not the title. */
    Query query(String name, String value) {
        String field = field(name);
        return switch (field) {
            case IndexSchema.COMMUNE -> commune(value);
            case IndexSchema.DEPARTEMENT, IndexSchema.REGION -> term(field, code(value));
            case IndexSchema.TECHNOLOGY -> oneOf(name, field, value, ids(Technology.values()));
            case IndexSchema.STAGE -> oneOf(name, field, value, ids(Stage.values()));
            case IndexSchema.KIND -> oneOf(name, field, value, ids(DocumentKind.values()));
            case IndexSchema.OUTCOME -> oneOf(name, field, value, ids(TextOutcome.values()));
            case IndexSchema.MODALITY -> oneOf(name, field, value, ids(Modality.values()));
            case IndexSchema.YEAR -> years(name, value);
            case IndexSchema.DATE -> dates(name, value);
            case IndexSchema.SOURCE -> term(field, value.strip());
            case IndexSchema.VENDOR -> vendor(value.strip());
            default -> term(field, kebab(value));
        };
    }

    private Query commune(String value) {
        String code = value.strip().toUpperCase(Locale.ROOT);
        return InseeCode.isValid(code)
                ? term(IndexSchema.COMMUNE, code)
                : term(IndexSchema.COMMUNE_NAME, FrenchAnalysis.fold(exact, value));
    }

    /** By its id or name, or the name that is the id of a firm without a file. */
    private static Query vendor(String value) {
        String id = kebab(value);
        return id.equals(value)
                ? term(IndexSchema.VENDOR, id)
                : new BooleanQuery.Builder()
                        .add(term(IndexSchema.VENDOR, id), Occur.SHOULD)
                        .add(term(IndexSchema.VENDOR, value), Occur.SHOULD)
                        .build();
    }

    private static String code(String value) {
        String code = value.strip().toUpperCase(Locale.ROOT);
        return code.length() == 1 ? "0" + code : code;
    }

    private static String ids(vigie.model.Term[] terms) {
        return Arrays.stream(terms).map(vigie.model.Term::id).collect(Collectors.joining(", "));
    }

    private static Query oneOf(String name, String field, String value, String permitted) {
        String id = kebab(value);
        if (!Arrays.asList(permitted.split(", ")).contains(id)) {
            throw new QueryException(Fault.UNKNOWN_VALUE, name, value, permitted);
        }
        return term(field, id);
    }

    private static Query years(String name, String value) {
        String[] ends = value.strip().split("\\.\\.|-", -1);
        try {
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            if (ends.length > 2 || from < FIRST_YEAR || to < from || to - from > MOST_YEARS) {
                throw new QueryException(Fault.BAD_RANGE, name, value);
            }
            BytesRef[] years = new BytesRef[to - from + 1];
            Arrays.setAll(years, i -> new BytesRef(String.valueOf(from + i)));
            return new TermInSetQuery(IndexSchema.YEAR, Arrays.asList(years));
        } catch (NumberFormatException e) {
            throw new QueryException(Fault.BAD_RANGE, name, value);
        }
    }

    /** A date of day, month or year, or two of them with two points between, of which one may be missing. */
    private static Query dates(String name, String value) {
        String[] ends = value.strip().split("\\.\\.", -1);
        String first = ends[0].strip();
        String last = ends[ends.length - 1].strip();
        try {
            LocalDate since = first.isEmpty() ? null : PartialDate.parse(first).earliest();
            LocalDate until = last.isEmpty() ? null : PartialDate.parse(last).latest();
            boolean turned = since != null && until != null && until.isBefore(since);
            if (ends.length > 2 || turned || (since == null && until == null)) {
                throw new QueryException(Fault.BAD_DATE, name, value);
            }
            return dated(since, until);
        } catch (IllegalArgumentException e) {
            throw new QueryException(Fault.BAD_DATE, name, value);
        }
    }

    /** What is dated between two days, each null for any. */
    static Query dated(@Nullable LocalDate since, @Nullable LocalDate until) {
        return LongField.newRangeQuery(
                IndexSchema.DATE,
                since == null ? Long.MIN_VALUE : since.toEpochDay(),
                until == null ? Long.MAX_VALUE : until.toEpochDay());
    }

    private static Query term(String field, String value) {
        return value.isEmpty() ? new MatchNoDocsQuery("no value") : new TermQuery(new Term(field, value));
    }

    /** The form of ids: "Spie CityNetworks" → {@code spie-citynetworks}. */
    static String kebab(String value) {
        return plain(value).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Lower case, without accents. */
    static String plain(String value) {
        char[] folded = new char[value.length() * 4];
        int length = ASCIIFoldingFilter.foldToASCII(value.toCharArray(), 0, folded, 0, value.length());
        return new String(folded, 0, length).toLowerCase(Locale.ROOT);
    }
}
