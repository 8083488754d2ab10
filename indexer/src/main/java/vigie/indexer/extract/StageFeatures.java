package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a trained classifier looks at in a {@link Situation}: the judgements of cue words, words and pairs of words around
 * the anchor and in the other clauses, signs of negation, condition and tense, who speaks, in which kind of section, and
 * its title. A feature is a short string; its first letters say its kind. Thread-safe.
 */
final class StageFeatures {

    private static final int STEM = 6;
    private static final int ROOT = 4;
    private static final int NEAR = 5;
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d .,]*");
    private static final Pattern WORD = Pattern.compile("[a-z§¤#]+|[?!;:%€,()]");
    /** Words that tell nothing by themselves. */
    static final Set<String> EMPTY = Set.of(
            "le", "la", "l", "les", "un", "une", "des", "de", "du", "d", "et", "a", "au", "aux", "en", "ce", "cette",
            "cet", "ces", "son", "sa", "ses", "leur", "leurs", "qui", "que", "qu", "dans", "sur", "par", "pour", "avec",
            "s", "se", "y", "m", "mme", "notre", "nos");

    private static final Sought NE = Sought.of("\\b(?:ne\\b|n')");
    private static final Sought NOT = Sought.of("\\b(?:pas|jamais|aucun\\w*|nul\\w*|ni|guere|rien|point)\\b");
    private static final Sought NO_MORE = Sought.of("\\bn(?:e |')[^.;]{0,60}\\bplus\\b");
    private static final Sought WITHOUT = Sought.of("\\b(?:sans|depourv\\w+|hors|absence|faute de|loin d)\\b");
    private static final Sought IF = Sought.of(
            "\\b(?:si|s'il|s'ils|sous reserve|a condition|au cas|eventuel\\w*|dans l'hypothese|quand bien meme|a supposer|le cas echeant)\\b");
    private static final Pattern WOULD = Pattern.compile("\\b\\w{2,}(?:rait|raient|rions|riez)\\b");
    private static final Pattern WILL =
            Pattern.compile("\\b\\w{3,}(?:era|eront|erons|erez|dra|dront|ira|iront)\\b|\\bsera\\b|\\bseront\\b");
    private static final Sought CONDITIONAL_ENDS = Sought.of("r(?:ait|aient|ions|iez)\\b");
    private static final Sought FUTURE_ENDS = Sought.of("r(?:a|ont|ons|ez)\\b");
    private static final Sought WAS = Sought.of("\\b(?:avait|avaient|etait|etaient|fut|furent)\\b");
    private static final Sought HAS =
            Sought.of("\\b(?:a|ont|est|sont|avons)(?: \\w+)? \\w+(?:e|es|ee|ees|is|it|u|us|ue)\\b");
    private static final Pattern VISA = Pattern.compile("^(?:vu|considerant|attendu)\\b");
    private static final Pattern ARTICLE = Pattern.compile("^(?:article|art\\.?) ?\\d");
    private static final Pattern OPERATIVE = Pattern.compile(
            "^(?:[-–•] ?|\\d[.)°] ?)?(?:decide|approuve|autorise|adopte|dit|charge|donne|accepte|attribue|retient|habilite|arrete|rejette|refuse|renonce|sollicite)\\b");
    /** How a sentence begins that goes on about what was named before. */
    private static final Pattern GOES_ON = Pattern.compile(
            "^\"?\\s?(?:(?:le|la|l'|les|ce|cet|cette|ces|son|sa|leur)\\s?(?:\\w+ )?(?:contrat|marche|convention|abonnement|licence|location|essai|test|experimentation|logiciel|solution|outil|systeme|dispositif|application|module|plateforme|equipement|materiel|deliberation|voeu|motion|proposition|projet|boitier|serveur|offre|achat|acquisition|conseil|assemblee|pilote|amendement|prestataire|editeur|technologie|mise en service|installation|deploiement|accord-cadre|algorithme|traitement|vote|maire|commission|ville|commune|fonction\\w*|option)s?\\b"
                    + "|il |elle |ils |elles |celui-ci|celle-ci|ceux-ci|cela |on |nous |aucun|apres |adopte|approuve|rejete|depuis |en \\d{4}|mis|pour ?:|reponse)");

    private static final Sought VOTED = Sought.of("\\b(?:unanimite|voix|majorite|pour ?:|contre ?:|abstention\\w*)");

    private static final Set<String> PAUSE = Set.of(",", ";", ":", "(", ")", "?", "!");

    /** The features of {@code situation}, of which cue words say {@code told}, each once, in a stable order. */
    List<String> of(Situation situation, List<SentenceCues.Told> told) {
        return unordered(situation, told).stream().sorted().toList();
    }

    /** The same in any order. */
    Set<String> unordered(Situation situation, List<SentenceCues.Told> told) {
        Set<String> features = new HashSet<>();
        told(situation, told, features);
        String marked = marked(situation);
        clauses(situation, marked, features);
        signs(situation, features);
        around(situation, features);
        return apart(situation, features);
    }

    /**
     * The features, and once more those that mean something else where the sentence names its subject than where it only
     * goes on about it: the model learns both what they share and what they do not.
     */
    private static Set<String> apart(Situation situation, Set<String> features) {
        String kind = situation.isNamed() ? "N" : "G";
        for (String feature : List.copyOf(features)) {
            if (feature.startsWith("w=")
                    || feature.startsWith("b=")
                    || feature.startsWith("s=")
                    || feature.startsWith("c1=")) {
                features.add(kind + feature);
            }
        }
        return features;
    }

    private static void told(Situation situation, List<SentenceCues.Told> told, Set<String> features) {
        if (told.isEmpty()) {
            features.add("c0");
            return;
        }
        for (int i = 0; i < told.size(); i++) {
            Judgement judgement = told.get(i).judgement();
            String what = judgement.stage().id() + "/" + judgement.modality().id();
            String where = told.get(i).own() ? "o" : "x";
            features.add("c" + where + "=" + what);
            if (i < 2) {
                features.add("c" + (i + 1) + "=" + what);
                features.add("c" + (i + 1) + "s=" + judgement.stage().id() + strength(judgement.confidence()));
                features.add("c" + (i + 1) + "m=" + judgement.modality().id());
            }
            if (i == 0) {
                features.add("c1&speaker=" + judgement.stage().id() + "&" + situation.speaker());
                features.add("c1&setting=" + judgement.stage().id() + "&" + situation.setting());
            }
        }
        if (told.size() > 1) {
            features.add("c12=" + told.get(0).judgement().stage().id() + "&"
                    + told.get(1).judgement().stage().id());
        }
    }

    private static String strength(double confidence) {
        return confidence > 0.85 ? "+" : confidence > 0.65 ? "" : "-";
    }

    /** The sentence with the anchor as {@code §}. */
    private static String marked(Situation situation) {
        StringBuilder marked = new StringBuilder(situation.words());
        if (situation.isNamed()) {
            int end = Math.min(marked.length(), situation.anchor() + situation.length());
            for (int i = situation.anchor(); i < end; i++) {
                marked.setCharAt(i, i == situation.anchor() ? '§' : ' ');
            }
        }
        return marked.toString();
    }

    private static void clauses(Situation situation, String marked, Set<String> features) {
        for (Span clause : Clauses.of(marked)) {
            List<String> words = words(marked.substring(clause.start(), clause.end()));
            boolean own = !situation.isNamed() || clause.contains(situation.anchor());
            String kind = own ? "w=" : "v=";
            int anchor = words.indexOf("§");
            if (own && anchor >= 0) {
                segment(words, anchor).forEach(word -> add("q=", word, features));
            }
            String previous = "^";
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (!EMPTY.contains(word)) {
                    add(kind, word, features);
                    if (own && anchor >= 0 && Math.abs(i - anchor) <= NEAR && i != anchor) {
                        features.add((i < anchor ? "l=" : "r=") + stem(word));
                    }
                }
                if (own) {
                    features.add("b=" + stem(previous) + "_" + stem(word));
                }
                previous = word;
            }
        }
    }

    /** The words between the nearest signs of punctuation before and after the anchor. */
    private static List<String> segment(List<String> words, int anchor) {
        int from = anchor;
        while (from > 0 && !PAUSE.contains(words.get(from - 1))) {
            from--;
        }
        int to = anchor;
        while (to + 1 < words.size() && !PAUSE.contains(words.get(to + 1))) {
            to++;
        }
        return words.subList(from, to + 1).stream()
                .filter(word -> !EMPTY.contains(word))
                .toList();
    }

    private static void signs(Situation situation, Set<String> features) {
        String words = situation.words();
        sign(NE, words, "ne", features);
        sign(NOT, words, "not", features);
        sign(NO_MORE, words, "no-more", features);
        sign(WITHOUT, words, "without", features);
        sign(IF, words, "if", features);
        if (CONDITIONAL_ENDS.in(words)) {
            sign(WOULD, words, "would", features);
        }
        if (FUTURE_ENDS.in(words)) {
            sign(WILL, words, "will", features);
        }
        sign(WAS, words, "was", features);
        sign(HAS, words, "has", features);
        if (words.indexOf('?') >= 0) {
            features.add("s=asks");
        }
        sign(VISA, words, "visa", features);
        sign(ARTICLE, words, "article", features);
        sign(OPERATIVE, words, "operative", features);
        sign(VOTED, words, "voted", features);
        sign(GOES_ON, words, "goes-on", features);
        if (Voice.isAboutOthers(words)) {
            features.add("s=others");
        }
        if (Voice.isGeneral(words)) {
            features.add("s=general");
        }
        if (!situation.others().isEmpty()) {
            features.add("s=several");
        }
        features.add("s=length" + Math.min(4, words.length() / 80));
    }

    private static void sign(Sought pattern, String words, String name, Set<String> features) {
        if (pattern.in(words)) {
            features.add("s=" + name);
        }
    }

    private static void sign(Pattern pattern, String words, String name, Set<String> features) {
        if (pattern.matcher(words).find()) {
            features.add("s=" + name);
        }
    }

    private static void around(Situation situation, Set<String> features) {
        features.add("speaker=" + situation.speaker());
        features.add("setting=" + situation.setting());
        features.add("technology=" + situation.technology().id());
        features.add(situation.vendor() ? "vendor" : "nobody");
        features.add(situation.isNamed() ? "named" : "goes-on");
        content(situation.heading(), "h=", features);
    }

    private static void content(String text, String kind, Set<String> features) {
        for (String word : words(text)) {
            if (!EMPTY.contains(word)) {
                add(kind, word, features);
            }
        }
    }

    /** A word by its first letters, many and few, so that its forms are seen as one. */
    private static void add(String kind, String word, Set<String> features) {
        features.add(kind + stem(word));
        if (word.length() > ROOT) {
            features.add(kind + word.substring(0, ROOT) + "~");
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        WORD.matcher(NUMBER.matcher(text).replaceAll("# ")).results().forEach(word -> words.add(word.group()));
        return words;
    }

    private static String stem(String word) {
        return word.length() <= STEM ? word : word.substring(0, STEM);
    }
}
