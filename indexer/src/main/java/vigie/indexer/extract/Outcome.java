package vigie.indexer.extract;

import java.util.List;

/** How the vote at the end of a section went. */
enum Outcome {
    ADOPTED,
    REJECTED,
    NONE;

    private static final Sought DOWN = Sought.of(
            "(?:rejete|repousse|rejetee|repoussee)s?(?: (?:par|a l'unanimite|a la majorite|avec)|\\.?$)|n'est pas adopte|\\b(?:est|sont) (?:rejete|repousse)(?:e|s|es)*+(?! (?:a|au|en|d'un))|pas adopte");
    private static final Sought UP = Sought.of(
            "\\b(?:adopte|approuve|vote|accepte|valide)(?:e|s|es)?(?: \\w+){0,2} (?:a l'unanimite|a la majorite|par|avec|moins|a main levee)|^pour ?: ?\\d+|\\b(?:vote|voix|scrutin)\\b[^.;]{0,20}: ?pour ?:? ?\\d+|\\ba l'unanimite\\b|\\bunanimite\\b|(?:conseil|assemblee)(?: municipale?)?(?! (?:avait|aurait|a deja|n'))[^.;]{0,90}\\b(?:approuve|adopte|decide|autorise|valide|vote|accepte)\\b|\\d+ voix pour|\\bdecide\\b ?:|^(?:approuve|decide|autorise)\\b");

    /** Votes on changes of a text count only where the text itself is not voted on. */
    private static final Sought AMENDMENT = Sought.of("\\b(?:sous-)?amendements?\\b");

    static Outcome of(List<Sentence> sentences) {
        List<String> all = sentences.stream().map(Sentence::words).toList();
        List<String> own = all.stream()
                .filter(words -> !(words.contains("amendement") && AMENDMENT.in(words)))
                .toList();
        Outcome outcome = voted(own);
        return outcome == NONE && own.size() < all.size() ? voted(all) : outcome;
    }

    private static Outcome voted(List<String> sentences) {
        Outcome outcome = NONE;
        for (String words : sentences) {
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
