package vigie.reports.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.FrenchAnalysis;
import vigie.indexer.index.IndexSchema;
import vigie.reports.query.QueryException.Fault;

/** Turns what a query says into Lucene's terms. Thread-safe. */
final class QueryTranslation {

    private static final float TITLE_BOOST = 2;
    private static final int MOST_EXPANSIONS = 50;

    private final Analyzer exact;
    private final Analyzer stemmed;
    private final QueryFields fields;
    private final @Nullable ReviewedValues reviewed;

    /** For documents as the index has them. */
    QueryTranslation() {
        this.exact = FrenchAnalysis.exact();
        this.stemmed = FrenchAnalysis.stemmed();
        this.fields = new QueryFields(exact);
        this.reviewed = null;
    }

    private QueryTranslation(QueryTranslation other, ReviewedValues reviewed) {
        this.exact = other.exact;
        this.stemmed = other.stemmed;
        this.fields = other.fields;
        this.reviewed = reviewed;
    }

    /** The same for documents as reviews leave them. */
    QueryTranslation as(ReviewedValues values) {
        return new QueryTranslation(this, values);
    }

    private record Token(String term, int position) {}

    /** The Lucene query, over documents only. */
    Query translate(QueryNode node) {
        Query query = node(node).orElseThrow(() -> new QueryException(Fault.NO_WORDS));
        return positive(query);
    }

    /** The same, with documents ahead whose title has the words. */
    Query withTitles(Query query, QueryNode node) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
        boolean boosted = false;
        for (QueryNode part : node instanceof QueryNode.And and ? and.parts() : List.of(node)) {
            if (part instanceof QueryNode.Word word) {
                for (Token token : tokens(stemmed, word.text())) {
                    Query title = new TermQuery(new Term(IndexSchema.TITLE, token.term()));
                    all.add(new BoostQuery(title, TITLE_BOOST), Occur.SHOULD);
                    boosted = true;
                }
            }
        }
        return boosted ? all.build() : query;
    }

    /** Whether the query looks at more than words: those are in documents only, field values in claims too. */
    static boolean namesField(QueryNode node) {
        if (node instanceof QueryNode.And and) {
            return and.parts().stream().anyMatch(QueryTranslation::namesField);
        } else if (node instanceof QueryNode.Or or) {
            return or.parts().stream().anyMatch(QueryTranslation::namesField);
        } else if (node instanceof QueryNode.Not not) {
            return namesField(not.part());
        }
        return node instanceof QueryNode.Field;
    }

    /** All documents. */
    static Query documents() {
        return new TermQuery(new Term(IndexSchema.TYPE, IndexSchema.TYPE_DOCUMENT));
    }

    /** What has one of the values of a filter. */
    Query filter(String name, Iterable<String> values) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        values.forEach(value -> any.add(field(name, value), Occur.SHOULD));
        return any.build();
    }

    Analyzer exact() {
        return exact;
    }

    private static boolean isNegative(BooleanQuery query) {
        return query.clauses().stream().allMatch(clause -> clause.getOccur() == Occur.MUST_NOT);
    }

    private Optional<Query> node(QueryNode node) {
        if (node instanceof QueryNode.Word word) {
            return stems(word.text(), 0);
        } else if (node instanceof QueryNode.Phrase phrase) {
            return phrase.slop() == 0
                    ? words(IndexSchema.WORDS, exact, phrase.text())
                    : stems(phrase.text(), phrase.slop());
        } else if (node instanceof QueryNode.Fuzzy fuzzy) {
            return Optional.of(fuzzy(fuzzy));
        } else if (node instanceof QueryNode.Wildcard wildcard) {
            return Optional.of(wildcard(wildcard.pattern()));
        } else if (node instanceof QueryNode.Field field) {
            return Optional.of(field(field.name(), field.value()));
        } else if (node instanceof QueryNode.And and) {
            return all(and);
        } else if (node instanceof QueryNode.Or or) {
            return any(or);
        } else if (node instanceof QueryNode.Not not) {
            return all(new QueryNode.And(List.of(not)));
        }
        throw new IllegalStateException("every kind of node is translated: " + node);
    }

    private Query field(String name, String value) {
        if (QueryFields.field(name).equals(IndexSchema.TITLE)) {
            return words(IndexSchema.TITLE, stemmed, value).orElseGet(() -> new MatchNoDocsQuery("no word"));
        }
        return reviewed(fields.query(name, value));
    }

    /** The same as reviews leave it. */
    private Query reviewed(Query found) {
        if (reviewed == null) {
            return found;
        }
        if (found instanceof TermQuery one) {
            return reviewed.of(one.getTerm().field(), one.getTerm().text(), found);
        }
        if (found instanceof BooleanQuery several) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            several.forEach(clause -> any.add(reviewed(clause.getQuery()), clause.getOccur()));
            return any.build();
        }
        return found;
    }

    private Optional<Query> all(QueryNode.And and) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean some = false;
        for (QueryNode part : joined(and.parts())) {
            boolean not = part instanceof QueryNode.Not;
            Optional<Query> query = node(part instanceof QueryNode.Not negated ? negated.part() : part);
            query.ifPresent(found -> all.add(not ? found : positive(found), not ? Occur.MUST_NOT : Occur.MUST));
            some |= query.isPresent();
        }
        return some ? Optional.of(simplest(all.build())) : Optional.empty();
    }

    private Optional<Query> any(QueryNode.Or or) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        boolean some = false;
        for (QueryNode part : or.parts()) {
            Optional<Query> query = node(part);
            query.ifPresent(found -> any.add(positive(found), Occur.SHOULD));
            some |= query.isPresent();
        }
        return some ? Optional.of(any.build()) : Optional.empty();
    }

    private static Query positive(Query query) {
        if (query instanceof BooleanQuery clauses && isNegative(clauses)) {
            BooleanQuery.Builder all = new BooleanQuery.Builder().add(documents(), Occur.FILTER);
            clauses.forEach(all::add);
            return all.build();
        }
        return query;
    }

    private static Query simplest(BooleanQuery query) {
        boolean single = query.clauses().size() == 1 && query.clauses().get(0).getOccur() == Occur.MUST;
        return single ? query.clauses().get(0).getQuery() : query;
    }

    /** Words in a row that analysis writes as one ("vidéo surveillance") become one. */
    private List<QueryNode> joined(List<QueryNode> parts) {
        List<QueryNode> joined = new ArrayList<>();
        for (QueryNode part : parts) {
            QueryNode last = joined.isEmpty() ? part : joined.get(joined.size() - 1);
            if (!joined.isEmpty() && part instanceof QueryNode.Word next && last instanceof QueryNode.Word word) {
                String both = word.text() + " " + next.text();
                if (tokens(exact, both).size() == 1) {
                    joined.set(joined.size() - 1, new QueryNode.Word(both));
                    continue;
                }
            }
            joined.add(part);
        }
        return joined;
    }

    private Query fuzzy(QueryNode.Fuzzy fuzzy) {
        List<Token> tokens = tokens(exact, fuzzy.text());
        if (tokens.size() != 1) {
            return words(IndexSchema.WORDS, exact, fuzzy.text()).orElseThrow(() -> new QueryException(Fault.NO_WORDS));
        }
        String term = tokens.get(0).term();
        int edits = term.length() < 6 ? Math.min(1, fuzzy.edits()) : fuzzy.edits();
        return new FuzzyQuery(new Term(IndexSchema.WORDS, term), edits, 1, MOST_EXPANSIONS, true);
    }

    private static Query wildcard(String pattern) {
        String folded = QueryFields.plain(pattern).replace("\\", "");
        int star = folded.indexOf('*');
        if (star == folded.length() - 1 && folded.indexOf('?') < 0) {
            return new PrefixQuery(new Term(IndexSchema.WORDS, folded.substring(0, star)));
        }
        return new WildcardQuery(new Term(IndexSchema.WORDS, folded));
    }

    private static Optional<Query> words(String field, Analyzer analyzer, String text) {
        List<Token> tokens = tokens(analyzer, text);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        if (tokens.size() == 1) {
            return Optional.of(new TermQuery(new Term(field, tokens.get(0).term())));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int first = tokens.get(0).position();
        tokens.forEach(token -> phrase.add(new Term(field, token.term()), token.position() - first));
        return Optional.of(phrase.build());
    }

    /** Words with these stems: those that are their own stem, and those beside which it stands. */
    private Optional<Query> stems(String text, int slop) {
        List<Token> tokens = tokens(stemmed, text);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        if (tokens.size() == 1) {
            SynonymQuery.Builder either = new SynonymQuery.Builder(IndexSchema.WORDS);
            for (Term term : either(tokens.get(0))) {
                either.addTerm(term);
            }
            return Optional.of(either.build());
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
        int first = tokens.get(0).position();
        tokens.forEach(token -> phrase.add(either(token), token.position() - first));
        return Optional.of(phrase.build());
    }

    private static Term[] either(Token stem) {
        return new Term[] {
            new Term(IndexSchema.WORDS, stem.term()), new Term(IndexSchema.WORDS, IndexSchema.STEM + stem.term())
        };
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                tokens.add(new Token(term.toString(), position));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return tokens;
    }
}
