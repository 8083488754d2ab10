package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;

/** Cuts a sentence into the clauses that judge by themselves. */
final class Clauses {

    private static final Sought CUT = Sought.of(
            " ?; | mais |, tandis que |, alors que |, celle de |, celui de | et celle de | et celui de |(?<=[a-z0-9\"\\x29]) – (?!\\d)|, quant a |\\. |, apres (?=avoir)|, bien que |, (?=(?:rappelant|considerant|constatant|regrettant|exclut|decide|s'oppose|refuse|interdit|approuve|autorise|demande|renonce)\\b)| et (?=n'en |ne l')");

    private Clauses() {}

    /** The clauses as stretches of {@code words}, in order, none empty. */
    static List<Span> of(String words) {
        List<Span> clauses = new ArrayList<>();
        int start = 0;
        for (int cut : CUT.starts(words)) {
            if (cut - start > 12) {
                clauses.add(new Span(start, cut));
                start = cut;
            }
        }
        if (start < words.length()) {
            clauses.add(new Span(start, words.length()));
        }
        return clauses;
    }
}
