package vigie.indexer.extract;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.Modality;
import vigie.model.Technology;

/** What the software is to do, as the quote of a claim tells. */
final class Functions {

    private static final int REACH = 60;

    private static final Pattern NOT_BEFORE = Pattern.compile(
            "\\b(?:sans|hors|ni|aucune?|excluant|exclut|hormis|pas (?:de|d'|la|le|les|l')|plutot que|interdi\\w+|refus\\w+)(?:\\b|(?<='))[^,;.:]{0,40}$");
    private static final Pattern NOT_BEHIND = Pattern.compile(
            "^[^,;.:]{0,45}?(?:\\bn'(?:est|sont|a|ont|etait|etaient|y)\\b|\\bne (?:sera|seront|fait|font|sont)\\b|\\bdesactiv|\\bexclue?s?\\b|\\binterdite?s?\\b|\\bnon (?:activ|reten|lev)|\\bpas (?:activ|reten|utilis|lev))");

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
        String behind = View.of(text, hit.end(), Math.min(quote.end(), hit.end() + REACH))
                .text();
        return NOT_BEFORE.matcher(before).find() || NOT_BEHIND.matcher(behind).find();
    }
}
