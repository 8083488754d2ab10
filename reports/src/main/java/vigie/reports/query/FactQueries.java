package vigie.reports.query;

import java.time.LocalDate;
import java.util.Locale;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.IndexSchema;

/** Filters of claims and deployments as queries. */
final class FactQueries {

    private final BooleanQuery.Builder all = new BooleanQuery.Builder();

    private FactQueries(String type) {
        has(IndexSchema.TYPE, type);
    }

    static Query of(DeploymentFilter filter) {
        return new FactQueries(IndexSchema.TYPE_DEPLOYMENT)
                .has(IndexSchema.COMMUNE, filter.commune())
                .has(IndexSchema.DEPARTEMENT, upper(filter.departement()))
                .has(IndexSchema.VENDOR, filter.vendor())
                .has(IndexSchema.TECHNOLOGY, filter.technology())
                .has(IndexSchema.STAGE, filter.stage())
                .since(filter.since())
                .sure(filter.minConfidence())
                .all
                .build();
    }

    static Query of(ClaimFilter filter) {
        return new FactQueries(IndexSchema.TYPE_CLAIM)
                .has(IndexSchema.COMMUNE, filter.commune())
                .has(IndexSchema.DOCUMENT, filter.document())
                .has(IndexSchema.DEPARTEMENT, upper(filter.departement()))
                .has(IndexSchema.VENDOR, filter.vendor())
                .has(IndexSchema.TECHNOLOGY, filter.technology())
                .has(IndexSchema.STAGE, filter.stage())
                .since(filter.since())
                .sure(filter.minConfidence())
                .all
                .build();
    }

    private FactQueries has(String field, @Nullable Object value) {
        if (value != null) {
            String text = value instanceof vigie.model.Term term ? term.id() : value.toString();
            all.add(new TermQuery(new Term(field, text)), Occur.FILTER);
        }
        return this;
    }

    private FactQueries since(@Nullable LocalDate day) {
        if (day != null) {
            all.add(LongField.newRangeQuery(IndexSchema.DATE, day.toEpochDay(), Long.MAX_VALUE), Occur.FILTER);
        }
        return this;
    }

    private FactQueries sure(double confidence) {
        if (confidence > 0) {
            all.add(DoublePoint.newRangeQuery(IndexSchema.CONFIDENCE, confidence, 1), Occur.FILTER);
        }
        return this;
    }

    private static @Nullable String upper(@Nullable String code) {
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }
}
