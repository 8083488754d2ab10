package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.indexer.extract.ContractNumber.What;
import vigie.model.DocumentKind;
import vigie.model.Mention;
import vigie.model.Modality;
import vigie.model.Purchase;
import vigie.model.SourceDocument;
import vigie.model.Stage;

/**
 * What a section tells of the contract behind a draft: in the sentences that the draft is made of, in the title, and near
 * them where the same firm is named. Where two numbers could be meant, none is taken.
 */
final class Purchases {

    private static final int BEFORE = 4;
    private static final int AFTER = 2;
    private static final int AROUND = 70;

    /** Another contract: one that ran out before, or that this one takes the place of. */
    private static final Pattern FORMER_LEFT = Pattern.compile(
            "\\b(?:precedent|ancien|expir\\w+|echu|remplac\\w+|succed\\w+ a|(?:prend|pren)\\w* la suite d|fin d[eu]|terme d[eu]|echeance d[eu]|issue d[eu]|resiliation d[eu]|different d|distinct d|outre|comme (?:pour )?l)[^.;]{0,40}$");

    private static final Pattern FORMER_RIGHT = Pattern.compile(
            "^[^.;]{0,45}\\b(?:(?:est |etant |sera )?(?:arriv\\w+ a|venu\\w* a) (?:son )?(?:terme|echeance|expiration)|(?:est|etant|a ete) (?:echu|expire|resilie|caduc|termine)|(?:prend|a pris|prendra) fin|expire)");

    private static final Pattern AMENDS = Pattern.compile(
            "\\bavenant\\b|\\bavenants n|avis de modification|modification (?:d'un |du |en cours de )?(?:marche|contrat)");
    /** Amendments that may come one day, as a council lets the mayor sign them with the contract. */
    private static final Pattern NO_AMENDMENT = Pattern.compile(
            "\\b(?:sans|aucun|tout|chaque|eventuel) (?:\\w+ )?avenant|avenants? (?:eventuel|a venir|n'a\\b)");

    private static final Pattern HELD = Pattern.compile(
            "(?:(?:attribu|confi|notifi|adjug|pass|sign|conclu|contract)\\w*(?: [^.;:]{0,60})? (?:a|avec|aupres de)|(?:titulaire|attributaire)s?[^.;:]{0,20}(?: est|:|,)|retenu\\w*|retenir|choisi\\w*|aupres de)"
                    + " (?:la |le |l'|les )?(?:(?:societe|entreprise|firme|prestataire|editeur|integrateur|groupement|sas|sarl|sa)s? )*$");

    private final String text;
    private final SourceDocument document;

    /** The numbers of the section that was asked about last: each of its claims looks at all its sentences. */
    private final Map<Span, List<ContractNumber>> known = new HashMap<>();

    private @Nullable Section last;

    Purchases(SourceDocument document) {
        this.text = document.text();
        this.document = document;
    }

    /** What {@code section} tells of the contract of {@code draft}; null where it tells nothing. */
    @Nullable
    Purchase of(SectionText section, Draft draft) {
        Judgement judged = draft.judgement();
        if (judged.modality() != Modality.ASSERTED || judged.stage() == Stage.MENTIONED) {
            return null;
        }
        if (!section.section().equals(last)) {
            last = section.section();
            known.clear();
        }
        Purchase told = section.section().setting() == Setting.NOTICE ? inNotice(draft) : inProse(section, draft);
        return told.equals(Purchase.UNTOLD) ? null : told;
    }

    // ---- notices ------------------------------------------------------------------------------------------------

    private Purchase inNotice(Draft draft) {
        List<ContractNumber> numbers = draft.sentence().spans().stream()
                .flatMap(span -> ContractNumber.in(text, span).stream())
                .toList();
        List<ContractNumber> ofLot = ofLot(numbers);
        String words = draft.sentence().words();
        return new Purchase(
                only(ofLot, What.CONTRACT)
                        .or(() -> only(numbers, What.CONTRACT))
                        .orElse(null),
                only(ofLot, What.PART).orElse(null),
                noticesOf(numbers),
                true,
                document.kind() == DocumentKind.AVENANT || AMENDS.matcher(words).find(),
                holderOfNotice(draft),
                null,
                ContractTerm.months(draft.sentence()).orElse(null),
                ContractTerm.end(draft.sentence()).orElse(null));
    }

    /** What stands from the line of its lot on; everything where the notice, or this part of it, is about no single lot. */
    private static List<ContractNumber> ofLot(List<ContractNumber> numbers) {
        int last = 0;
        for (int i = 0; i < numbers.size(); i++) {
            last = numbers.get(i).what() == What.PART ? i : last;
        }
        boolean one = only(numbers, What.PART).isPresent();
        int first = last;
        while (one && first > 0 && numbers.get(first - 1).what() == What.PART) {
            first--;
        }
        return one ? numbers.subList(first, numbers.size()) : numbers;
    }

    /** A long notice is read like prose. */
    private boolean isNotice() {
        return document.kind() == DocumentKind.AVIS_DE_MARCHE || document.kind() == DocumentKind.AVIS_ATTRIBUTION;
    }

    /** The notice's own number first: what a feed tells its notices apart by. */
    private List<String> noticesOf(List<ContractNumber> numbers) {
        Set<String> notices = new LinkedHashSet<>();
        if (isNotice()) {
            notices.addAll(ContractNumber.notices(document.locator()));
            notices.addAll(ContractNumber.notices(document.metadata().getOrDefault("earlier-notice", "")));
        }
        all(numbers, What.NOTICE).forEach(notices::add);
        return List.copyOf(notices);
    }

    private static @Nullable String holderOfNotice(Draft draft) {
        Subject subject = draft.subject();
        if (draft.judgement().stage() != Stage.AWARDED || subject.integrator() != null) {
            return subject.integrator();
        }
        Notice notice = Notice.of(draft.sentence().view());
        boolean held = draft.sentence().hits().stream()
                .filter(hit -> hit.ref().equals(subject.vendor()))
                .anyMatch(hit -> notice.fieldAt(notice.view().at(hit.start())) == Notice.Field.HOLDER);
        return held ? subject.vendor() : null;
    }

    // ---- prose --------------------------------------------------------------------------------------------------

    private Purchase inProse(SectionText section, Draft draft) {
        List<Sentence> own = own(section, draft);
        String words = own.stream().map(Sentence::words).collect(Collectors.joining(" "));
        return new Purchase(
                number(section, draft, own).orElse(null),
                first(own, draft, What.PART).orElse(null),
                noticesOf(own.stream()
                        .flatMap(sentence -> numbersIn(sentence, draft).stream())
                        .toList()),
                isNotice(),
                amends(draft, words),
                draft.judgement().stage() == Stage.REJECTED ? null : holderIn(own, draft.subject()),
                null,
                own.stream()
                        .flatMap(sentence -> ContractTerm.months(sentence).stream())
                        .findFirst()
                        .or(() -> ContractTerm.months(words))
                        .orElse(null),
                own.stream()
                        .flatMap(sentence -> ContractTerm.end(sentence).stream())
                        .findFirst()
                        .orElse(null));
    }

    /** The sentence that decided, and that which names the subject. */
    private static List<Sentence> own(SectionText section, Draft draft) {
        Sentence judged = draft.sentence();
        List<Sentence> own = new ArrayList<>(List.of(judged));
        if (!judged.contains(draft.subject().anchor().start())) {
            section.naming(draft.subject()).forEach(own::add);
        }
        return own;
    }

    private Optional<String> number(SectionText section, Draft draft, List<Sentence> own) {
        if (own.stream().anyMatch(sentence -> has(sentence, What.CONTRACT))) {
            return first(own, draft, What.CONTRACT);
        }
        boolean listed = draft.sentence().row() || draft.sentence().setting() == Setting.DECISION;
        Set<String> inSection = section.sentences().stream()
                .filter(sentence -> !sentence.row())
                .flatMap(sentence -> all(numbersIn(sentence, draft), What.CONTRACT).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (listed || inSection.size() != 1) {
            return listed ? Optional.empty() : first(near(section, draft, true), draft, What.CONTRACT);
        }
        return first(near(section, draft, false), draft, What.CONTRACT);
    }

    /** The title, and sentences around that name the same firm or, unless {@code strictly}, none. */
    private static List<Sentence> near(SectionText section, Draft draft, boolean strictly) {
        List<Sentence> near = new ArrayList<>(section.following(draft.sentence(), AFTER));
        List<Sentence> before = section.preceding(draft.sentence(), BEFORE);
        for (int i = before.size() - 1; i >= 0; i--) {
            near.add(before.get(i));
        }
        Predicate<Sentence> same = sentence -> sentence.hits().stream().anyMatch(hit -> isParty(hit, draft.subject()));
        Predicate<Sentence> nobody = sentence -> sentence.hits().stream().noneMatch(Parties::isName);
        near.removeIf(sentence ->
                sentence.isTitle() || sentence.row() || !(same.test(sentence) || (!strictly && nobody.test(sentence))));
        section.sentences().stream()
                .filter(Sentence::isTitle)
                .filter(title -> !strictly || same.test(title))
                .forEach(near::add);
        return near;
    }

    /** What the first of these sentences says that says anything; nothing where it could mean two. */
    private Optional<String> first(List<Sentence> sentences, Draft draft, What what) {
        return sentences.stream()
                .map(sentence -> numbersIn(sentence, draft))
                .filter(numbers -> !all(numbers, what).isEmpty())
                .findFirst()
                .flatMap(numbers -> only(numbers, what));
    }

    private boolean has(Sentence sentence, What what) {
        return !all(numbersOf(sentence), what).isEmpty();
    }

    private List<ContractNumber> numbersOf(Sentence sentence) {
        return sentence.spans().stream()
                .flatMap(span -> known.computeIfAbsent(span, one -> ContractNumber.in(text, one)).stream())
                .toList();
    }

    /** The numbers that can be those of the draft's contract: of its clause, with no other firm between. */
    private List<ContractNumber> numbersIn(Sentence sentence, Draft draft) {
        List<ContractNumber> numbers = numbersOf(sentence).stream()
                .filter(number -> !isFormer(number, draft))
                .filter(number -> !isOfAnother(sentence, number, draft.subject()))
                .toList();
        int anchor = draft.subject().anchor().start();
        List<ContractNumber> clause = numbers.stream()
                .filter(number -> !between(number.span().start(), anchor).contains(";"))
                .toList();
        return sentence.contains(anchor) && !clause.isEmpty() ? clause : numbers;
    }

    private boolean isFormer(ContractNumber number, Draft draft) {
        Stage stage = draft.judgement().stage();
        if (stage == Stage.ENDED || stage == Stage.SUSPENDED || number.what() == What.PART) {
            return false;
        }
        int start = number.span().start();
        int end = number.span().end();
        String left = View.fold(text.substring(Math.max(0, start - AROUND), start) + "|");
        String right = View.fold(text.substring(end, Math.min(text.length(), end + AROUND)));
        return FORMER_LEFT
                        .matcher(left.substring(0, Math.max(0, left.length() - 1)))
                        .find()
                || FORMER_RIGHT.matcher(right).find();
    }

    /** Whether the firm nearest to the number, or one between it and what the draft is about, is another. */
    private boolean isOfAnother(Sentence sentence, ContractNumber number, Subject subject) {
        int anchor = subject.anchor().start();
        int at = number.span().start();
        if (!sentence.contains(anchor)) {
            return false;
        }
        List<Mention> firms = sentence.hits().stream()
                .filter(Parties::isName)
                .filter(firm -> !between(firm.start(), at).contains(";"))
                .toList();
        boolean between = firms.stream()
                .filter(firm -> Math.min(at, anchor) <= firm.start() && firm.start() < Math.max(at, anchor))
                .anyMatch(firm -> !isParty(firm, subject));
        return between
                || firms.stream()
                        .min(Comparator.comparingInt(firm -> Math.abs(firm.start() - at)))
                        .filter(nearest -> !isParty(nearest, subject))
                        .isPresent();
    }

    private String between(int one, int other) {
        return text.substring(Math.min(one, other), Math.max(one, other));
    }

    private static boolean isParty(Mention hit, Subject subject) {
        return hit.ref().equals(subject.vendor())
                || hit.ref().equals(subject.integrator())
                || hit.ref().equals(subject.product());
    }

    private static boolean amends(Draft draft, String words) {
        Stage stage = draft.judgement().stage();
        return (stage == Stage.AWARDED || stage == Stage.APPROVED)
                && AMENDS.matcher(words).find()
                && !NO_AMENDMENT.matcher(words).find();
    }

    private static @Nullable String holderIn(List<Sentence> own, Subject subject) {
        if (subject.integrator() != null) {
            return subject.integrator();
        }
        boolean held = own.stream()
                .anyMatch(sentence -> sentence.hits().stream()
                        .filter(hit -> hit.ref().equals(subject.vendor()))
                        .anyMatch(hit -> HELD.matcher(leftOf(sentence, hit)).find()));
        return held ? subject.vendor() : null;
    }

    private static String leftOf(Sentence sentence, Mention hit) {
        int at = sentence.view().at(hit.start());
        return sentence.words().substring(Math.max(0, at - AROUND - AROUND), at);
    }

    // ---- numbers ------------------------------------------------------------------------------------------------

    private static Set<String> all(List<ContractNumber> numbers, What what) {
        return numbers.stream()
                .filter(number -> number.what() == what)
                .map(ContractNumber::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<String> only(List<ContractNumber> numbers, What what) {
        Set<String> values = all(numbers, what);
        return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
    }
}
