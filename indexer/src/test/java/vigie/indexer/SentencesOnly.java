package vigie.indexer;

import java.util.List;
import vigie.indexer.extract.Linguist;
import vigie.indexer.extract.Span;
import vigie.indexer.extract.corenlp.CoreNlp;

/** Sentences as in earnest, but no names: the classifier takes seconds to load. */
final class SentencesOnly implements Linguist {

    private final CoreNlp language = new CoreNlp();

    @Override
    public List<Span> sentences(String text) {
        return language.sentences(text);
    }

    @Override
    public List<Name> names(String text) {
        return List.of();
    }
}
