package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Evidence;
import vigie.model.Mention;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Purchase;
import vigie.model.SourceDocument;
import vigie.model.Stage;
import vigie.model.Vote;

/** Reads one document for claims, section by section. Used once. */
final class DocumentReader {

    /** Longer sections are read only around their hits. */
    private static final int LONG_SECTION = 20_000;

    private static final int AROUND = 3_000;
    private static final double NAMELESS = 0.4;

    /** Papers speak of trials and tests of everything. */
    private static final double NAMED_TRIAL = 0.4;

    private static final double NAMELESS_OTHER = 0.5;
    private static final double NAMELESS_CAMERAS = 0.6;
    private static final Set<Stage> DECIDED = Set.of(Stage.APPROVED, Stage.AWARDED, Stage.REJECTED);

    private static final Pattern EARLIER = Pattern.compile(
            "\\bpar (?:une |sa |la )?(?:deliberation|decision|arrete)s? |\\b(?:avai(?:t|ent) (?:deja )?|a deja |rappel|precedent|pour memoire)");

    /** A firm is named so many sentences before it is told what it offers. */
    private static final int AHEAD = 2;

    private final SourceDocument document;
    private final Whereabouts whereabouts;
    private final Linguist linguist;
    private final AnalysisWords analysis;
    private final Doubtful doubtful;
    private final UnlistedFirms firms;
    private final Functions functions;
    private final ProseClaims prose;
    private final NoticeClaims notices;
    private final Calendar calendar;
    private final Attribution attribution;
    private final Purchases purchases;
    private final Citations citations;
    private final Persons persons;
    private final List<Claim> claims = new ArrayList<>();
    private final Set<String> made = new HashSet<>();
    private int sections;
    private int abstained;

    DocumentReader(
            SourceDocument document,
            Whereabouts whereabouts,
            Linguist linguist,
            AnalysisWords analysis,
            Doubtful doubtful,
            Attribution attribution,
            Functions functions,
            ProseClaims prose,
            NoticeClaims notices) {
        this.document = document;
        this.whereabouts = whereabouts;
        this.linguist = linguist;
        this.analysis = analysis;
        this.doubtful = doubtful;
        this.firms = new UnlistedFirms(linguist);
        this.functions = functions;
        this.prose = prose;
        this.notices = notices;
        this.calendar = Calendar.of(document);
        this.attribution = attribution;
        this.purchases = new Purchases(document);
        this.citations = new Citations(document);
        this.persons = new Persons(linguist, document.text(), whereabouts);
    }

    ClaimExtractor.Outcome read(List<Mention> hits, List<Mention> doubtful) {
        sections(hits, doubtful).forEach(section -> {
            sections++;
            read(section);
        });
        return new ClaimExtractor.Outcome(List.copyOf(claims), sections, abstained);
    }

    /** What the classifier may be asked about the document's prose, each once. */
    List<Candidate> candidates(List<Mention> hits, List<Mention> doubtful) {
        return sections(hits, doubtful)
                .filter(section -> section.section().setting() != Setting.NOTICE)
                .flatMap(section -> prose.candidates(section).stream())
                .collect(Collectors.toMap(Candidate::situation, one -> one, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** What the sections of the document's prose may tell of each subject. */
    List<Choices> choices(List<Mention> hits, List<Mention> doubtful) {
        return sections(hits, doubtful)
                .filter(section -> section.section().setting() != Setting.NOTICE)
                .flatMap(section -> prose.choices(section, attribution.members(section)).stream())
                .toList();
    }

    /** The sections that hold a hit, read when they are asked for. */
    private Stream<SectionText> sections(List<Mention> hits, List<Mention> doubtful) {
        List<Section> all = Layout.of(document.text());
        Stretches stretches = Stretches.of(all, Section::all);
        List<List<Mention>> shared = stretches.share(hits, Mention::start, all.size());
        List<List<Mention>> names = stretches.share(doubtful, Mention::start, all.size());
        List<List<Place>> places =
                stretches.share(whereabouts.places(), place -> place.span().start(), all.size());
        return IntStream.range(0, all.size())
                .filter(i -> !shared.get(i).isEmpty())
                .mapToObj(
                        i -> section(narrowed(all.get(i), shared.get(i)), shared.get(i), names.get(i), places.get(i)));
    }

    private SectionText section(Section section, List<Mention> hits, List<Mention> names, List<Place> places) {
        Span range = section.range();
        String text = document.text();
        Finds finds = new Finds(hits, Figures.sums(text, range), Figures.dates(text, range, calendar), places);
        SectionText read = SectionText.of(text, section, linguist, finds);
        SectionText named = read.finding(doubtful.in(read, names));
        // Names that no word of the lexicon vouches for may count beside words that the model takes for analysis.
        List<Mention> analysed = analysis.in(text, named);
        SectionText spoken = named.finding(analysed);
        SectionText told = analysed.isEmpty() ? spoken : spoken.finding(doubtful.in(spoken, names));
        return told.finding(firms.in(text, told, aboutSurveillance(told)));
    }

    /** Whether a sentence, one just before it, or what goes on after it in running text, speaks of surveillance. */
    private Predicate<Sentence> aboutSurveillance(SectionText section) {
        Predicate<Sentence> about = doubtful.aboutSurveillance(section);
        return sentence -> {
            int ahead = sentence.row() || sentence.setting() == Setting.DECISION ? 0 : AHEAD;
            return about.test(sentence)
                    || section.following(sentence, ahead).stream().anyMatch(next -> !next.row() && about.test(next));
        };
    }

    /** A long section, without the lines that are far from every hit. */
    private static Section narrowed(Section section, List<Mention> hits) {
        int length = section.lines().stream().mapToInt(Span::length).sum();
        if (length <= LONG_SECTION) {
            return section;
        }
        List<Span> near = new ArrayList<>();
        int next = 0;
        for (Span line : section.lines()) {
            while (next < hits.size() && hits.get(next).start() <= line.start() - AROUND) {
                next++;
            }
            if (next < hits.size() && hits.get(next).start() < line.end() + AROUND) {
                near.add(line);
            }
        }
        return new Section(section.setting(), section.heading(), near);
    }

    private void read(SectionText section) {
        Members members = attribution.members(section);
        List<Draft> drafts = section.section().setting() == Setting.NOTICE
                ? notices.drafts(document.text(), section)
                : valued(section, prose.drafts(section, members));
        drafts.forEach(draft -> claim(draft, section, members));
    }

    /** With what only a claim tells: the contract behind it, functions and vote. */
    private Draft completed(Draft draft, SectionText section) {
        boolean voted = section.section().setting() != Setting.NOTICE && isDecided(draft);
        Optional<Vote> vote = voted ? Ballot.in(section) : Optional.empty();
        return draft.buying(purchases.of(section, draft))
                .citing(citations.of(section, draft))
                .telling(functions.of(draft), vote.orElse(null));
    }

    /** Whether the draft tells of what was voted on that day, and not of a decision that is only remembered. */
    private boolean isDecided(Draft draft) {
        boolean ofTheDay = draft.date() == null || draft.date().equals(calendar.session());
        return ofTheDay
                && DECIDED.contains(draft.judgement().stage())
                && isAsserted(draft)
                && !EARLIER.matcher(draft.sentence().words()).find();
    }

    private List<Draft> valued(SectionText section, List<Draft> drafts) {
        List<Draft> told = drafts.stream()
                .filter(draft -> draft.judgement().stage() != Stage.MENTIONED && isAsserted(draft))
                .toList();
        boolean one = told.stream()
                .allMatch(draft -> draft.subject().sameAs(told.get(0).subject()));
        return drafts.stream().map(draft -> valued(section, draft, one)).toList();
    }

    private Draft valued(SectionText section, Draft draft, boolean one) {
        Amount amount = Money.of(section, draft)
                .or(() -> one ? Money.only(section, draft) : Optional.empty())
                .or(() -> one && isAsserted(draft)
                        ? PaperPrice.of(document.text(), draft.judgement().stage())
                        : Optional.empty())
                .or(() -> one ? ProjectTotal.of(section, draft) : Optional.empty())
                .or(() -> Money.offered(section, draft))
                .orElse(null);
        return draft.worth(
                amount,
                DateChoice.of(section, draft, calendar.session())
                        .or(() -> listed(section, draft))
                        .or(() -> ofAll(draft))
                        .orElseGet(() -> usualDate(draft)));
    }

    private Optional<PartialDate> ofAll(Draft draft) {
        Stage stage = draft.judgement().stage();
        return (stage == Stage.AWARDED || stage == Stage.TENDERED) && isAsserted(draft)
                ? DateChoice.ofAll(document.text(), calendar, stage == Stage.TENDERED)
                : Optional.empty();
    }

    /** What a list of a year's contracts names is of that year. */
    private Optional<PartialDate> listed(SectionText section, Draft draft) {
        Sentence entry = draft.sentence();
        boolean listed = entry.row() || entry.setting() == Setting.DECISION;
        Stage stage = draft.judgement().stage();
        return DECIDED.contains(stage) && isAsserted(draft)
                ? DateChoice.ofEntry(section, entry)
                        .or(() -> stage == Stage.APPROVED ? Optional.empty() : calendar.yearOf(entry.words(), listed))
                : Optional.empty();
    }

    /** Decisions date from the session, plans from the budget's year, calls for tenders from their publication. */
    private @Nullable PartialDate usualDate(Draft draft) {
        if (!DateChoice.isDated(draft.judgement())) {
            return null;
        }
        Stage stage = draft.judgement().stage();
        return switch (stage) {
            case APPROVED, REJECTED, AWARDED -> calendar.session();
            case ENDED, SUSPENDED -> DateChoice.stopsNow(draft.sentence()) ? calendar.session() : null;
            case PROPOSED -> calendar.budget() != null ? calendar.budget() : calendar.session();
            default -> null;
        };
    }

    private void claim(Draft draft, SectionText section, Members members) {
        Attribution.Verdict verdict = attribution.of(draft, section, members);
        double confidence = draft.judgement().confidence() * (0.5 + 0.5 * verdict.certainty());
        if (verdict.communes().isEmpty() || confidence < least(draft)) {
            abstained++;
            return;
        }
        List<CommuneRef> communes = verdict.communes().stream()
                .filter(commune -> !made.contains(onceOf(draft, commune)))
                .toList();
        if (communes.isEmpty()) {
            return;
        }
        List<String> because = new ArrayList<>(draft.because());
        because.add(verdict.because());
        Optional<List<Evidence.Stretch>> people =
                persons.in(draft, section.finds().hits());
        if (people.isEmpty()) {
            abstained++;
            return;
        }
        Evidence evidence = evidence(draft.quote(), people.get());
        Draft told = completed(draft, section);
        communes.forEach(commune -> add(told, commune, confidence, evidence, because));
    }

    /**
     * How sure a claim must be. What is of nobody's make must be surer: of what was believed less, little was right, least of
     * cameras, which every other paper speaks of in passing.
     */
    private static double least(Draft draft) {
        if (draft.subject().vendor() != null) {
            return draft.judgement().stage() == Stage.TRIAL && isAsserted(draft) ? NAMED_TRIAL : Merging.THRESHOLD;
        }
        return switch (draft.subject().technology()) {
            case VIDEOPROTECTION -> NAMELESS_CAMERAS;
            case VSA, FACIAL_RECOGNITION ->
                draft.judgement().stage() == Stage.IN_USE && isAsserted(draft) ? NAMELESS : Merging.THRESHOLD;
            default -> NAMELESS_OTHER;
        };
    }

    /** A document makes a claim once, however often it says so. */
    private static String keyOf(Draft draft, CommuneRef commune) {
        return String.join(
                "/",
                commune.insee().value(),
                draft.subject().technology().id(),
                String.valueOf(draft.subject().vendor()),
                draft.judgement().stage().id(),
                draft.judgement().modality().id());
    }

    /** Of the contracts of a list, those of another price are others. */
    private static String onceOf(Draft draft, CommuneRef commune) {
        Amount price = draft.sentence().setting() == Setting.NOTICE ? draft.amount() : null;
        return keyOf(draft, commune)
                + (price == null ? "" : "/" + price.value().stripTrailingZeros().toPlainString());
    }

    private void add(Draft draft, CommuneRef commune, double confidence, Evidence evidence, List<String> because) {
        Subject subject = draft.subject();
        Judgement judgement = draft.judgement();
        String key = keyOf(draft, commune);
        made.add(onceOf(draft, commune));
        boolean tender = judgement.stage() == Stage.TENDERED;
        PartialDate date = Optional.ofNullable(draft.date()).orElse(tender ? called() : null);
        claims.add(new Claim(
                Claim.idOf(document.id(), draft.quote().start(), key),
                document.id(),
                commune,
                subject.technology(),
                subject.vendor(),
                subject.product(),
                subject.integrator(),
                judgement.stage(),
                judgement.modality(),
                draft.amount(),
                date,
                purchase(draft, commune),
                draft.references(),
                draft.functions(),
                draft.vote(),
                Math.round(confidence * 100) / 100.0,
                evidence,
                because));
    }

    /** When a call was made that does not say so. */
    private @Nullable PartialDate called() {
        return document.date() != null ? document.date() : calendar.session();
    }

    /** Notices are published by the buyer; acts of a body of several communes are about what it buys itself. */
    private @Nullable Purchase purchase(Draft draft, CommuneRef commune) {
        Buyer buyer = whereabouts.buyer();
        Stage stage = draft.judgement().stage();
        boolean bought = draft.purchase() != null || (stage == Stage.AWARDED && isAsserted(draft));
        boolean itself = buyer == null
                || isCommune(buyer, commune)
                || (buyer.kind() != BuyerKind.EPCI && draft.sentence().setting() != Setting.NOTICE);
        return itself || !bought
                ? draft.purchase()
                : Objects.requireNonNullElse(draft.purchase(), Purchase.UNTOLD).by(buyer);
    }

    private static boolean isCommune(Buyer buyer, CommuneRef commune) {
        return buyer.kind() == BuyerKind.COMMUNE
                && (buyer.communes().isEmpty() || buyer.communes().contains(commune.insee()));
    }

    private static boolean isAsserted(Draft draft) {
        return draft.judgement().modality() == Modality.ASSERTED;
    }

    private Evidence evidence(Span quote, List<Evidence.Stretch> people) {
        return Evidence.of(document, quote.start(), quote.end(), people);
    }
}
