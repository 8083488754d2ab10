package vigie.reports.query;

import java.io.IOException;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.IndexSchema;
import vigie.indexer.index.Presences;
import vigie.indexer.index.StoredRecords;
import vigie.model.CoverageState;
import vigie.model.LedgerMonth;
import vigie.model.MonthCounts;
import vigie.model.SourceCoverage;
import vigie.model.SourceLedger;
import vigie.model.TextOutcome;
import vigie.model.id.InseeCode;

/** Counts the documents and open attempts of sources by month. */
final class LedgerReader {

    /** A wrong date in one document must not make a ledger of centuries. */
    static final int MOST_YEARS = 20;

    private static final MonthCounts READ = new MonthCounts(1, 0, 0, 0, 0);
    private static final MonthCounts NO_TEXT = new MonthCounts(0, 1, 0, 0, 0);
    private static final MonthCounts UNREADABLE = new MonthCounts(0, 0, 1, 0, 0);
    private static final MonthCounts BLOCKED = new MonthCounts(0, 0, 0, 1, 0);
    private static final MonthCounts UNREACHABLE = new MonthCounts(0, 0, 0, 0, 1);

    private final IndexSearcher searcher;
    private final StoredRecords records;
    private final @Nullable YearMonth from;
    private final YearMonth until;
    private final @Nullable Instant moment;

    /** @param moment only documents captured before it, and what the tries until its month tell; null = all */
    LedgerReader(
            IndexSearcher searcher,
            StoredRecords records,
            @Nullable YearMonth from,
            YearMonth until,
            @Nullable Instant moment) {
        this.searcher = searcher;
        this.records = records;
        this.from = from;
        this.until = until;
        this.moment = moment;
    }

    List<SourceLedger> of(InseeCode commune) throws IOException {
        List<Count> counted = new ArrayList<>();
        for (SourceCoverage source : new CommuneCoverage(searcher, records, moment).sources(commune)) {
            counted.add(count(source, commune.equals(source.commune()) ? null : commune));
        }
        return ledgers(counted);
    }

    Optional<SourceLedger> of(String source) throws IOException {
        Optional<SourceCoverage> whole = records.one(
                searcher, IndexSchema.TYPE_SOURCE, CommuneCoverage.SOURCE_ID + source, SourceCoverage.class);
        return whole.isEmpty()
                ? Optional.empty()
                : ledgers(List.of(count(whole.get(), null))).stream().findFirst();
    }

    /** Numbers of one source: by month, and of what tells no month. */
    private record Count(
            SourceCoverage source,
            SortedMap<YearMonth, MonthCounts> months,
            MonthCounts undated,
            int changed,
            int vanished) {}

    private Count count(SourceCoverage source, @Nullable InseeCode about) throws IOException {
        Counting counting = new Counting();
        BooleanQuery.Builder documents = of(IndexSchema.TYPE_DOCUMENT, source);
        if (about != null) {
            documents.add(new TermQuery(new Term(IndexSchema.COMMUNE, about.value())), Occur.FILTER);
        }
        if (moment != null) {
            documents.add(Presences.firstSeenBefore(moment), Occur.FILTER);
        }
        for (TextOutcome outcome : TextOutcome.values()) {
            counting.add(with(documents, IndexSchema.OUTCOME, outcome.id()), unit(outcome));
        }
        // What could not be had of another publisher may be about anybody.
        if (about == null) {
            BooleanQuery.Builder open = of(IndexSchema.TYPE_ATTEMPT, source);
            counting.add(with(open, IndexSchema.STATE, CoverageState.BLOCKED.id()), BLOCKED);
            counting.add(with(open, IndexSchema.STATE, CoverageState.UNREACHABLE.id()), UNREACHABLE);
            counting.add(with(open, IndexSchema.STATE, CoverageState.UNREADABLE.id()), UNREADABLE);
        }
        return new Count(
                source,
                counting.months,
                counting.undated,
                searcher.count(with(documents, Presences.changed())),
                searcher.count(
                        with(documents, moment == null ? Presences.vanished() : Presences.vanishedBefore(moment))));
    }

    private static MonthCounts unit(TextOutcome outcome) {
        return switch (outcome) {
            case TEXT -> READ;
            case NO_TEXT -> NO_TEXT;
            case NEEDS_PASSWORD, UNSUPPORTED, FAILED, TIMED_OUT -> UNREADABLE;
        };
    }

    private static BooleanQuery.Builder of(String type, SourceCoverage source) {
        return new BooleanQuery.Builder()
                .add(StoredRecords.where(type, IndexSchema.SOURCE, source.source()), Occur.FILTER);
    }

    private static Query with(BooleanQuery.Builder some, String field, String value) {
        return with(some, new TermQuery(new Term(field, value)));
    }

    private static Query with(BooleanQuery.Builder some, Query more) {
        return new BooleanQuery.Builder()
                .add(some.build(), Occur.FILTER)
                .add(more, Occur.FILTER)
                .build();
    }

    /** Adds up what searches find. */
    private final class Counting {

        private final SortedMap<YearMonth, MonthCounts> months = new TreeMap<>();
        private MonthCounts undated = MonthCounts.none();

        void add(Query found, MonthCounts unit) throws IOException {
            int all = searcher.count(found);
            if (all == 0) {
                return;
            }
            Map<String, List<SearchResult.Count>> counts =
                    FacetCounter.count(searcher, found, Set.of(IndexSchema.MONTH));
            int dated = 0;
            for (SearchResult.Count month : counts.getOrDefault(IndexSchema.MONTH, List.of())) {
                months.merge(YearMonth.parse(month.value()), unit.times(month.documents()), MonthCounts::plus);
                dated += month.documents();
            }
            undated = undated.plus(unit.times(all - dated));
        }
    }

    private List<SourceLedger> ledgers(List<Count> counted) {
        YearMonth first = from == null ? oldest(counted) : from;
        List<SourceLedger> ledgers = new ArrayList<>();
        for (Count count : counted) {
            ledgers.add(ledger(count, first));
        }
        return ledgers;
    }

    /** January of the year of the oldest document, so that all years are whole. */
    private YearMonth oldest(List<Count> counted) {
        YearMonth least = until.minusYears(MOST_YEARS);
        YearMonth oldest = counted.stream()
                .flatMap(count -> count.months().keySet().stream())
                .filter(month -> !month.isBefore(least))
                .min(YearMonth::compareTo)
                .filter(month -> month.isBefore(until))
                .orElse(until);
        return Year.of(oldest.getYear()).atMonth(1);
    }

    private SourceLedger ledger(Count count, YearMonth first) {
        MonthStates states = new MonthStates(count.source(), until);
        List<LedgerMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(until); month = month.plusMonths(1)) {
            MonthCounts counts = count.months().getOrDefault(month, MonthCounts.none());
            months.add(new LedgerMonth(month, states.of(month, counts), counts));
        }
        MonthCounts outside = count.months().entrySet().stream()
                .filter(month ->
                        month.getKey().isBefore(first) || month.getKey().isAfter(until))
                .map(Map.Entry::getValue)
                .reduce(MonthCounts.none(), MonthCounts::plus);
        SourceCoverage source = count.source();
        return new SourceLedger(
                source.source(),
                source.name(),
                source.url(),
                source.lastTried(),
                source.lastSuccess(),
                count.undated(),
                outside,
                count.changed(),
                count.vanished(),
                months);
    }
}
