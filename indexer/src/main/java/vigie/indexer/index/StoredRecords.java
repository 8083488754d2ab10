package vigie.indexer.index;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vigie.model.Json;

/** Reads records back that {@link IndexSchema#RECORD} holds. Thread-safe. */
public final class StoredRecords {

    /** Made when the first record is read: a search for documents needs none, and JSON costs a start. */
    private volatile @Nullable JsonMapper json;

    /** The records of all Lucene documents that match, in index order. */
    public <T> List<T> all(IndexSearcher searcher, Query query, Class<T> type) throws IOException {
        int count = searcher.count(query);
        if (count == 0) {
            return List.of();
        }
        TopDocs found = searcher.search(query, count, Sort.INDEXORDER);
        StoredFields stored = searcher.storedFields();
        List<T> records = new ArrayList<>();
        for (ScoreDoc hit : found.scoreDocs) {
            records.add(read(stored, hit.doc, type));
        }
        return records;
    }

    /** The record of that id, if it is there and of that type ({@code kind} is a {@code TYPE_} constant). */
    public <T> Optional<T> one(IndexSearcher searcher, String kind, String id, Class<T> type) throws IOException {
        TopDocs found = searcher.search(where(kind, IndexSchema.ID, id), 1, Sort.INDEXORDER);
        return found.scoreDocs.length == 0
                ? Optional.empty()
                : Optional.of(read(searcher.storedFields(), found.scoreDocs[0].doc, type));
    }

    /** What is of type {@code type} and has {@code value} in {@code field}. */
    public static Query where(String type, String field, String value) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(IndexSchema.TYPE, type)), Occur.FILTER)
                .add(new TermQuery(new Term(field, value)), Occur.FILTER)
                .build();
    }

    private <T> T read(StoredFields stored, int number, Class<T> type) throws IOException {
        BytesRef bytes = stored.document(number, Set.of(IndexSchema.RECORD)).getBinaryValue(IndexSchema.RECORD);
        if (bytes == null) {
            throw new IllegalStateException("every " + type.getSimpleName() + " of the index has a record");
        }
        return json().readValue(bytes.bytes, bytes.offset, bytes.length, type);
    }

    private JsonMapper json() {
        JsonMapper known = json;
        if (known == null) {
            known = Json.mapper();
            json = known;
        }
        return known;
    }
}
