package vigie.indexer;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vigie.indexer.extract.Linguist;
import vigie.indexer.extract.corenlp.CoreNlp;
import vigie.model.Claim;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.SourceDocument;
import vigie.model.config.Lexicon;
import vigie.model.config.Project;
import vigie.model.config.TermForm;
import vigie.model.config.Vendor;

/**
 * Compares the extraction, which gives only what lies behind the gate to CoreNLP, with one that gives it everything: same
 * annotators, same documents, document by document in turn, in one process. For one thread.
 */
public final class GatingBench {

    private static final double NANOS = 1e9;

    private final Extraction extraction;
    private final Linguist linguist;
    private final Map<String, String> vendors = new HashMap<>();

    /** A comparison with the vendors, terms and communes of {@code project}. */
    public GatingBench(Project project, CoreNlp language) {
        this.extraction = Extraction.of(project, language);
        this.linguist = extraction.linguist();
        Lexicon lexicon = project.lexicon();
        lexicon.vendors().forEach(this::addUnmistakable);
    }

    /**
     * CPU time of both ways over all documents.
     *
     * @param gated seconds
     * @param everything seconds
     */
    public record Round(double gated, double everything) {

        /** How many times less the gated way takes. */
        public double times() {
            return everything / gated;
        }
    }

    /**
     * What came out.
     *
     * @param documents with text
     * @param relevant of these: the gate let them pass
     * @param characters of all documents
     * @param claims of the gated way
     * @param lost claims that only the way over everything makes: vendors that CoreNLP found as organisations and the gate
     *     did not
     * @param rounds in order, at least one
     */
    public record Result(
            int documents, int relevant, long characters, int claims, List<Claim> lost, List<Round> rounds) {

        public Result {
            lost = List.copyOf(lost);
            rounds = List.copyOf(rounds);
        }

        /** The median of the rounds' {@link Round#times}. */
        public double times() {
            List<Double> sorted = rounds.stream()
                    .map(Round::times)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }
    }

    /**
     * Runs both ways; the first pass, which loads and warms up everything, is not counted.
     *
     * @throws IllegalArgumentException if there is no document or no round
     */
    public Result run(List<SourceDocument> documents, int rounds) {
        if (documents.isEmpty() || rounds < 1) {
            throw new IllegalArgumentException("nothing to measure");
        }
        int relevant = 0;
        int claims = 0;
        List<Claim> lost = new ArrayList<>();
        for (SourceDocument document : documents) {
            List<Claim> gated = extraction.claims(document);
            relevant += extraction.isRelevant(document) ? 1 : 0;
            claims += gated.size();
            Set<String> known = gated.stream().map(GatingBench::fact).collect(Collectors.toCollection(HashSet::new));
            everything(document).stream()
                    .filter(claim -> !known.contains(fact(claim)))
                    .forEach(lost::add);
        }
        List<Round> measured = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            measured.add(measure(documents, round % 2 == 0));
        }
        long characters = documents.stream()
                .mapToLong(document -> document.text().length())
                .sum();
        return new Result(documents.size(), relevant, characters, claims, lost, measured);
    }

    private Round measure(List<SourceDocument> documents, boolean gatedFirst) {
        long gated = 0;
        long everything = 0;
        for (SourceDocument document : documents) {
            everything += gatedFirst ? 0 : cpu(() -> everything(document));
            gated += cpu(() -> extraction.claims(document));
            everything += gatedFirst ? cpu(() -> everything(document)) : 0;
        }
        return new Round(gated / NANOS, everything / NANOS);
    }

    private static long cpu(Runnable work) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
    }

    /** As if there were no gate: CoreNLP reads the whole text, and the vendors that it names count as mentions too. */
    private List<Claim> everything(SourceDocument document) {
        String text = document.text();
        List<Mention> mentions = new ArrayList<>(extraction.mentions(text));
        linguist.sentences(text);
        for (Linguist.Name name : linguist.names(text)) {
            int start = name.span().start();
            int end = name.span().end();
            String vendor = vendors.get(plain(text.substring(start, end)));
            boolean known = mentions.stream().anyMatch(hit -> hit.start() < end && start < hit.end());
            if (vendor != null && !known) {
                mentions.add(new Mention(MentionKind.VENDOR, start, end, text.substring(start, end), vendor));
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::start));
        return extraction.claims(document, mentions);
    }

    private void addUnmistakable(Vendor vendor) {
        vendor.aliases().stream()
                .filter(alias -> alias.needs() == null && !alias.caseSensitive())
                .filter(alias -> alias.notAfter().isEmpty() && alias.notBefore().isEmpty())
                .map(TermForm::text)
                .forEach(text -> vendors.put(plain(text), vendor.id()));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.FRENCH).replaceAll("[\\s-]+", "");
    }

    private static String fact(Claim claim) {
        return claim.commune() + "/" + claim.technology() + "/" + claim.vendor() + "/" + claim.stage() + "/"
                + claim.modality();
    }
}
