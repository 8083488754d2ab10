package vigie.indexer.extract;

import java.util.Iterator;
import java.util.List;

/** How the vote at the end of a section went. */
enum Outcome {
    ADOPTED,
    REJECTED,
    NONE;

    private static final Sought DOWN = Sought.of(
            "(?:rejete|repousse|rejetee|repoussee)s?(?: (?:par|a l'unanimite|a la majorite|avec)|\\.?$)|n'est pas adopte|\\b(?:est|sont) (?:rejete|repousse)(?:e|s|es)*+(?! (?:a|au|en|d'un))|pas adopte");
    private static final Sought UP = Sought.of(
            "\\b(?:adopte|approuve|vote|accepte|valide)(?:e|s|es)?(?: \\w+){0,2} (?:a l'unanimite|a la majorite|par|avec|moins|a main levee)|^pour ?: ?\\d+|\\ba l'unanimite\\b|\\bunanimite\\b|(?:conseil|assemblee)(?: municipale?)?(?! (?:avait|aurait|a deja|n'))[^.;]{0,90}\\b(?:approuve|adopte|decide|autorise|valide|vote|accepte)\\b|\\d+ voix pour|\\bdecide\\b ?:|^(?:approuve|decide|autorise)\\b");

    /** Votes on changes of a text count only where the text itself is not voted on. */
    private static final Sought AMENDMENT = Sought.of("\\b(?:sous-)?amendements?\\b");

    static Outcome of(List<Sentence> sentences) {
        Outcome outcome = of(sentences.stream()
                .map(Sentence::words)
                .filter(words -> !AMENDMENT.in(words))
                .iterator());
        return outcome == NONE ? of(sentences.stream().map(Sentence::words).iterator()) : outcome;
    }

    private static Outcome of(Iterator<String> sentences) {
        Outcome outcome = NONE;
        while (sentences.hasNext()) {
            String words = sentences.next();
            if (DOWN.in(words)) {
                return REJECTED;
            }
            if (UP.in(words)) {
                outcome = ADOPTED;
            }
        }
        return outcome;
    }
}
