package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.Technology;

/**
 * Tells by a trained model that a sentence speaks of the analysis of images where no word of the lexicon does: officials
 * and elected people have endless names for it ("un programme de repérage des chutes", "la caméra prévient l'agent"). Made
 * of words and pairs of words that stand near each other. Thread-safe.
 */
final class AnalysisWords {

    /** So sure the model must be. */
    private static final double SURE = 0.85;

    /** In a notice, which names what is bought in few words and hardly speaks of anything else. */
    private static final double SURE_IN_NOTICE = 0.6;

    /** No id of a term has such a sign. */
    private static final String TOLD = "*";

    /** Pairs are of words that stand at most so many apart. */
    private static final int NEAR = 5;

    private static final int STEM = 6;
    private static final int PAIRED = 5;
    private static final int ROOT = 4;

    /** Without one of these words nobody speaks of images that are analysed. */
    private static final Sought SEEN = Sought.of(
            "camera|video|\\bimages?\\b|\\bflux\\b|\\bfilm|\\bcsu\\b|supervis|\\bdomes?\\b|prises? de vue|\\boptique|\\bobjectifs?\\b|\\bvision|\\bvisuel|\\bmats?\\b|capteur");

    private static final char NAME = '\u00a7';

    private static final Pattern TOKEN = Pattern.compile("[a-z§]+|\\d[\\d .,]*|[;:()]");

    private final StageModel model;
    private final Parties parties;

    AnalysisWords(StageModel model, Parties parties) {
        this.model = model;
        this.parties = parties;
    }

    static boolean isAnalysis(Optional<Technology> technology) {
        return technology.filter(told -> told == Technology.VSA).isPresent();
    }

    private record Token(String text, int start, int end) {

        String first(int letters) {
            return text.substring(0, Math.min(letters, text.length()));
        }
    }

    /** What the model looks at in plain {@code words}, in which names stand as {@code §}; in a stable order. */
    static List<String> features(String words) {
        return List.copyOf(new TreeSet<>(unordered(words)));
    }

    private static Set<String> unordered(String words) {
        Set<String> features = new HashSet<>();
        features.add("a");
        List<Token> tokens = tokens(words);
        for (int i = 0; i < tokens.size(); i++) {
            features.addAll(features(tokens, i));
        }
        return features;
    }

    /** The features of the token at {@code i}: its own and those that it shares with tokens after it. */
    private static List<String> features(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        List<String> features = new ArrayList<>();
        features.add("a=" + token.first(STEM));
        if (token.text().length() > ROOT) {
            features.add("a=" + token.first(ROOT) + "~");
        }
        if (i + 1 < tokens.size()) {
            features.add("a_" + token.first(STEM) + "_" + tokens.get(i + 1).first(STEM));
        }
        for (int j = i + 1; j <= i + NEAR && j < tokens.size(); j++) {
            features.add("a+" + token.first(PAIRED) + "_" + tokens.get(j).first(PAIRED));
        }
        return features;
    }

    private static List<Token> tokens(String words) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(words);
        while (token.find()) {
            String text = Character.isDigit(token.group().charAt(0)) ? "#" : token.group();
            if (!StageFeatures.EMPTY.contains(text)) {
                tokens.add(new Token(text, token.start(), token.end()));
            }
        }
        return tokens;
    }

    /** Whether {@code words} have a word for images, or for what takes them. */
    static boolean isOfImages(String words) {
        return SEEN.in(words);
    }

    /** Whether a section has a word without which nobody speaks of images. */
    static boolean areImagesSpokenOf(SectionText section) {
        return section.sentences().stream().anyMatch(sentence -> isOfImages(sentence.words()));
    }

    /** What the sentences of {@code section} speak of that no word of the lexicon tells, if there are cameras in it. */
    List<Mention> in(String document, SectionText section) {
        return areImagesSpokenOf(section)
                ? section.sentences().stream()
                        .flatMap(sentence -> in(document, sentence).stream())
                        .toList()
                : List.of();
    }

    /** The analysis that {@code sentence} speaks of, at the word that tells most of it; empty where it speaks of none. */
    private Optional<Mention> in(String document, Sentence sentence) {
        if (Parties.isOfAnotherUse(sentence.words())
                || sentence.hits().stream().anyMatch(hit -> isAnalysis(parties.own(hit)))) {
            return Optional.empty();
        }
        String words = sentence.unnamed();
        boolean named = words.indexOf(NAME) >= 0;
        return model.analysis(unordered(words)) < sure(sentence)
                ? Optional.empty()
                : strongest(words)
                        .filter(word -> !(named && RuledOut.in(words, word.start(), word.end())))
                        .map(word -> {
                            int start = sentence.view().sourceAt(word.start());
                            int end = sentence.view().sourceEnd(word.end());
                            return new Mention(
                                    MentionKind.TECHNOLOGY, start, end, document.substring(start, end), TOLD);
                        });
    }

    private static double sure(Sentence sentence) {
        return sentence.setting() == Setting.NOTICE ? SURE_IN_NOTICE : SURE;
    }

    /** Whether {@code mention} is one that the model told. */
    static boolean isTold(Mention mention) {
        return mention.kind() == MentionKind.TECHNOLOGY && mention.ref().equals(TOLD);
    }

    /** The word whose own features, and those that it shares with the words behind it, speak most for analysis. */
    private Optional<Span> strongest(String words) {
        List<Token> tokens = tokens(words);
        return IntStream.range(0, tokens.size())
                .boxed()
                .filter(i -> Character.isLetter(tokens.get(i).text().charAt(0)))
                .max(Comparator.comparingDouble(i -> model.evidence(features(tokens, i))))
                .map(i -> new Span(tokens.get(i).start(), tokens.get(i).end()));
    }
}
