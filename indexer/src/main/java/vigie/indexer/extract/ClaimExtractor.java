package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Evidence;
import vigie.model.Mention;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.SourceDocument;
import vigie.model.Stage;
import vigie.model.config.Lexicon;

/**
 * Makes claims out of a document whose mentions are known. Only sections that hold a hit are read, and only quotes of
 * claims are given to the name classifier. Immutable, thread-safe.
 */
public final class ClaimExtractor {

    /** Longer sections are read only around their hits. */
    private static final int LONG_SECTION = 20_000;

    private static final int AROUND = 3_000;

    private final Linguist linguist;
    private final Parties parties;
    private final ProseClaims prose;
    private final NoticeClaims notices;

    /** An extractor with the classifier that works by cue words. */
    public ClaimExtractor(Lexicon lexicon, Linguist linguist) {
        this(lexicon, linguist, new CueClassifier(CueBook.load()));
    }

    public ClaimExtractor(Lexicon lexicon, Linguist linguist, StageClassifier classifier) {
        this.linguist = linguist;
        this.parties = new Parties(lexicon);
        this.prose = new ProseClaims(classifier, parties);
        this.notices = new NoticeClaims(parties);
    }

    /**
     * What was done to a document.
     *
     * @param sections read for claims
     * @param abstained drafts that were believed too little, or about no certain commune
     */
    public record Outcome(List<Claim> claims, int sections, int abstained) {}

    /** Whether a mention makes a document worth reading. */
    public boolean isHit(Mention mention) {
        return parties.isHit(mention);
    }

    /** The claims of {@code document}, in the order of the text. */
    public Outcome extract(SourceDocument document, List<Mention> mentions, Whereabouts whereabouts) {
        List<Mention> hits = mentions.stream().filter(parties::isHit).toList();
        if (hits.isEmpty()) {
            return new Outcome(List.of(), 0, 0);
        }
        return new Reader(document, hits, whereabouts).read();
    }

    /** Reads one document. */
    private final class Reader {
        private final SourceDocument document;
        private final String text;
        private final List<Mention> hits;
        private final Attribution attribution;
        private final Calendar calendar;
        private final List<Claim> claims = new ArrayList<>();
        private final Set<String> made = new HashSet<>();
        private int sections;
        private int abstained;

        Reader(SourceDocument document, List<Mention> hits, Whereabouts whereabouts) {
            this.document = document;
            this.text = document.text();
            this.hits = hits;
            this.attribution = new Attribution(whereabouts);
            this.calendar = Calendar.of(document);
        }

        Outcome read() {
            for (Section section : Layout.of(text)) {
                if (hits.stream().anyMatch(hit -> section.contains(hit.start()))) {
                    sections++;
                    read(narrowed(section));
                }
            }
            return new Outcome(List.copyOf(claims), sections, abstained);
        }

        private Section narrowed(Section section) {
            int length = section.lines().stream().mapToInt(Span::length).sum();
            if (length <= LONG_SECTION) {
                return section;
            }
            List<Span> near = section.lines().stream()
                    .filter(line -> hits.stream()
                            .anyMatch(hit -> hit.start() > line.start() - AROUND && hit.start() < line.end() + AROUND))
                    .toList();
            return new Section(section.setting(), section.heading(), near);
        }

        private void read(Section section) {
            List<Sum> sums = Figures.sums(text, section);
            List<When> dates = Figures.dates(text, section, calendar);
            SectionText read = SectionText.of(text, section, linguist, hits, sums, dates);
            if (section.setting() == Setting.NOTICE) {
                notices.drafts(text, read).forEach(draft -> claim(draft, draft.amount(), noticeDate(draft), read));
                return;
            }
            for (Draft draft : prose.drafts(read)) {
                claim(draft, amount(read, draft), date(read, draft), read);
            }
        }

        private @Nullable PartialDate noticeDate(Draft draft) {
            return draft.date() != null || draft.judgement().stage() != Stage.TENDERED ? draft.date() : document.date();
        }

        private @Nullable Amount amount(SectionText section, Draft draft) {
            Stage stage = draft.judgement().stage();
            if (draft.judgement().modality() != Modality.ASSERTED
                    || stage == Stage.MENTIONED
                    || stage == Stage.REJECTED) {
                return null;
            }
            if (draft.sentence().row()) {
                return Rows.amount(section, draft.sentence()).orElse(null);
            }
            return Money.of(section, draft).orElse(null);
        }

        private @Nullable PartialDate date(SectionText section, Draft draft) {
            Judgement judgement = draft.judgement();
            if (judgement.modality() != Modality.ASSERTED || judgement.stage() == Stage.MENTIONED) {
                return null;
            }
            Stage stage = judgement.stage();
            Optional<PartialDate> told = DateChoice.in(draft.sentence(), judgement.at(), stage, section.dates())
                    .or(() -> draft.support().stream()
                            .flatMap(other -> DateChoice.in(other, 0, stage, section.dates()).stream())
                            .findFirst())
                    .or(() -> DateChoice.period(section, draft));
            return told.orElseGet(
                    () -> decided(stage) ? calendar.session() : stage == Stage.PROPOSED ? calendar.budget() : null);
        }

        private static boolean decided(Stage stage) {
            return stage == Stage.APPROVED || stage == Stage.REJECTED || stage == Stage.AWARDED;
        }

        private void claim(Draft draft, @Nullable Amount amount, @Nullable PartialDate date, SectionText section) {
            String surroundings = section.heading() + " "
                    + section.sentences().stream()
                            .map(s -> s.view().text())
                            .limit(40)
                            .collect(Collectors.joining(" "));
            Attribution.Verdict verdict = attribution.of(draft, surroundings);
            double confidence = draft.judgement().confidence() * (0.5 + 0.5 * verdict.certainty());
            if (verdict.communes().isEmpty() || confidence < Merging.THRESHOLD) {
                abstained++;
                return;
            }
            for (CommuneRef commune : verdict.communes()) {
                add(draft, amount, date, commune, confidence, verdict.because());
            }
        }

        private void add(
                Draft draft,
                @Nullable Amount amount,
                @Nullable PartialDate date,
                CommuneRef commune,
                double confidence,
                String whose) {
            Subject subject = draft.subject();
            Judgement judgement = draft.judgement();
            String key = commune.insee().value() + "/" + subject.technology().id() + "/" + subject.vendor() + "/"
                    + judgement.stage().id() + "/" + judgement.modality().id();
            List<String> because = new ArrayList<>(draft.because());
            because.add(whose);
            if (!nameCheck(draft, because) || !made.add(key)) {
                return;
            }
            Span quote = draft.quote();
            claims.add(new Claim(
                    Claim.idOf(document.id(), quote.start(), key),
                    document.id(),
                    commune,
                    subject.technology(),
                    subject.vendor(),
                    subject.product(),
                    subject.integrator(),
                    judgement.stage(),
                    judgement.modality(),
                    amount,
                    date,
                    Math.round(confidence * 100) / 100.0,
                    evidence(quote),
                    because));
        }

        private Evidence evidence(Span quote) {
            boolean fetched = document.capture().warc() != null;
            return new Evidence(
                    text.substring(quote.start(), quote.end()),
                    quote.start(),
                    quote.end(),
                    document.pageAt(quote.start()),
                    document.capture().sha256(),
                    fetched ? document.capture().url() : null,
                    fetched ? document.capture().fetched() : null);
        }

        /** Notes that a quote names a person; says false where the vendor's name is a person's. */
        private boolean nameCheck(Draft draft, List<String> because) {
            Span quote = draft.quote();
            Span anchor = draft.subject().anchor();
            for (Linguist.Name name : linguist.names(text.substring(quote.start(), quote.end()))) {
                if (name.kind() != Linguist.NameKind.PERSON) {
                    continue;
                }
                boolean vendor =
                        draft.subject().vendor() != null && name.span().contains(anchor.start() - quote.start());
                String words = text.substring(
                        quote.start() + name.span().start(),
                        quote.start() + name.span().end());
                if (vendor && words.matches("(?s)(?:M\\.|Mme|Monsieur|Madame|MM\\.).*")) {
                    return false;
                }
                if (!vendor) {
                    because.add("names a person; mask on publication");
                    return true;
                }
            }
            return true;
        }
    }
}
