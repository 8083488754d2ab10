package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.model.Technology;

/** Drafts claims from a procurement notice: what is bought, from whom, for how much, when. */
final class NoticeClaims {

    private static final Judgement HELD = new Judgement(Stage.AWARDED, Modality.ASSERTED, 0.92, "titulaire", 0);
    private static final Judgement LOST =
            new Judgement(Stage.REJECTED, Modality.ASSERTED, 0.75, "an offer that was turned down", 0);

    private static final Pattern NO_RESULT = Pattern.compile(
            "(?<!(?:apres|suite a) (?:une |la )?(?:procedure |consultation |lot |appel d'offres )?(?:declaree? )?)(?:sans suite|infructueu)|procedure (?:est )?abandonnee|(?:marche|lot) (?:est )?(?:non attribue|abandonne|supprime|retire)|n'est pas attribue|supprimee? de la consultation|aucune (?:offre|candidature)|aucun (?:laureat|titulaire|attributaire|candidat\\b|pli\\b)|: (?:lot )?(?:non attribue|sans (?:titulaire|attributaire|candidat|offre))|\\blot (?:reste |demeure )?sans (?:titulaire|attributaire|candidat|offre)");
    private static final Pattern RESULT = Pattern.compile(
            "(?:avis d'attribution|avis de resultat|suite donnee a la consultation|resultats? (?:de |du |de l'|des |de la )(?:marche|appel d'offres|consultation|mise en concurrence|procedure)|relatif aux? resultats?|attribue a|marche conclu|marche attribue|avis de modification|modification en cours|modification d.un (?:marche|contrat)|avenant n)");

    /** Words of an option, or of what is bought beside, without result: the contract is let all the same. */
    private static final Pattern PART_OF_IT = Pattern.compile(
            "\\b(?:option\\w*|pse|prestations? supplementaires?|variante|tranche (?:optionnelle|conditionnelle))\\b(?:(?![a-z)»\"]{2}\\. )[^;€])*$");

    /** The columns of a budget's programmes: what may be spent in all and within the year. */
    private static final Pattern BUDGET = Pattern.compile(
            "\\b(?:ap|cp)[ _](?:vot\\w*|realise\\w*|reste)|autorisations? de programme|credits? de paiement");

    private static final Pattern LOT = Pattern.compile(
            "^\\s*[-•*]?\\s*(?:(?:le|pour le|au titre du)\\s+|(?:section\\s+)?(?:[IVX]{1,4}|[A-H]|\\d{1,2})(?:[.-]\\d{1,2}){0,3}[.)]{0,2}\\s*[–:-]?\\s*(?:(?:r[ée]sultat|attribution|description|intitul[ée])\\s*(?:du|[–:-])?\\s*)?)?(?:lot|besoin)\\s*(?:-\\s?|n\\s?[°ºo]\\s*)?(?:\\d+|[A-F])\\b.*|^\\s*\\d{1,2}\\s*(?:\\s{2}|\\.{3}|…)[\\s.…]*\\p{L}.*",
            Pattern.CASE_INSENSITIVE);
    /** A line that is about all lots, though it stands behind the last. */
    private static final Pattern OF_ALL = Pattern.compile(
            "^\\s*(?:dates? |march[ée]s |contrats |signatures?|notification|conclusion|envoi|avis |publication|mise en ligne|transmis)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OPTION = Pattern.compile(
            "\\b(?:option\\w*|pse|prestations? supplementaires?|variante|tranche (?:optionnelle|conditionnelle))\\b[^;€]*$");
    private static final Pattern AS_OPTION =
            Pattern.compile("^[^.;]{0,40}\\b(?:en|comme|a titre de) (?:variante|option)\\b");
    private static final Pattern NOT_TAKEN = Pattern.compile(
            "^[^;€]*?\\b(?:(?:non|pas|n'a pas ete|n'est pas) (?:levee|retenue|affermie)|abandonnee|ecartee|infructueu|sans suite|sans objet)");
    /** The same said elsewhere of the one option that there is. */
    private static final Pattern OPTION_NOT_TAKEN = Pattern.compile(
            "\\b(?:option|(?:prestation|tranche|variante) ?(?:supplementaire|optionnelle|conditionnelle)?)\\b[^;.€:]{0,30}(?: : |[^;.€:])(?:non|pas|n'a pas ete|n'est pas) (?:levee|retenue|affermie)");
    /** What may not even be offered. */
    private static final Pattern NOT_ADMITTED = Pattern.compile(
            "^[^;.€]{0,60}\\b(?:non|pas|n'est pas|ne sont pas|ni) (?:autorise|admise|acceptee|permise|prevue|demandee)");
    /** An offer, or who made it, before the name of a firm that had to do with it. */
    private static final Pattern OFFER = Pattern.compile(
            "\\b(?:offres?|plis?|propositions?|candidat\\w*|candidatures?|soumission\\w*|evinc\\w+|reponses?|repondants?|(?:remis|depos)\\w* (?:par|de)|repondu)\\b(?:(?![a-z)»\"]{2}\\. )[^€])*$");

    /** What is there already, or must be kept to. */
    private static final Pattern KEPT = Pattern.compile(
            "\\b(?:exist\\w+|actuel\\w*|en place|compatib\\w+|deja|precedent\\w*|sortant|ancien\\w*|titulaire|attributaire)\\b");

    private static final Judgement STANDING = new Judgement(Stage.IN_USE, Modality.ASSERTED, 0.75, "there already", 0);
    /** What is not to be bought, as it runs. */
    private static final Pattern STANDS = Pattern.compile(
            "^(?!.*\\b(?:remplac\\w*|depos[ea]\\w*|ancien\\w*|obsolete\\w*|hors (?:service|d'usage)|ne (?:fonctionne|sert) plus)\\b).*\\b(?:existan\\w+|deja (?:en|install|exploit|utilis|equip|deploy|acqui|raccord)\\w*|(?<!mise )(?<!mises )(?<!mettre )en (?:place|service|fonction|exploitation|production)|actuel\\w*|install\\w* (?:depuis|en (?:19|20)\\d\\d)|depuis (?:[a-z]+ )?(?:19|20)\\d\\d)\\b");

    private static final Pattern SINCE =
            Pattern.compile("\\b(?:depuis|install\\w+|acqui\\w+|deploy\\w+)(?: le| en| des)?(?: [a-z]+)? ?$");
    private static final Pattern CLAUSE_END = Pattern.compile(";|[a-z)»]{2}\\. ");

    /** So far before a name words of an offer are looked for. */
    private static final int BEFORE_A_NAME = 90;

    /** A brand that is only an example of what is wanted. */
    private static final Pattern OR_EQUAL = Pattern.compile(
            "^[^;.,:]{0,25}\\bou (?:tout )?(?:materiel |produit |techniquement |autre )?(?:equivalent|similaire)");

    /** "Not part of the contract are …", up to the sentence's end. */
    private static final Pattern NO_PART = Pattern.compile(
            "\\b(?:(?:ne |n')\\w+ pas (?:compri|inclu|couver|concern)\\w*|non compri\\w+|non inclu\\w+|a l'exclusion d\\w+|(?:est|sont|seront|reste|restent) exclu\\w*)(?:(?![a-z)]{2}\\. )[^;:]){0,120}$");

    private static final Pattern STOP = Pattern.compile("[a-z)]{2}\\. ");

    /** An option that is taken only where something else comes, or the study of one. */
    private static final Pattern IN_CASE = Pattern.compile(
            "\\b(?:etude|diagnostic|analyse) (?:d'opportunite|de faisabilite|prealable)\\b|\\bne (?:sera|pourra|serait)\\b[^.;]{0,50}\\bque (?:si|sur)\\b");

    private static final Judgement MAY_BE =
            new Judgement(Stage.PROPOSED, Modality.HYPOTHETICAL, 0.7, "option in case", 0);

    /** A lot that is told to be of something: words after its number that are not about who has it or for how much. */
    private static final Pattern OBJECT_OF_LOT = Pattern.compile(
            "^[-•* ]*(?:(?:le|pour le|au titre du) )?(?:lot|besoin) ?(?:n ?[°ºo] ?)?(?:\\d+|[a-f])\\b[ :.,–—-]*(?!(?:est |a ete )?(?:attribu|titulaire|confie|laureat|entreprise|societe|montant|maximum|minimum|sans suite|declare|infructueux|ferme))[a-z]");

    /** A paper on whether something would be of use, before its name. */
    private static final Pattern OF_USE = Pattern.compile(
            "\\b(?:note|etude|avis|reflexion|rapport|analyse|memoire|conseil|examen)s?\\b[^.;:]{0,30}\\b(?:interet|opportunite|faisabilite|pertinence|utilite|possibilite|eventualite)\\b[^.;:]{0,40}$");

    /** More than {@link #NOT_ADMITTED} and {@link #OR_EQUAL} can span. */
    private static final int BEHIND_A_NAME = 120;

    /** How far what became of an option may stand behind it. */
    private static final int LONGEST_TELLING = 180;

    private static final int LONGEST_QUOTE = 600;

    private final Parties parties;

    NoticeClaims(Parties parties) {
        this.parties = parties;
    }

    List<Draft> drafts(String text, SectionText section) {
        List<Span> lines = section.section().lines();
        List<Part> rows = rows(text, lines);
        if (!rows.isEmpty()) {
            return rows.stream()
                    .flatMap(row -> Merging.withinSection(drafts(text, section, row)).stream())
                    .toList();
        }
        List<Draft> drafts = new ArrayList<>();
        for (Part part : parts(text, lines)) {
            Merging.withinSection(drafts(text, section, part)).stream()
                    .filter(draft -> drafts.stream().noneMatch(draft::saysTheSameAs))
                    .forEach(drafts::add);
        }
        return drafts;
    }

    /** The lines that are read for one contract, and those among them that are about it alone. */
    private record Part(List<Span> lines, List<Span> own) {

        boolean isLot() {
            return own.size() < lines.size();
        }
    }

    /**
     * What a lot is of by its own lines; else what the notice is of, though not the analysis of images that other lots may be of
     * where this one has an object of its own.
     */
    private List<Subject> ofLot(
            String text, SectionText section, Part part, Sentence whole, List<Mention> mentions, boolean open) {
        Sentence lot = whole(text, section, part.own());
        List<Mention> own = mentions.stream()
                .filter(mention -> lot.contains(mention.start()))
                .toList();
        List<Subject> subjects = subjects(lot, own, open);
        if (!subjects.isEmpty()) {
            return subjects;
        }
        boolean hasObject = OBJECT_OF_LOT.matcher(lot.words()).find();
        if (open
                && hasObject
                && !Parties.isLotOfCameras(whole(text, section, part.own().subList(0, 1)))) {
            return subjects;
        }
        List<Mention> rest = mentions.stream()
                .filter(mention -> own.contains(mention) || !hasObject || isWithoutAnalysis(mention))
                .toList();
        return subjects(whole, rest, open);
    }

    private boolean isWithoutAnalysis(Mention mention) {
        return parties.technology(mention)
                .filter(technology -> technology != Technology.VIDEOPROTECTION)
                .isEmpty();
    }

    /**
     * The paragraphs that begin with who has a lot, each with the first one, which tells what all of them are lots of and names
     * no holder; empty where there are none.
     */
    private static List<Part> rows(String text, List<Span> lines) {
        List<List<Span>> paragraphs = new ArrayList<>(List.of(new ArrayList<>()));
        for (Span line : lines) {
            if (Lines.words(text, line).isEmpty()) {
                paragraphs.add(new ArrayList<>());
            } else {
                paragraphs.get(paragraphs.size() - 1).add(line);
            }
        }
        paragraphs.removeIf(List::isEmpty);
        boolean divided = paragraphs.size() > 1
                && Notice.tells(text, paragraphs.get(0), Notice.Field.OBJECT)
                && !Notice.tells(text, paragraphs.get(0), Notice.Field.HOLDER)
                && paragraphs.stream()
                        .skip(1)
                        .allMatch(row -> Notice.Field.HOLDER.begins(Lines.words(text, row.get(0)))
                                && !Notice.tells(text, row, Notice.Field.OBJECT));
        return !divided
                ? List.of()
                : paragraphs.stream()
                        .skip(1)
                        .map(row -> new Part(
                                Stream.concat(paragraphs.get(0).stream(), row.stream())
                                        .toList(),
                                row))
                        .toList();
    }

    /** Whether a line begins what is told of one lot. */
    static boolean isLot(String line) {
        return LOT.matcher(line).matches();
    }

    /** The notice without lots, or once for each lot with the lines that are about no lot. */
    private static List<Part> parts(String text, List<Span> lines) {
        List<Span> common = new ArrayList<>();
        List<List<Span>> lots = new ArrayList<>();
        for (Span line : lines) {
            String words = Lines.words(text, line);
            if (isLot(words)) {
                lots.add(new ArrayList<>(List.of(line)));
            } else if (lots.isEmpty()
                    || words.isBlank()
                    || OF_ALL.matcher(words).find()
                    || lots.get(lots.size() - 1).size() > 6) {
                common.add(line);
            } else {
                lots.get(lots.size() - 1).add(line);
            }
        }
        if (lots.size() < 2) {
            return List.of(new Part(lines, lines));
        }
        return lots.stream()
                .map(lot ->
                        new Part(Stream.concat(common.stream(), lot.stream()).toList(), lot))
                .toList();
    }

    private List<Draft> drafts(String text, SectionText section, Part part) {
        Sentence whole = whole(text, section, part.lines());
        Notice notice = Notice.of(whole.view());
        Bids bids = Bids.in(text, notice, whole, parties);
        List<Mention> offered = whole.hits().stream()
                .filter(mention -> !bids.isNotChosen(mention)
                        && !isRuledOut(notice, mention)
                        && !isExample(notice, mention)
                        && !isWeighed(notice, whole, mention)
                        && !isCorrected(notice, mention))
                .toList();
        List<Mention> declined =
                offered.stream().filter(mention -> isDeclined(notice, mention)).toList();
        List<Mention> inCase = offered.stream()
                .filter(mention -> !declined.contains(mention) && isInCase(notice, mention))
                .toList();
        List<Mention> mentions =
                offered.stream().filter(mention -> !declined.contains(mention)).toList();
        Optional<Judgement> told = judge(notice).or(() -> bids.hasWinner() ? Optional.of(HELD) : Optional.empty());
        if (told.isEmpty()) {
            return List.of();
        }
        Judgement judgement = told.get().stage() == Stage.TENDERED && bids.hasWinner() ? HELD : told.get();
        boolean open = judgement.stage() == Stage.TENDERED || judgement.stage() == Stage.REJECTED;
        List<Draft> drafts = new ArrayList<>();
        List<Subject> bidders = judgement.stage() == Stage.REJECTED ? bidders(notice, whole) : List.of();
        for (Subject subject :
                part.isLot() ? ofLot(text, section, part, whole, mentions, open) : subjects(whole, mentions, open)) {
            List<Subject> theirs = bidders.stream()
                    .filter(bidder -> bidder.technology() == subject.technology())
                    .toList();
            (theirs.isEmpty() ? List.of(subject) : theirs)
                    .forEach(one -> drafts.add(draft(text, notice, bids, whole, one, judgement, part.own())));
        }
        if (!open) {
            drafts.addAll(losers(text, section, part, whole, mentions, bids, List.copyOf(drafts)));
        }
        if (judgement.stage() == Stage.TENDERED) {
            drafts.addAll(standing(text, notice, whole));
        }
        if (open && !inCase.isEmpty()) {
            for (Subject subject : subjects(whole, inCase, true)) {
                drafts.removeIf(draft -> draft.subject().sameAs(subject));
                drafts.add(draft(text, notice, bids, whole, subject, MAY_BE, part.own())
                        .worth(null, null));
            }
        }
        if (!open && !declined.isEmpty()) {
            Judgement judged = new Judgement(Stage.REJECTED, Modality.ASSERTED, 0.8, "option not taken", 0);
            for (Subject subject : subjects(whole, declined, false)) {
                Span line = whole.quote(subject.anchor().start());
                drafts.add(draft(text, notice, bids, whole, subject, judged, part.own())
                        .worth(
                                new NoticeAmounts(notice, bids, whole).in(line),
                                new NoticeDates(notice, whole, Stage.REJECTED).of(List.of(line))));
            }
        }
        return drafts;
    }

    /** What a call tells to be there already, by its maker's name. */
    private List<Draft> standing(String text, Notice notice, Sentence whole) {
        List<Draft> drafts = new ArrayList<>();
        for (Mention name : whole.hits()) {
            Span line = whole.quote(name.start());
            Span clause = clause(notice, line, name);
            String words = notice.view().text().substring(clause.start(), clause.end());
            if (!Parties.isName(name)
                    || parties.installs(name)
                    || isExample(notice, name)
                    || !STANDS.matcher(words).find()) {
                continue;
            }
            List<Mention> beside = whole.hits().stream()
                    .filter(mention -> clause.contains(notice.view().at(mention.start())))
                    .toList();
            parties
                    .subjects(whole.part(clause.start(), clause.end()), beside, new Parties.Surroundings(beside, words))
                    .stream()
                    .filter(subject -> subject.vendor() != null
                            && subject.anchor().equals(Parties.span(name))
                            && drafts.stream()
                                    .noneMatch(draft -> draft.subject().sameAs(subject)))
                    .map(subject -> Draft.of(
                                    subject,
                                    STANDING,
                                    whole,
                                    trimmed(text, line, subject.anchor()),
                                    List.of("notice: told to be there already"))
                            .worth(null, since(notice, whole, line)))
                    .forEach(drafts::add);
        }
        return drafts;
    }

    private static @Nullable PartialDate since(Notice notice, Sentence whole, Span line) {
        View view = notice.view();
        return whole.finds().dates().stream()
                .filter(when -> line.contains(when.span().start()))
                .filter(when -> SINCE.matcher(
                                view.text().substring(0, view.at(when.span().start())))
                        .find())
                .map(When::date)
                .findFirst()
                .orElse(null);
    }

    /** What stands in its line between the stops before and behind a name, in plain text. */
    private static Span clause(Notice notice, Span line, Mention name) {
        View view = notice.view();
        int from = view.at(line.start());
        int end = view.at(line.end() - 1) + 1;
        Matcher stop = CLAUSE_END.matcher(view.text()).region(from, end);
        while (stop.find()) {
            if (stop.start() >= view.at(name.start())) {
                return new Span(from, stop.start());
            }
            from = stop.end();
        }
        return new Span(from, end);
    }

    /** Whose offers came to nothing: makers of programs that are told to have made one, with who brings them. */
    private List<Subject> bidders(Notice notice, Sentence whole) {
        List<Mention> offered = whole.hits().stream()
                .filter(mention -> !Parties.isName(mention) || isOffered(notice, mention))
                .filter(mention -> !isRuledOut(notice, mention) && !isCorrected(notice, mention))
                .toList();
        return offered.stream().noneMatch(mention -> Parties.isName(mention) && !parties.installs(mention))
                ? List.of()
                : subjects(whole, offered, false).stream()
                        .filter(subject -> offered.stream()
                                .anyMatch(mention -> Parties.span(mention).equals(subject.anchor())
                                        && Parties.isName(mention)
                                        && !parties.installs(mention)))
                        .toList();
    }

    /** Whether words of an offer, or of who made one, stand before a name. */
    private static boolean isOffered(Notice notice, Mention mention) {
        String words = notice.view().text();
        int at = notice.view().at(mention.start());
        Matcher offer = OFFER.matcher(words.substring(Math.max(0, at - BEFORE_A_NAME), at));
        return offer.find() && !KEPT.matcher(offer.group()).find();
    }

    /** Whether a notice for something else only wants to know whether something would be of use. */
    private boolean isWeighed(Notice notice, Sentence whole, Mention mention) {
        return parties.technology(mention)
                        .filter(technology -> technology != Technology.VIDEOPROTECTION)
                        .isPresent()
                && isOfUse(notice, mention)
                && whole.hits().stream()
                        .anyMatch(other -> parties.technology(other).isPresent() && !isOfUse(notice, other));
    }

    private static boolean isOfUse(Notice notice, Mention mention) {
        int at = notice.view().at(mention.start());
        String words = notice.view().text();
        return OF_USE.matcher(words.substring(Math.max(0, at - BEFORE_A_NAME), at))
                .find();
    }

    private static boolean isExample(Notice notice, Mention mention) {
        return Parties.isName(mention)
                && OR_EQUAL.matcher(behind(notice, mention)).find();
    }

    /** A name that another one stands for. */
    private static boolean isCorrected(Notice notice, Mention mention) {
        View view = notice.view();
        return Parties.isName(mention)
                && Corrections.isWrong(view.text(), view.at(mention.start()), view.at(mention.end() - 1) + 1);
    }

    private static String behind(Notice notice, Mention mention) {
        String words = notice.view().text();
        int end = notice.view().at(mention.end() - 1) + 1;
        return words.substring(end, Math.min(words.length(), end + BEHIND_A_NAME));
    }

    private static boolean isRuledOut(Notice notice, Mention mention) {
        View view = notice.view();
        if (isOptional(notice, mention)
                && NOT_ADMITTED.matcher(behind(notice, mention)).find()) {
            return true;
        }
        Span field = notice.around(view.at(mention.start()));
        if (notice.fieldAt(view.at(mention.start())) == Notice.Field.EXCLUDED
                && !STOP.matcher(view.text().substring(field.start(), view.at(mention.start())))
                        .find()) {
            return true;
        }
        String before = view.text().substring(field.start(), view.at(mention.start()));
        return mention.kind() != MentionKind.VENDOR
                && mention.kind() != MentionKind.PRODUCT
                && (NO_PART.matcher(before).find()
                        || RuledOut.in(view.text(), view.at(mention.start()), view.at(mention.end() - 1) + 1));
    }

    /** An option of the contract that was not taken. */
    private static boolean isDeclined(Notice notice, Mention mention) {
        String words = notice.view().text();
        int at = notice.view().at(mention.start());
        int end = Math.min(notice.around(at).end(), at + LONGEST_TELLING);
        return isOptional(notice, mention)
                && (NOT_TAKEN.matcher(words.substring(at, end)).find()
                        || OPTION_NOT_TAKEN.matcher(words).find());
    }

    private boolean isInCase(Notice notice, Mention mention) {
        String words = notice.view().text();
        int at = notice.view().at(mention.start());
        return isOptional(notice, mention)
                && parties.technology(mention)
                        .filter(technology -> technology != Technology.VIDEOPROTECTION)
                        .isPresent()
                && IN_CASE.matcher(words.substring(Math.max(0, at - 60), Math.min(words.length(), at + BEHIND_A_NAME)))
                        .find();
    }

    private static boolean isOptional(Notice notice, Mention mention) {
        int at = notice.view().at(mention.start());
        int start = Math.max(notice.around(at).start(), at - 100);
        return OPTION.matcher(notice.view().text().substring(start, at)).find()
                || AS_OPTION.matcher(behind(notice, mention)).find();
    }

    private static View view(String text, SectionText section, List<Span> lines) {
        List<ContractTable.Cell> cells = section.section().cells();
        return cells.isEmpty() ? NoticeText.of(text, lines) : ContractTable.view(text, cells);
    }

    private static Sentence whole(String text, SectionText section, List<Span> lines) {
        View view = view(text, section, lines);
        List<Span> filled = lines.stream().filter(line -> line.length() > 0).toList();
        Finds finds = section.finds()
                .share(Stretches.of(List.of(filled), spans -> spans), 1)
                .get(0);
        return Sentence.of(view, filled, Setting.NOTICE, false, 0).with(0, finds);
    }

    /** How far the purchase is that a notice tells of, as far as its labels and words say. */
    static Optional<Judgement> judge(Notice notice) {
        String words = notice.view().text();
        boolean held = !notice.of(Notice.Field.HOLDER).isEmpty()
                || RESULT.matcher(words).find();
        boolean none = NO_RESULT
                .matcher(words)
                .results()
                .anyMatch(result -> !held
                        || !PART_OF_IT
                                .matcher(words.substring(Math.max(0, result.start() - BEHIND_A_NAME), result.start()))
                                .find());
        if (none) {
            return Optional.of(new Judgement(Stage.REJECTED, Modality.ASSERTED, 0.9, "sans suite", 0));
        }
        if (held) {
            return Optional.of(HELD);
        }
        boolean called = Corrections.isOne(words)
                || !notice.of(Notice.Field.DEADLINE).isEmpty()
                || words.matches(
                        ".*(?:avis de marche(?! attribue)|avis rectificatif|appel public|mise en ligne : |appel d'offres|procedure adaptee|accord-cadre|consultation|date limite|avis d'appel|mise en concurrence).*");
        if (called) {
            return Optional.of(new Judgement(Stage.TENDERED, Modality.ASSERTED, 0.9, "date limite", 0));
        }
        return BUDGET.matcher(words).find()
                ? Optional.of(new Judgement(Stage.PROPOSED, Modality.ASSERTED, 0.6, "credits", 0))
                : Optional.empty();
    }

    private List<Subject> subjects(Sentence whole, List<Mention> mentions, boolean open) {
        List<Subject> subjects = parties.subjects(
                whole, mentions, new Parties.Surroundings(mentions, whole.view().text()));
        if (!open) {
            return subjects;
        }
        subjects = subjects.isEmpty() ? parties.bare(whole, subjects) : subjects;
        List<Subject> nameless = new ArrayList<>();
        for (Subject subject : subjects) {
            boolean known = nameless.stream().anyMatch(other -> other.technology() == subject.technology());
            if (!known) {
                nameless.add(new Subject(subject.technology(), null, null, null, subject.anchor()));
            }
        }
        boolean analysed = nameless.stream().anyMatch(subject -> subject.technology() == Technology.VSA);
        nameless.removeIf(subject -> analysed && subject.technology() == Technology.VIDEOPROTECTION);
        camerasFirst(mentions).filter(cameras -> analysed).ifPresent(nameless::add);
        return nameless;
    }

    /** Cameras that are named before any analysis of their images are bought themselves, and the analysis with them. */
    private Optional<Subject> camerasFirst(List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> parties.technology(mention).isPresent())
                .findFirst()
                .filter(mention -> parties.technology(mention).orElseThrow() == Technology.VIDEOPROTECTION)
                .map(mention -> new Subject(Technology.VIDEOPROTECTION, null, null, null, Parties.span(mention)));
    }

    /** What was offered with what is bought, and not chosen: each at the price that stands beside it. */
    private List<Draft> losers(
            String text,
            SectionText section,
            Part part,
            Sentence whole,
            List<Mention> mentions,
            Bids bids,
            List<Draft> bought) {
        List<Mention> unnamed =
                mentions.stream().filter(mention -> !Parties.isName(mention)).toList();
        List<Technology> sought = bought.stream()
                .map(draft -> draft.subject().technology())
                .distinct()
                .toList();
        PartialDate date = new NoticeDates(Notice.of(whole.view()), whole, Stage.AWARDED).of(part.own());
        List<Draft> lost = new ArrayList<>();
        for (Bids.Bid bid : bids.losing()) {
            List<Mention> offered =
                    Stream.concat(unnamed.stream(), bid.names().stream()).toList();
            List<Subject> subjects =
                    part.isLot() ? ofLot(text, section, part, whole, offered, false) : subjects(whole, offered, false);
            Amount price = Optional.ofNullable(bid.price())
                    .or(() -> whole.finds().sums().stream()
                            .filter(sum -> bid.reach().contains(sum.span().start()))
                            .map(Sum::amount)
                            .findFirst())
                    .orElse(null);
            subjects.stream()
                    .filter(subject -> bid.names().stream()
                            .anyMatch(name -> parties.firmId(name).equals(subject.vendor())))
                    .map(subject -> sought.size() == 1 ? subject.as(sought.get(0)) : subject)
                    .map(subject -> Draft.of(
                                    subject,
                                    LOST,
                                    whole,
                                    trimmed(text, whole.quote(subject.anchor().start()), subject.anchor()),
                                    List.of("notice: another offer is chosen"))
                            .worth(price, date))
                    .forEach(lost::add);
        }
        return lost;
    }

    private Draft draft(
            String text,
            Notice notice,
            Bids bids,
            Sentence whole,
            Subject subject,
            Judgement judgement,
            List<Span> own) {
        Span bought = quote(text, whole, subject);
        Span quote = own.size() == whole.spans().size() ? bought : withLot(text, whole, bought, own);
        List<String> because = List.of("notice: " + judgement.stage().id() + " by its labels");
        return Draft.of(subject, judgement, whole, quote, because)
                .worth(
                        new NoticeAmounts(notice, bids, whole).of(own),
                        new NoticeDates(notice, whole, judgement.stage()).of(own));
    }

    /** The line of what is bought and that of the firm, and what stands between; or the firm's line alone where they are far apart. */
    private Span quote(String text, Sentence whole, Subject subject) {
        Span line = whole.quote(subject.anchor().start());
        return whole.hits().stream()
                .filter(hit -> parties.technology(hit)
                        .filter(subject.technology()::equals)
                        .isPresent())
                .map(hit -> whole.quote(hit.start()))
                .map(bought -> new Span(Math.min(line.start(), bought.start()), Math.max(line.end(), bought.end())))
                .min(Comparator.comparingInt(Span::length))
                .filter(both -> both.length() <= LONGEST_QUOTE && isWhole(text, whole, both))
                .orElseGet(() -> trimmed(text, line, subject.anchor()));
    }

    /** What is bought with the lines of the lot, or these alone where others stand between: they tell whose it is and for how much. */
    private static Span withLot(String text, Sentence whole, Span bought, List<Span> own) {
        Span lot = new Span(own.get(0).start(), own.get(own.size() - 1).end());
        if (lot.start() <= bought.start() && bought.end() <= lot.end()) {
            return bought;
        }
        Span both = new Span(Math.min(lot.start(), bought.start()), Math.max(lot.end(), bought.end()));
        return both.length() <= LONGEST_QUOTE && isWhole(text, whole, both) ? both : lot;
    }

    /** Whether nothing stands in {@code stretch} but lines of this notice, or of this one of its lots. */
    private static boolean isWhole(String text, Sentence whole, Span stretch) {
        int at = stretch.start();
        for (Span line : whole.spans()) {
            if (line.start() >= at && line.end() <= stretch.end()) {
                if (!text.substring(at, line.start()).isBlank()) {
                    return false;
                }
                at = line.end();
            }
        }
        return at == stretch.end();
    }

    /** The line without white space around it, cut to what stands near the anchor where it is very long. */
    private static Span trimmed(String text, Span line, Span anchor) {
        int start = Math.max(line.start(), anchor.start() - 400);
        int end = Math.min(line.end(), anchor.end() + 400);
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }
}
