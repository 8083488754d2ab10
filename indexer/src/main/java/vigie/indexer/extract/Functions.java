package vigie.indexer.extract;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.Modality;
import vigie.model.Technology;

/** What the software is to do, as the quote of a claim tells. */
final class Functions {

    private static final int REACH = 60;

    private final String text;
    private final Parties parties;
    private final NavigableMap<Integer, Mention> named = new TreeMap<>();

    /** Of a text, in which the lexicon found {@code mentions}. */
    Functions(String text, List<Mention> mentions, Parties parties) {
        this.text = text;
        this.parties = parties;
        mentions.stream()
                .filter(mention -> mention.kind() == MentionKind.FUNCTION)
                .forEach(mention -> named.put(mention.start(), mention));
    }

    /**
     * Ids of the functions that the quote names as those of the claim's technology, each once, in their order. One that
     * is ruled out beside what the claim asserts is none of them; a claim that denies tells what is denied.
     */
    List<String> of(Draft draft) {
        Span quote = draft.quote();
        boolean denied = draft.judgement().modality() == Modality.NEGATED;
        return named.subMap(quote.start(), quote.end()).values().stream()
                .filter(hit -> isOf(draft.subject().technology(), hit))
                .filter(hit -> denied || !isRuledOut(quote, hit))
                .map(Mention::ref)
                .distinct()
                .toList();
    }

    /** Words that do not tell how the function is done are believed where images are analysed. */
    private boolean isOf(Technology technology, Mention hit) {
        return parties.technology(hit).orElse(Technology.VSA) == technology;
    }

    private boolean isRuledOut(Span quote, Mention hit) {
        String before = View.of(text, Math.max(quote.start(), hit.start() - REACH), hit.start())
                .text();
        // What is parted at the end of a column's line may go on behind the quote.
        int end = Math.min(quote.end(), hit.end());
        String behind = View.of(text, end, Math.min(quote.end(), end + REACH)).text();
        return RuledOut.beside(before, behind);
    }
}
