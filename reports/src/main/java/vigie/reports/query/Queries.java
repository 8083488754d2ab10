package vigie.reports.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.FrenchAnalysis;
import vigie.indexer.index.IndexException;
import vigie.indexer.index.IndexSchema;
import vigie.indexer.index.IndexState;
import vigie.indexer.index.Presences;
import vigie.indexer.index.StoredRecords;
import vigie.indexer.index.VersionLists;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.DocumentVersion;
import vigie.model.PartialDate;
import vigie.model.Presence;
import vigie.model.Reviews;
import vigie.model.SourceCoverage;
import vigie.model.SourceDocument;
import vigie.model.SourceLedger;
import vigie.model.config.Communes;
import vigie.model.config.Vendor;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;
import vigie.reports.Digest.Change;

/**
 * All questions to one index. Thread-safe; sees the index as it was when opened or last {@linkplain #refresh refreshed}.
 *
 * <p>Opening reads next to nothing: no register, no JSON, no facets before they are asked for.
 */
public final class Queries implements AutoCloseable {

    private static final Comparator<PartialDate> DATES = Comparator.nullsLast(Comparator.naturalOrder());

    private static final int MOST_MOMENTS = 32;

    private final Path path;
    private final Directory directory;
    private final SearcherManager manager;
    private final QueryTranslation translation = new QueryTranslation();
    private final DocumentSearch search = new DocumentSearch(translation);
    private final StoredRecords records = new StoredRecords();
    private final Reviewing reviewing;
    private final @Nullable Publication publication;
    private volatile @Nullable Known known;
    private volatile @Nullable Found found;
    private volatile @Nullable Said said;
    private final Kept<AsOf, List<Deployment>> then = new Kept<>(this::version, MOST_MOMENTS);

    /** Which deployments, as of when. */
    private record AsOf(DeploymentFilter filter, Instant moment) {}

    /** Facts as reviews leave them, and of what. */
    private record Known(IndexReader index, Reviews reviews, ReviewedFacts facts) {}

    /** Values by which documents are found as reviews leave them, and of what. */
    private record Found(IndexReader index, Reviews reviews, ReviewedValues values) {}

    /** Reviews and a digest of them. */
    private record Said(Reviews reviews, String digest) {}

    private Queries(Path path, Directory directory, Reviewing reviewing, @Nullable Publication publication)
            throws IOException {
        this.path = path;
        this.directory = directory;
        this.reviewing = reviewing;
        this.publication = publication;
        this.manager = new SearcherManager(directory, null);
    }

    /**
     * Opens the index in that folder; facts are as they were extracted.
     *
     * @throws IndexException if there is none, or none that this Vigie can read
     */
    public static Queries open(Path index) {
        return open(index, Reviewing.NOTHING);
    }

    /** The same, facts as people's reviews leave them. */
    public static Queries open(Path index, Reviewing reviewing) {
        return open(index, reviewing, null);
    }

    /**
     * The same for what everybody may read: there are no other claims than those published, deployments are concluded from
     * these alone, documents are those that they cite and have no text. What was read is told whole; reviews are those of this moment; what cannot be
     * told of the published part alone ({@link #search}, {@link #changes}, {@link #vanishedSince}, {@link #evidenceFiles})
     * is refused.
     */
    public static Queries published(Path index, Reviewing reviewing, Publication publication) {
        Reviews now = reviewing.reviews().get();
        return open(index, new Reviewing(() -> now, reviewing.places(), reviewing.conclusions()), publication);
    }

    private static Queries open(Path index, Reviewing reviewing, @Nullable Publication publication) {
        try {
            if (!Files.isDirectory(index)) {
                throw new IndexException(
                        IndexException.Kind.NONE, "there is no index in " + index + "; make one: vigie index", null);
            }
            Directory directory = FSDirectory.open(index);
            try {
                Queries queries = new Queries(index, directory, reviewing, publication);
                queries.state();
                return queries;
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw IndexException.of(index, e);
        }
    }

    /** Sees what was committed since; returns at once if nothing was. */
    public void refresh() {
        try {
            manager.maybeRefreshBlocking();
        } catch (IOException e) {
            throw IndexException.of(path, e);
        }
    }

    /**
     * Searches documents.
     *
     * @throws QueryException if the request cannot be run; it says why
     */
    public SearchResult search(SearchRequest request) {
        askedOfAll();
        return with(searcher -> search.search(searcher, request, values(searcher)));
    }

    /** Deployments, by commune, then technology and vendor. */
    public List<Deployment> deployments(DeploymentFilter filter) {
        return inOrder(with(searcher -> reviewed(searcher)
                .deployments(records.all(searcher, FactQueries.of(filter), Deployment.class), filter)));
    }

    /**
     * Deployments as they were known before a moment: from documents first captured and reviews made before it, concluded in
     * the same way. A document that was known then counts as it reads now.
     *
     * <p>Needs to know how claims become deployments: an index that was opened without knew none.
     */
    public List<Deployment> deployments(DeploymentFilter filter, Instant moment) {
        askedOfAll();
        return then.of(new AsOf(filter, moment), this::knownThen);
    }

    /**
     * The id of a firm that deployments name: it may be written with other capitals and accents, or as in {@link Vendor#slug}. Where
     * several are meant by that, the one that is written so, or the first.
     */
    public Optional<String> firm(String text) {
        String name = Communes.fold(text);
        return deployments(DeploymentFilter.all()).stream()
                .flatMap(deployment -> Stream.of(deployment.vendor(), deployment.integrator()))
                .filter(Objects::nonNull)
                .distinct()
                .filter(id -> name.equals(Communes.fold(id))
                        || text.equals(Vendor.unlisted(id, null).slug()))
                .min(Comparator.comparing((String id) -> !id.equals(text)).thenComparing(Comparator.naturalOrder()));
    }

    private List<Deployment> knownThen(AsOf asked) {
        Reviews before = reviews().before(asked.moment());
        return inOrder(with(searcher -> {
            Set<String> later = Changes.freshDocuments(searcher, asked.moment()).keySet();
            return new ReviewedFacts(
                            (claim, state) -> !later.contains(claim.document()),
                            before,
                            reviewing,
                            claims -> extracted(searcher, claims))
                    .deployments(List.of(), asked.filter());
        }));
    }

    private static List<Deployment> inOrder(List<Deployment> found) {
        return found.stream()
                .sorted(Comparator.comparing(
                                (Deployment deployment) -> deployment.commune().insee())
                        .thenComparing(Deployment::technology)
                        .thenComparing(Deployment::id))
                .toList();
    }

    /** The communes that have such deployments, in the order of codes. */
    public List<InseeCode> communes(DeploymentFilter filter) {
        if (publication != null) {
            return deployments(filter).stream()
                    .map(deployment -> deployment.commune().insee())
                    .distinct()
                    .sorted()
                    .toList();
        }
        Set<String> facet = Set.of(IndexSchema.COMMUNE);
        return with(searcher -> FacetCounter.count(searcher, FactQueries.of(filter), facet))
                .getOrDefault(IndexSchema.COMMUNE, List.of())
                .stream()
                .map(count -> new InseeCode(count.value()))
                .sorted()
                .toList();
    }

    /** The deployment of that id. */
    public Optional<Deployment> deployment(String id) {
        return with(searcher -> reviewed(searcher)
                .deployment(id, records.one(searcher, IndexSchema.TYPE_DEPLOYMENT, id, Deployment.class)));
    }

    /** The ids of deployments and claims that begin so, in order, at most {@code most}; what readers rejected included. */
    public List<String> ids(String beginning, int most) {
        List<String> ids = new ArrayList<>();
        with(searcher -> {
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), IndexSchema.ID);
            TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
            boolean isMore = all.seekCeil(new BytesRef(beginning)) != TermsEnum.SeekStatus.END;
            while (isMore && ids.size() < most && all.term().utf8ToString().startsWith(beginning)) {
                String id = all.term().utf8ToString();
                if (searcher.count(StoredRecords.where(IndexSchema.TYPE_DEPLOYMENT, IndexSchema.ID, id)) > 0
                        || searcher.count(StoredRecords.where(IndexSchema.TYPE_CLAIM, IndexSchema.ID, id)) > 0) {
                    ids.add(id);
                }
                isMore = all.next() != null;
            }
            return ids;
        });
        return ids;
    }

    /** Claims, oldest fact first, undated last. */
    public List<Claim> claims(ClaimFilter filter) {
        return sorted(with(searcher -> reviewed(searcher).claims(extracted(searcher, filter), filter)));
    }

    /** Claims as they were known before a moment; see {@link #deployments(DeploymentFilter, Instant)}. */
    public List<Claim> claims(ClaimFilter filter, Instant moment) {
        askedOfAll();
        Reviews before = reviews().before(moment);
        return sorted(with(searcher -> {
            Set<String> later = Changes.freshDocuments(searcher, moment).keySet();
            Function<ClaimFilter, List<Claim>> known = asked -> extracted(searcher, asked).stream()
                    .filter(claim -> !later.contains(claim.document()))
                    .toList();
            return new ReviewedFacts(before, reviewing, known).claims(known.apply(filter), filter);
        }));
    }

    /** The claim of that id; empty also if readers rejected it. */
    public Optional<Claim> claim(String id) {
        return with(searcher ->
                records.one(searcher, IndexSchema.TYPE_CLAIM, id, Claim.class).flatMap(reviewed(searcher)::claim));
    }

    /** The claim of that id as it was extracted, whatever readers say of it. */
    public Optional<Claim> extracted(String id) {
        return with(searcher -> records.one(searcher, IndexSchema.TYPE_CLAIM, id, Claim.class)
                .filter(claim -> isShown(claim, searcher)));
    }

    /** Claims as they were extracted, whatever readers say of them, in the order of {@link #claims}. */
    public List<Claim> extracted(ClaimFilter filter) {
        return sorted(with(searcher -> extracted(searcher, filter).stream()
                .filter(claim -> isShown(claim, searcher))
                .toList()));
    }

    /** Whether a claim, as extracted, is among those that this may speak of. */
    private boolean isShown(Claim extracted, IndexSearcher searcher) {
        return publication == null || reviewed(searcher).claim(extracted).isPresent();
    }

    private void askedOfAll() {
        if (publication != null) {
            throw new IllegalStateException("this can only be asked of all facts, not of the published ones");
        }
    }

    private static List<Claim> sorted(List<Claim> claims) {
        return claims.stream()
                .sorted(Comparator.comparing(Claim::date, DATES).thenComparing(Claim::id))
                .toList();
    }

    /** What people said of claims; ask it with claims as they were {@linkplain #extracted extracted}. */
    public Reviews reviews() {
        return reviewing.reviews().get();
    }

    private List<Claim> extracted(IndexSearcher searcher, ClaimFilter filter) {
        try {
            return records.all(searcher, FactQueries.of(filter), Claim.class);
        } catch (IOException e) {
            throw IndexException.of(path, e);
        }
    }

    private ReviewedFacts reviewed(IndexSearcher searcher) {
        Reviews reviews = reviewing.reviews().get();
        Known last = known;
        if (last == null
                || !last.index().equals(searcher.getIndexReader())
                || !last.reviews().equals(reviews)) {
            last = new Known(
                    searcher.getIndexReader(),
                    reviews,
                    publication == null
                            ? new ReviewedFacts(reviews, reviewing, filter -> extracted(searcher, filter))
                            : new ReviewedFacts(
                                    publication::admits, reviews, reviewing, filter -> extracted(searcher, filter)));
            known = last;
        }
        return last.facts();
    }

    private ReviewedValues values(IndexSearcher searcher) {
        Reviews reviews = reviewing.reviews().get();
        Found last = found;
        if (last == null
                || !last.index().equals(searcher.getIndexReader())
                || !last.reviews().equals(reviews)) {
            ReviewedValues values = new ReviewedValues(
                    reviews,
                    reviewing,
                    filter -> extracted(searcher, filter),
                    document -> whole(searcher, document).map(SourceDocument::publisher),
                    name -> FrenchAnalysis.fold(FrenchAnalysis.exact(), name));
            last = new Found(searcher.getIndexReader(), reviews, values);
            found = last;
        }
        return last.values();
    }

    private Optional<SourceDocument> whole(IndexSearcher searcher, String document) {
        try {
            return WholeDocument.read(searcher, records, document);
        } catch (IOException e) {
            throw IndexException.of(path, e);
        }
    }

    /** The document of that id, with its text; its links are not in the index. */
    public Optional<SourceDocument> document(String id) {
        if (publication == null) {
            return with(searcher -> WholeDocument.read(searcher, records, id));
        }
        return with(searcher -> reviewed(searcher).cites(id)
                        ? WholeDocument.read(searcher, records, id)
                        : Optional.<SourceDocument>empty())
                .map(publication::cited);
    }

    /** When the document of that id was there to be read. */
    public Optional<Presence> presence(String document) {
        return with(searcher -> Presences.of(searcher.getIndexReader(), document));
    }

    /** The versions of the document of that id that were archived, oldest first; of very many the newest. */
    public List<DocumentVersion> versions(String document) {
        return with(searcher -> VersionLists.of(searcher.getIndexReader(), document));
    }

    /**
     * What became known since a moment, by commune.
     *
     * <p>Needs to know how claims become deployments: an index that was opened without has no changes.
     */
    public List<Change> changes(Instant since) {
        askedOfAll();
        Map<String, Instant> fresh = with(searcher -> Changes.freshDocuments(searcher, since));
        return new Changes(this, reviewing, since, fresh).all();
    }

    /** Documents with claims that were first found gone since a moment, by id, and when they were there. */
    public Map<String, Presence> vanishedSince(Instant since) {
        askedOfAll();
        return with(searcher -> Changes.factual(searcher, Presences.vanishedSince(since)));
    }

    /** WARC files of the archive with a capture that a claim cites or that is no longer online. */
    public Set<String> evidenceFiles() {
        askedOfAll();
        return with(searcher -> new EvidenceFiles(searcher, records).names());
    }

    /** What was read of every source, by id. */
    public List<SourceCoverage> coverage() {
        Query sources = new TermQuery(new Term(IndexSchema.TYPE, IndexSchema.TYPE_SOURCE));
        return with(searcher -> records.all(searcher, sources, SourceCoverage.class)).stream()
                .sorted(Comparator.comparing(SourceCoverage::source))
                .toList();
    }

    /**
     * What was read that concerns a commune: the sources that publish for it, whole; of all other sources, and of the
     * feeds that would tell, only the documents about it.
     */
    public List<SourceCoverage> coverage(InseeCode commune) {
        return coverage(commune, null);
    }

    /** The same of what had been captured before a moment, null for all; refusals and failures are those of now. */
    public List<SourceCoverage> coverage(InseeCode commune, @Nullable Instant moment) {
        return with(searcher -> new CommuneCoverage(searcher, records, moment).of(commune));
    }

    /**
     * The ledger of a commune: the sources of {@link #coverage(InseeCode)}, month by month.
     *
     * @param from the first month, or null for that of the oldest document, {@value LedgerReader#MOST_YEARS} years back
     *     at most
     * @param until the last month: the current one
     */
    public List<SourceLedger> ledger(InseeCode commune, @Nullable YearMonth from, YearMonth until) {
        return ledger(commune, from, until, null);
    }

    /** The same of what had been captured before a moment, null for all. */
    public List<SourceLedger> ledger(
            InseeCode commune, @Nullable YearMonth from, YearMonth until, @Nullable Instant moment) {
        return with(searcher -> new LedgerReader(searcher, records, from, until, moment).of(commune));
    }

    /** The ledger of one source, whatever commune its documents are about; empty if the index does not know it. */
    public Optional<SourceLedger> ledger(String source, @Nullable YearMonth from, YearMonth until) {
        return with(searcher -> new LedgerReader(searcher, records, from, until, null).of(source));
    }

    /** How much is in the index. */
    public IndexStatistics statistics() {
        return with(searcher -> {
            IndexState state = state(searcher);
            long bytes = 0;
            for (String file : ((DirectoryReader) searcher.getIndexReader())
                    .getIndexCommit()
                    .getFileNames()) {
                bytes += directory.fileLength(file);
            }
            return new IndexStatistics(
                    count(searcher, IndexSchema.TYPE, IndexSchema.TYPE_DOCUMENT),
                    searcher.count(StoredRecords.where(IndexSchema.TYPE_DOCUMENT, IndexSchema.OUTCOME, "text")),
                    count(searcher, IndexSchema.TYPE, IndexSchema.TYPE_PASSAGE),
                    count(searcher, IndexSchema.TYPE, IndexSchema.TYPE_CLAIM),
                    count(searcher, IndexSchema.TYPE, IndexSchema.TYPE_DEPLOYMENT),
                    count(searcher, IndexSchema.TYPE, IndexSchema.TYPE_SOURCE),
                    state.segments().size(),
                    bytes,
                    state.project(),
                    state.version());
        });
    }

    private static int count(IndexSearcher searcher, String field, String value) throws IOException {
        return searcher.count(new TermQuery(new Term(field, value)));
    }

    /** Another one whenever an answer may be another: after each commit to the index and each review. */
    public String version() {
        Reviews reviews = reviews();
        Said last = said;
        if (last == null || !last.reviews().equals(reviews)) {
            byte[] all = reviews.all().toString().getBytes(StandardCharsets.UTF_8);
            last = new Said(reviews, Digest.sha256(all).substring(0, 16));
            said = last;
        }
        String digest = last.digest();
        return with(searcher -> {
            byte[] commit = ((StandardDirectoryReader) searcher.getIndexReader())
                    .getSegmentInfos()
                    .getId();
            return HexFormat.of().formatHex(commit) + "-" + digest;
        });
    }

    private IndexState state() {
        return with(Queries::state);
    }

    private static IndexState state(IndexSearcher searcher) throws IOException {
        return IndexState.ofCommit(
                ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData());
    }

    @Override
    public void close() {
        try {
            manager.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }

    private <T> T with(Question<T> question) {
        try {
            IndexSearcher searcher = manager.acquire();
            try {
                return question.ask(searcher);
            } finally {
                manager.release(searcher);
            }
        } catch (IOException e) {
            throw IndexException.of(path, e);
        }
    }
}
