package vigie.reports.query;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.IndexSchema;
import vigie.indexer.index.Presences;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.Presence;
import vigie.model.Review;
import vigie.model.Reviews;
import vigie.model.id.InseeCode;
import vigie.reports.Digest.Change;

/**
 * Compares what is known with what was known at some moment: from documents captured before it and reviews made before it,
 * concluded in the same way. A document that was known then counts as it reads now.
 */
final class Changes {

    private final Queries queries;
    private final Reviewing reviewing;
    private final Instant since;
    private final Map<String, Instant> fresh;

    /**
     * For one moment.
     *
     * @param fresh documents with claims that were first captured since, and when
     */
    Changes(Queries queries, Reviewing reviewing, Instant since, Map<String, Instant> fresh) {
        this.queries = queries;
        this.reviewing = reviewing;
        this.since = since;
        this.fresh = fresh;
    }

    /** Documents with claims that were first captured at {@code since} or later, and when. */
    static Map<String, Instant> freshDocuments(IndexSearcher searcher, Instant since) throws IOException {
        return factual(searcher, Presences.firstSeenSince(since)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().firstSeen()));
    }

    /** Documents with claims that match, and when they were there. */
    static Map<String, Presence> factual(IndexSearcher searcher, Query which) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(IndexSchema.TYPE, IndexSchema.TYPE_DOCUMENT)), Occur.FILTER)
                .add(new FieldExistsQuery(IndexSchema.TECHNOLOGY), Occur.FILTER)
                .add(which, Occur.FILTER)
                .build();
        Map<String, Presence> found = new LinkedHashMap<>();
        int count = Math.max(1, searcher.count(query));
        for (ScoreDoc hit : searcher.search(query, count, Sort.INDEXORDER).scoreDocs) {
            String id = Blocks.shown(searcher, hit.doc).document();
            Optional<Presence> presence = Presences.of(searcher.getIndexReader(), id);
            presence.ifPresent(known -> found.put(id, known));
        }
        return found;
    }

    /** All changes, by commune. */
    List<Change> all() {
        Set<InseeCode> communes = new LinkedHashSet<>();
        for (String document : fresh.keySet()) {
            queries.extracted(ClaimFilter.ofDocument(document)).forEach(claim -> add(communes, claim));
        }
        for (Review review : queries.reviews().all()) {
            if (!review.time().isBefore(since)) {
                queries.extracted(ClaimFilter.ofDocument(review.subject().document()))
                        .forEach(claim -> {
                            add(communes, claim);
                            queries.claim(claim.id()).ifPresent(now -> add(communes, now));
                        });
            }
        }
        return communes.stream()
                .sorted()
                .flatMap(commune -> of(commune).stream())
                .toList();
    }

    private static void add(Set<InseeCode> communes, Claim claim) {
        if (claim.commune() != null) {
            communes.add(claim.commune().insee());
        }
    }

    private List<Change> of(InseeCode commune) {
        Reviews then = queries.reviews().before(since);
        List<Claim> known = queries.extracted(ClaimFilter.of(commune)).stream()
                .filter(claim -> !fresh.containsKey(claim.document()))
                .flatMap(claim -> then.reviewed(claim, reviewing.communes()).stream())
                .filter(ClaimFilter.of(commune)::matches)
                .toList();
        Map<String, Deployment> before = new HashMap<>();
        reviewing.conclusions().apply(known).forEach(deployment -> before.put(deployment.id(), deployment));
        List<Change> changes = new ArrayList<>();
        for (Deployment now : queries.deployments(DeploymentFilter.of(commune))) {
            change(now, before.remove(now.id()), known.isEmpty()).ifPresent(changes::add);
        }
        before.values().stream()
                .sorted(Comparator.comparing(Deployment::id))
                .map(gone -> new Change(Change.Kind.WITHDRAWN, null, gone, false, List.of(), since))
                .forEach(changes::add);
        return changes;
    }

    private Optional<Change> change(Deployment now, @Nullable Deployment before, boolean firstInTown) {
        List<Claim> claims = now.timeline().stream()
                .flatMap(event -> queries.claim(event.claim()).stream())
                .filter(claim -> fresh.containsKey(claim.document()))
                .map(Claim::masked)
                .toList();
        Instant when = claims.stream()
                .map(claim -> fresh.getOrDefault(claim.document(), since))
                .max(Comparator.naturalOrder())
                .orElse(since);
        if (before == null) {
            return Optional.of(new Change(Change.Kind.NEW, now, null, firstInTown, claims, when));
        }
        if (before.stage() != now.stage() || before.modality() != now.modality()) {
            return Optional.of(new Change(Change.Kind.CHANGED, now, before, false, claims, when));
        }
        return claims.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(Change.Kind.CONFIRMED, now, before, false, claims, when));
    }
}
