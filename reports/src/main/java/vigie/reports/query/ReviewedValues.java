package vigie.reports.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import vigie.indexer.index.IndexSchema;
import vigie.indexer.index.Places;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Departement;
import vigie.model.Publisher;
import vigie.model.ReviewState;
import vigie.model.Reviews;
import vigie.model.Term;
import vigie.model.id.InseeCode;

/**
 * What people's reviews changed of the values by which documents are found and counted: what the index says of a document
 * comes from its claims as they were extracted. Immutable.
 */
final class ReviewedValues {

    /** Values of a claim by the field that they are found in. */
    private static final Map<String, Function<Claim, Stream<String>>> VALUES = Map.of(
            IndexSchema.VENDOR,
            claim -> Stream.concat(Stream.ofNullable(claim.vendor()), Stream.ofNullable(claim.integrator())),
            IndexSchema.PRODUCT,
            claim -> Stream.ofNullable(claim.product()),
            IndexSchema.TECHNOLOGY,
            claim -> ids(claim.technology()),
            IndexSchema.FUNCTION,
            claim -> claim.functions().stream(),
            IndexSchema.STAGE,
            claim -> ids(claim.stage()),
            IndexSchema.COMMUNE,
            claim -> insee(claim).map(InseeCode::value),
            IndexSchema.DEPARTEMENT,
            claim -> insee(claim).map(InseeCode::departement));

    private final Places register;
    private final UnaryOperator<String> folded;

    /** What a document no longer has in a field, and what it has instead. */
    private record Change(Set<String> gone, Set<String> come) {

        boolean isNone() {
            return gone.isEmpty() && come.isEmpty();
        }
    }

    /** Field → document → change. */
    private final Map<String, Map<String, Change>> changes = new TreeMap<>();

    /**
     * Applies reviews.
     *
     * @param extracted the claims of the index that match, as they were extracted
     * @param publisher who published the document of an id: it is found under that place whatever its claims say
     * @param folded the form in which the index has a commune's name
     */
    ReviewedValues(
            Reviews reviews,
            Reviewing reviewing,
            Function<ClaimFilter, List<Claim>> extracted,
            Function<String, Optional<Publisher>> publisher,
            UnaryOperator<String> folded) {
        this.register = reviewing.places();
        this.folded = folded;
        Map<String, Function<Claim, Stream<String>>> found = new TreeMap<>(VALUES);
        found.put(IndexSchema.COMMUNE_NAME, claim -> insee(claim).flatMap(this::name));
        found.put(
                IndexSchema.REGION,
                claim -> insee(claim).map(InseeCode::departement).flatMap(this::region));
        for (String document : reviews.documents()) {
            List<Claim> before = extracted.apply(ClaimFilter.ofDocument(document));
            if (before.stream().noneMatch(claim -> reviews.state(claim) != ReviewState.UNREVIEWED)) {
                continue;
            }
            List<Claim> after = before.stream()
                    .flatMap(claim -> reviews.reviewed(claim, reviewing.communes()).stream())
                    .toList();
            Set<String> places = publisher.apply(document).map(this::places).orElse(Set.of());
            found.forEach((field, values) -> {
                Set<String> was = values(before, values);
                Set<String> is = values(after, values);
                Change change = new Change(without(was, is, places), without(is, was, places));
                if (!change.isNone()) {
                    changes.computeIfAbsent(field, any -> new TreeMap<>()).put(document, change);
                }
            });
        }
    }

    private static Stream<String> ids(Term term) {
        return Stream.of(term.id());
    }

    private static Stream<InseeCode> insee(Claim claim) {
        return Stream.ofNullable(claim.commune()).map(CommuneRef::insee);
    }

    private Stream<String> name(InseeCode code) {
        return register.commune().apply(code).map(commune -> folded.apply(commune.name())).stream();
    }

    private Stream<String> region(String departement) {
        return register.departement().apply(departement).map(Departement::region).stream();
    }

    private Set<String> places(Publisher publisher) {
        Set<String> places = new HashSet<>();
        Set<String> departements = new HashSet<>();
        if (publisher.insee() != null) {
            places.add(publisher.insee().value());
            name(publisher.insee()).forEach(places::add);
            departements.add(publisher.insee().departement());
        }
        if (publisher.departement() != null) {
            departements.add(publisher.departement());
        }
        departements.stream().flatMap(this::region).forEach(places::add);
        places.addAll(departements);
        return places;
    }

    private static Set<String> values(List<Claim> claims, Function<Claim, Stream<String>> values) {
        return claims.stream().flatMap(values).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> some, Set<String> others, Set<String> more) {
        return some.stream()
                .filter(value -> !others.contains(value) && !more.contains(value))
                .collect(Collectors.toSet());
    }

    /** {@code found}, the documents that the index has under a value of a field, as reviews leave them. */
    Query of(String field, String value, Query found) {
        List<BytesRef> gone = documents(field, change -> change.gone().contains(value));
        List<BytesRef> come = documents(field, change -> change.come().contains(value));
        if (gone.isEmpty() && come.isEmpty()) {
            return found;
        }
        Query left = new BooleanQuery.Builder()
                .add(found, Occur.MUST)
                .add(new TermInSetQuery(IndexSchema.ID, gone), Occur.MUST_NOT)
                .build();
        return new BooleanQuery.Builder()
                .add(left, Occur.SHOULD)
                .add(new TermInSetQuery(IndexSchema.ID, come), Occur.SHOULD)
                .build();
    }

    private List<BytesRef> documents(String field, Predicate<Change> which) {
        return changes.getOrDefault(field, Map.of()).entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(entry -> new BytesRef(entry.getKey()))
                .toList();
    }

    /** How many documents that match have which values: field → its {@code most} most frequent ones. */
    Map<String, List<SearchResult.Count>> count(
            IndexSearcher searcher, Query query, Set<String> fields, int most, FrequentValues frequent)
            throws IOException {
        Set<String> touched = touched(searcher, query, fields);
        if (touched.isEmpty() && most < Integer.MAX_VALUE) {
            return frequent.count(searcher, query, fields, most);
        }
        Map<String, List<SearchResult.Count>> counts = FacetCounter.count(searcher, query, fields);
        Map<String, List<SearchResult.Count>> left = new TreeMap<>();
        counts.forEach((field, all) -> left.put(field, corrected(field, all, touched, most)));
        return left;
    }

    /** The documents with a change in one of the fields that match. */
    private Set<String> touched(IndexSearcher searcher, Query query, Set<String> fields) throws IOException {
        List<BytesRef> changed = new ArrayList<>();
        for (String field : fields) {
            changed.addAll(documents(field, change -> true));
        }
        if (changed.isEmpty()) {
            return Set.of();
        }
        Query those = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(new TermInSetQuery(IndexSchema.ID, changed), Occur.FILTER)
                .build();
        Set<String> touched = new HashSet<>();
        for (ScoreDoc hit : searcher.search(those, changed.size(), Sort.INDEXORDER).scoreDocs) {
            touched.add(Blocks.shown(searcher, hit.doc).document());
        }
        return touched;
    }

    private List<SearchResult.Count> corrected(
            String field, List<SearchResult.Count> counts, Set<String> touched, int most) {
        Map<String, Integer> numbers = new TreeMap<>();
        counts.forEach(count -> numbers.put(count.value(), count.documents()));
        changes.getOrDefault(field, Map.of()).forEach((document, change) -> {
            if (touched.contains(document)) {
                change.gone().forEach(value -> numbers.merge(value, -1, Integer::sum));
                change.come().forEach(value -> numbers.merge(value, 1, Integer::sum));
            }
        });
        return numbers.entrySet().stream()
                .filter(number -> number.getValue() > 0)
                .map(number -> new SearchResult.Count(number.getKey(), number.getValue()))
                .sorted(FacetCounter.MOST_FREQUENT)
                .limit(most)
                .toList();
    }
}
