package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How the vote at the end of a section went. */
enum Outcome {
    ADOPTED,
    REJECTED,
    NONE;

    private static final Sought DOWN = Sought.of(
            "(?:rejete|repousse|rejetee|repoussee)s?(?: (?:par|a l'unanimite|a la majorite|avec)|\\.?$)|n'est pas adopte|\\b(?:est|sont) (?:rejete|repousse)(?:e|s|es)*+(?! (?:a|au|en|d'un))|pas adopte"
                    + "|\\bn(?:e |')(?:recueill|obti|reuni|rassembl|atteint|trouv)\\w* (?:donc )?(?:pas|que|qu')\\b[^.;]{0,30}\\b(?:majorite|voix|suffrages)\\b|\\b(?:preponderante|compte double)\\b[^.;]{0,60}\\bcontre\\b");
    private static final Sought UP = Sought.of(
            "\\b(?:adopte|approuve|vote|accepte|valide)(?:e|s|es)?(?: \\w+){0,2} (?:a l'unanimite|a la majorite|par|avec|moins|a main levee)|^pour ?: ?\\d+|\\b(?:vote|voix|scrutin)\\b[^.;]{0,20}: ?pour ?:? ?\\d+|\\ba l'unanimite\\b|\\bunanimite\\b|(?:conseil|assemblee)(?: municipale?)?(?! (?:avait|aurait|a deja|n'))[^.;]{0,90}\\b(?:approuve|adopte|decide|autorise|valide|vote|accepte)\\b|\\d+ voix pour|\\bdecide\\b ?:|^(?:approuve|decide|autorise)\\b");

    /** Votes on changes of a text count only where the text itself is not voted on. */
    private static final Sought AMENDMENT = Sought.of("\\b(?:sous-)?amendements?\\b");

    /** Where a part of a text begins that may be voted on by itself. */
    private static final Pattern PART = Pattern.compile(
            "^(?:[-–•] ?)?(?:article (?:\\d+|premier|unique|un|deux|trois|quatre|cinq|[iv]+)|art\\. ?\\d+|[a-h] ?\\)|\\d+ ?[°)]|(?:volet|lot|point|partie|alinea) (?:n° ?)?(?:\\d|[a-h]\\b|un\\b|deux\\b|trois\\b)|(?:premiere?|seconde?|deuxieme|troisieme|derniere?) (?:branche|partie|question|proposition|volet|tranche|lot|point|article)\\b)");

    static Outcome of(List<Sentence> sentences) {
        List<String> all = sentences.stream().map(Sentence::words).toList();
        List<String> own = all.stream()
                .filter(words -> !(words.contains("amendement") && AMENDMENT.in(words)))
                .toList();
        Outcome outcome = voted(own);
        return outcome == NONE && own.size() < all.size() ? voted(all) : outcome;
    }

    /** How the vote on each of {@code sentences} of a section went: its own part's where parts are voted on one by one. */
    static List<Outcome> ofEach(List<Sentence> sentences, Outcome whole) {
        List<Integer> part = new ArrayList<>(sentences.size());
        Map<Integer, Outcome> parts = new HashMap<>();
        int begun = -1;
        for (int i = 0; i < sentences.size(); i++) {
            String words = sentences.get(i).words();
            begun = PART.matcher(words).find() ? i : begun;
            part.add(begun);
            Outcome told = begun < 0 ? NONE : votedOn(words);
            if (told != NONE) {
                parts.putIfAbsent(begun, told);
            }
        }
        boolean differ = parts.containsValue(ADOPTED) && parts.containsValue(REJECTED);
        return part.stream()
                .map(begin -> differ ? parts.getOrDefault(begin, NONE) : whole)
                .toList();
    }

    private static Outcome votedOn(String words) {
        Outcome told = voted(List.of(words));
        return told == NONE && Ballot.isWon(words) ? ADOPTED : told;
    }

    private static Outcome voted(List<String> sentences) {
        Outcome outcome = NONE;
        for (String words : sentences) {
            if (DOWN.in(words)) {
                return REJECTED;
            }
            if (Ballot.isLost(words)) {
                outcome = REJECTED;
            } else if (UP.in(words)) {
                outcome = ADOPTED;
            }
        }
        return outcome;
    }
}
