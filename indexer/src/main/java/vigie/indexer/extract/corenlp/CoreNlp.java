package vigie.indexer.extract.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.international.french.process.FrenchTokenizer;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.TokenizerFactory;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.indexer.extract.Linguist;
import vigie.indexer.extract.Span;
import vigie.model.config.Lazy;

/**
 * Stanford CoreNLP, used directly: the French tokenizer, the sentence splitter and the WikiNER classifier. The classifier
 * (about 3 s and 500 MB) is loaded at the first call of {@link #names}, once; everything is shared between threads.
 */
public final class CoreNlp implements Linguist {

    private static final String MODEL = "edu/stanford/nlp/models/ner/french-wikiner-4class.crf.ser.gz";

    /** Longer runs without a sentence end are cut: the classifier's time and memory grow with the sentence. */
    private static final int LONGEST_SENTENCE = 400;

    /** With the sign before it. */
    private static final int LONGEST_ABBREVIATION = 8;

    /** A full stop after these ends no sentence. */
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[\\s(«\"'’])(?:MM?|Mme?s?|Mlles?|Dr|Me|Mgr|St|Ste|[Nn]°?|[Nn]o|[Aa]rts?|[Aa]l|[Aa]v|[Bb]d|[Bb]vd|[Pp]l|[Pp]p?|[Rr]éf|[Tt]él"
                    + "|[Cc]f|[Ee]nv|[Ee]x|[Mm]ax|[Mm]in|[Mm]ens|[Tt]rim|[A-Z])\\.$");

    /** The time that the tokenizer takes grows with the square of what has no space in it: no word, but an attack or data. */
    private static final int LONGEST_WORD = 500;

    /** Made when they are needed: every command has such an object, and few read texts. */
    private final Lazy<TokenizerFactory<CoreLabel>> tokenizers = new Lazy<>(FrenchTokenizer::factory);

    private final Lazy<WordToSentenceProcessor<CoreLabel>> splitter = new Lazy<>(WordToSentenceProcessor::new);
    private final AtomicLong characters = new AtomicLong();
    private final AtomicLong loadMillis = new AtomicLong();
    private @Nullable CRFClassifier<CoreLabel> classifier;

    /** Characters given to the classifier so far. */
    public long characters() {
        return characters.get();
    }

    /** How long loading the classifier took, or 0 while it is not loaded. */
    public long loadMillis() {
        return loadMillis.get();
    }

    @Override
    public List<Span> sentences(String text) {
        List<Span> spans = new ArrayList<>();
        for (List<CoreLabel> sentence : splitter.get().process(tokens(text))) {
            Span span = new Span(
                    sentence.get(0).beginPosition(),
                    sentence.get(sentence.size() - 1).endPosition());
            if (!spans.isEmpty() && belongsTogether(text, spans.get(spans.size() - 1), span)) {
                spans.set(spans.size() - 1, new Span(spans.get(spans.size() - 1).start(), span.end()));
            } else {
                spans.add(span);
            }
        }
        return spans;
    }

    /** Whether the splitter took an abbreviation's stop, or a bare closing sign, for the end of a sentence. */
    private static boolean belongsTogether(String text, Span before, Span after) {
        String first = text.substring(Math.max(before.start(), before.end() - LONGEST_ABBREVIATION), before.end());
        char next = text.charAt(after.start());
        return ABBREVIATION.matcher(first).find()
                || Character.isLowerCase(next)
                || next == '»'
                || next == ')'
                || next == ','
                || next == ';';
    }

    @Override
    public List<Name> names(String text) {
        characters.addAndGet(text.length());
        List<Name> names = new ArrayList<>();
        for (List<CoreLabel> sentence : splitter.get().process(tokens(text))) {
            for (int from = 0; from < sentence.size(); from += LONGEST_SENTENCE) {
                int to = Math.min(sentence.size(), from + LONGEST_SENTENCE);
                collect(classifier().classifySentence(sentence.subList(from, to)), names);
            }
        }
        return names;
    }

    private static void collect(List<CoreLabel> labelled, List<Name> into) {
        @Nullable NameKind open = null;
        int start = 0;
        int end = 0;
        for (CoreLabel token : labelled) {
            @Nullable NameKind kind = kindOf(token.get(CoreAnnotations.AnswerAnnotation.class));
            if (open != null && kind != open) {
                into.add(new Name(open, new Span(start, end)));
            }
            if (kind != null && kind != open) {
                start = token.beginPosition();
            }
            open = kind;
            end = token.endPosition();
        }
        if (open != null) {
            into.add(new Name(open, new Span(start, end)));
        }
    }

    private static @Nullable NameKind kindOf(@Nullable String label) {
        if (label == null) {
            return null;
        }
        return switch (label.substring(label.indexOf('-') + 1)) {
            case "PER" -> NameKind.PERSON;
            case "ORG" -> NameKind.ORGANISATION;
            case "LOC" -> NameKind.PLACE;
            default -> null;
        };
    }

    private List<CoreLabel> tokens(String text) {
        return tokenizers
                .get()
                .getTokenizer(new StringReader(spaced(text)), "untokenizable=noneKeep")
                .tokenize();
    }

    /** The text with a space for every so manieth character of what has none; all else stays in its place. */
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text);
        int run = 0;
        for (int i = 0; i < spaced.length(); i++) {
            char c = spaced.charAt(i);
            run = Character.isWhitespace(c) || Character.isSpaceChar(c) ? 0 : run + 1;
            if (run > LONGEST_WORD && !Character.isLowSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c) && i + 1 < spaced.length();
                spaced.setCharAt(i, ' ');
                if (pair) {
                    spaced.setCharAt(i + 1, ' ');
                }
                run = 0;
            }
        }
        return spaced.toString();
    }

    private synchronized CRFClassifier<CoreLabel> classifier() {
        CRFClassifier<CoreLabel> loaded = classifier;
        if (loaded == null) {
            long begun = System.nanoTime();
            loaded = load();
            loadMillis.set((System.nanoTime() - begun) / 1_000_000);
            classifier = loaded;
        }
        return loaded;
    }

    private static CRFClassifier<CoreLabel> load() {
        try {
            CRFClassifier<CoreLabel> crf = new CRFClassifier<>(new Properties());
            crf.loadClassifier(MODEL, new Properties());
            return crf;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the French name model " + MODEL, e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the French name model does not fit the CoreNLP version", e);
        }
    }
}
