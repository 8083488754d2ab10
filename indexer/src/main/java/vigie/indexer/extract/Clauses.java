package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a sentence into the clauses that judge by themselves. */
final class Clauses {

    private static final Pattern CUT = Pattern.compile(
            " ?; | mais |, tandis que |, alors que |, celle de |, celui de | et celle de | et celui de |(?<=[a-z0-9\")]) – (?!\\d)|, quant a |\\. |, apres (?=avoir)|, bien que |, (?=(?:rappelant|considerant|constatant|regrettant|exclut|decide|s'oppose|refuse|interdit|approuve|autorise|demande|renonce)\\b)| et (?=n'en |ne l')");

    private Clauses() {}

    /** The clauses as stretches of {@code words}, in order, none empty. */
    static List<Span> of(String words) {
        List<Span> clauses = new ArrayList<>();
        int start = 0;
        Matcher cut = CUT.matcher(words);
        while (cut.find()) {
            if (cut.start() - start > 12) {
                clauses.add(new Span(start, cut.start()));
                start = cut.start();
            }
        }
        if (start < words.length()) {
            clauses.add(new Span(start, words.length()));
        }
        return clauses;
    }
}
