package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.CommuneRef;
import vigie.model.Modality;
import vigie.model.Stage;

/** Which communes a draft is about: the publisher's, unless its words say otherwise. */
final class Attribution {

    private static final Sought JOINT = Sought.of(
            "groupement de commandes?|au nom des communes|pour le compte des? (?:communes|villes)|coordonnat|\\b(?:les|des|aux|ces) (?:deux|trois|quatre|cinq|six|sept|huit) (?:communes|villes|villages)\\b|metropole|agglomeration|communaute (?:de communes|urbaine)|syndicat (?:mixte|intercommunal)|intercommunal");
    private static final Pattern OWN_ACT = Pattern.compile(
            "(?:\\b(?:villes?|communes?|mairies?|municipalites?|maires?|conseil municipal|police municipale) (?:voisine |limitrophe |jumelle |amie )?(?:de la |de l'|des |du |de |d'|))$");
    private static final String ARTICLE =
            "(?:(?:la |les |le |l')?(?:communes?|villes?) )?(?:de |d'|du |des )?(?:la |les |le |l')?";

    /** Before the first of the towns for which a notice buys, and between them. */
    private static final Pattern MEMBERS = Pattern.compile(
            "\\b(?:membres|communes (?:membres|adherentes|participantes|concernees|beneficiaires)|adherents|beneficiaires)(?: d[eu] (?:ce |cet |l'|la )?(?:groupement|accord-cadre|marche|consultation))?(?: de commandes)? ?: "
                    + ARTICLE + "$");

    /** Longer than any such label. */
    private static final int LABEL = 250;

    /** What some of the members buy and others do not. */
    private static final Pattern ONLY =
            Pattern.compile("\\b(?:seulement|uniquement|exclusivement|a l'exclusion|a l'exception|sauf pour)\\b");

    private static final Pattern AND = Pattern.compile(
            "(?: ?\\([^()]{0,40}\\))?(?: ?[,;•–-] ?| et | ?, et | ainsi que | ?, ainsi que )*" + ARTICLE);

    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?:^|(?:^|[ ('\"])(?:a|au|aux|dans|chez|par|(?:cas|exemple|experience|choix|precedent|modele) d[eu]) (?:la ville de |la commune de )?)$");

    /** Whom somebody of the town has asked or visited: what is named behind is what runs where that one comes from. */
    private static final Pattern COLLEAGUE = Pattern.compile(
            "\\b(?:collegues?|homologues?|confreres?|consoeurs?) (?:\\([^)]*\\) )?(?:de la |de l'|des |du |de |d'|a )$");

    private static final Sought OURS = Sought.of("\\b(?:nous|notre|nos|ici|chez nous)\\b");

    private static final Pattern BEGINS = Pattern.compile(
            "(?:^|[,;:] |[\"(–] ?|(?:^|[ \"])- |\\b(?:et|que|mais|ou|si|car|donc|or|puisque|lorsque|quand|parce que|comme) |\\b(?:lors|puis)?qu')(?:\" ?)?$");

    /** Beginnings of what a town does with such a tool: the present, the future and what is built with "a", "est", "fait". */
    private static final Pattern ACTS = Pattern.compile(
            "^(?: \\([^()]{0,40}\\))?(?:,[^,]{0,60},)? (?:y |en |l'|les |le |la |s'|se |n'|ne |lui |leur )*"
                    + "(?:a|ont|avait|aura|auront|aurait|auraient|vient|viennent|est|sont|sera|seront|etait|fait|font|va|vont|met|mettra|mettent|tient|tiennent"
                    + "|(?:utilis|emploi|employ|dispos|exploit|test|experiment|recour|deploi|deploy|envisag|possed|install|achet|acquier|equip|dot|ser[tv]|pratiqu|loue|essai|essay|adopt|abandonn|arret|renonc|refus|resili|suspend|debranch|desinstall|choisi|retien|prevoi|prepar|lanc|sign|command|confi|pai|pay|surveill|analys|compt|song|hesit|etudi|continu|poursui|reconduit|renouvel|gard|conserv|branch|activ|veut|veul|souhait|attend|regard|cherch|propos|consacr|depens|investi|mis)"
                    + "\\w*)\\b(?! (?:metropole|agglomeration)\\b)");

    private static final Sought HERE = Sought.of(
            "\\b(?:ici|chez nous|nous|notre|nos|la (?:commune|ville|municipalite|mairie)|le (?:conseil|maire)|l'assemblee)\\b");

    private static final Sought THERE =
            Sought.of("\\b(?:la-bas|chez (?:eux|elles)|cette (?:autre )?(?:ville|commune)(?:-la)?|sur place)\\b");

    /** "Go to X! There one uses …": of the place that the sentence right before names. */
    private static final Sought ON_Y = Sought.of("\\b(?:on|ils|elles) y (?!a\\b)\\w+");

    private static final Sought THEIRS = Sought.of(
            "\\b(?:leurs?|(?<!\\bil |il n')y (?!compris\\b|reviend|revenir|a (?:un|une|des|de|du|pas|plus|eu|la|le|les|deux|trois)\\b)\\w+|ont (?:vu|decouvert|assiste))\\b");

    /** As sure is a publisher that the source or a stamp tells, or the text as a town; others are names among others. */
    private static final double TOLD = 0.9;

    private static final double STAMPED = 0.94;

    /** Nothing or an address behind a name. */
    private static final Pattern ALONE = Pattern.compile("^ ?(?:$|[,;:(|–-]|\\d)");

    /** So many sentences of a section are asked for a body of several communes. */
    private static final int SURROUNDINGS = 40;

    /** So few sentences back "over there" is named. */
    private static final int NEAR_BEFORE = 2;

    /** So far back a subject may have been named. */
    private static final int MOST_BEFORE = 8;

    /** "X, which uses …", "X, where …": what follows is about X. */
    private static final Pattern RELATIVE = Pattern.compile("^,? (?:qui|dont|ou) ");

    /** Who it is about and how sure that is; empty where it is about none that can be told. */
    record Verdict(List<CommuneRef> communes, double certainty, String because) {}

    private final Whereabouts whereabouts;

    Attribution(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    /** Who buys together in {@code section}; nobody where no body of several communes is spoken of. */
    Members members(SectionText section) {
        return whereabouts.joint() || JOINT.in(surroundings(section))
                ? Members.of(section, whereabouts.places(), whereabouts.publisher() == null)
                : Members.NONE;
    }

    private static String surroundings(SectionText section) {
        return section.heading() + " "
                + section.sentences().stream()
                        .limit(SURROUNDINGS)
                        .map(Sentence::words)
                        .collect(Collectors.joining(" "));
    }

    /** @param members as {@link #members} tells of the section */
    Verdict of(Draft draft, SectionText section, Members members) {
        List<Place> here = draft.sentence().finds().places();
        if (draft.sentence().setting() == Setting.NOTICE) {
            return ofNotice(draft, here);
        }
        CommuneRef publisher = whereabouts.publisher();
        boolean home = publisher != null
                && here.stream().anyMatch(place -> place.commune().equals(publisher));
        Optional<CommuneRef> label = TownLabels.of(section, draft.sentence());
        if (label.isPresent()) {
            return new Verdict(
                    List.of(label.get()),
                    label.get().equals(publisher) ? whereabouts.certainty() : 0.85,
                    "the entry of " + label.get().name());
        }
        if (TownLabels.follow(section, draft.sentence())) {
            return new Verdict(List.of(), 0, "abstained: a list town by town follows");
        }
        List<CommuneRef> sharing = members.sharing(draft, publisher);
        if (!sharing.isEmpty()) {
            double certainty = publisher != null && sharing.contains(publisher) ? whereabouts.certainty() : 0.9;
            return new Verdict(sharing, certainty, "several communes buy together; it is told of " + sharing.size());
        }
        if (here.isEmpty()) {
            return there(draft.sentence(), section)
                    .or(() -> goesOn(draft, section))
                    .orElseGet(() -> ofPublisher(publisher));
        }
        if (home) {
            return acting(draft.sentence(), draft.subject().anchor()).orElseGet(() -> ofPublisher(publisher));
        }
        return elsewhere(draft, here, publisher);
    }

    /** "Unlike us in X, Y uses …": of the town that acts, if what it acts on is named right behind. */
    private Optional<Verdict> acting(Sentence sentence, Span anchor) {
        return sentence.finds().places().stream()
                .filter(place -> place.span().end() <= anchor.start())
                .reduce((earlier, later) -> later)
                .filter(place -> !place.commune().equals(whereabouts.publisher()))
                .filter(place -> acts(sentence, place))
                .map(place -> placed(place.commune()));
    }

    private static Verdict placed(CommuneRef commune) {
        return new Verdict(List.of(commune), 0.75, "the sentence places it in " + commune.name());
    }

    private static boolean acts(Sentence sentence, Place place) {
        String words = sentence.words();
        int at = sentence.view().at(place.span().start());
        return BEGINS.matcher(words.substring(Math.max(0, at - 40), at)).find()
                && ACTS.matcher(words.substring(
                                Math.min(words.length(), at + place.span().length())))
                        .find();
    }

    /** A notice is its buyer's, if that is a town; else its publisher's. In a list that many publish it may be nobody's. */
    private Verdict ofNotice(Draft draft, List<Place> here) {
        Notice notice = Notice.of(draft.sentence().view());
        List<Notice.Entry> buyers = notice.of(Notice.Field.BUYER);
        List<CommuneRef> buying = here.stream()
                .filter(place -> buyers.stream().anyMatch(buyer -> names(notice, buyer, place)))
                .map(Place::commune)
                .distinct()
                .toList();
        List<CommuneRef> members = members(notice, here);
        if (members.size() > 1) {
            return new Verdict(members, 0.9, "several communes buy together; it is told of " + members.size());
        }
        boolean published = whereabouts.certainty() >= STAMPED;
        if (buying.size() == 1 && !published) {
            return new Verdict(
                    buying, 0.95, "the notice's buyer is " + buying.get(0).name());
        }
        CommuneRef publisher = whereabouts.publisher();
        boolean home =
                published || here.stream().anyMatch(place -> place.commune().equals(publisher));
        boolean told = buyers.isEmpty() && whereabouts.certainty() >= TOLD;
        return home
                ? ofPublisher(publisher)
                : other(draft.sentence(), draft.subject().anchor(), here)
                        .orElseGet(() -> ofPublisher(told ? publisher : null));
    }

    /** The towns that stand behind a label of the members of a group, each right behind the one before. */
    private static List<CommuneRef> members(Notice notice, List<Place> here) {
        String words = notice.view().text();
        List<CommuneRef> members = new ArrayList<>();
        if (ONLY.matcher(words).find()) {
            return members;
        }
        int end = -1;
        for (Place place : here) {
            int at = notice.view().at(place.span().start());
            boolean named = end < 0
                    ? MEMBERS.matcher(words.substring(Math.max(0, at - LABEL), at))
                            .find()
                    : end <= at && AND.matcher(words.substring(end, at)).matches();
            if (named && !members.contains(place.commune())) {
                members.add(place.commune());
            }
            if (end >= 0 && !named) {
                // Who is named again has something of his own.
                return members.contains(place.commune()) ? List.of() : members;
            }
            end = named ? notice.view().at(place.span().end() - 1) + 1 : end;
        }
        return members;
    }

    /** Whether the buyer is the town itself, "Ville de X" or "X" and an address, and not "X Metropole". */
    private static boolean names(Notice notice, Notice.Entry buyer, Place place) {
        int at = notice.view().at(place.span().start());
        if (at < buyer.valueStart() || at >= buyer.end()) {
            return false;
        }
        String left = notice.view().text().substring(buyer.valueStart(), at);
        String right = notice.view()
                .text()
                .substring(Math.min(buyer.end(), at + place.span().length()), buyer.end());
        return OWN_ACT.matcher(left).find()
                || (left.isBlank() && ALONE.matcher(right).find());
    }

    private Verdict ofPublisher(@Nullable CommuneRef publisher) {
        return publisher == null
                ? new Verdict(List.of(), 0, "abstained: no commune is named for certain")
                : new Verdict(
                        List.of(publisher),
                        whereabouts.certainty(),
                        "about the publisher: " + String.join("; ", whereabouts.because()));
    }

    private Verdict elsewhere(Draft draft, List<Place> here, @Nullable CommuneRef publisher) {
        return other(draft.sentence(), draft.subject().anchor(), here).orElseGet(() -> ofPublisher(publisher));
    }

    /** Whether {@code sentence} tells what it names at {@code anchor} of another commune than the publisher. */
    boolean isElsewhere(Sentence sentence, Span anchor) {
        return other(sentence, anchor).isPresent();
    }

    private Optional<Verdict> other(Sentence sentence, Span anchor) {
        List<Place> places = sentence.finds().places();
        boolean home = places.stream().anyMatch(place -> place.commune().equals(whereabouts.publisher()));
        return home ? Optional.empty() : other(sentence, anchor, places);
    }

    private static Optional<Verdict> other(Sentence sentence, Span anchor, List<Place> here) {
        String words = sentence.words();
        for (Place place : here) {
            int at = sentence.view().at(place.span().start());
            String left = words.substring(Math.max(0, at - 40), at);
            String right =
                    words.substring(Math.min(words.length(), at + place.span().length()));
            if (OWN_ACT.matcher(left).find()) {
                return Optional.of(new Verdict(
                        List.of(place.commune()),
                        0.85,
                        "the sentence is about " + place.commune().name()));
            }
            boolean acts = acts(sentence, place)
                    || (RELATIVE.matcher(right).find()
                            && anchor.start() > place.span().end())
                    || (COLLEAGUE.matcher(left).find()
                            && anchor.start() > place.span().end()
                            && !OURS.in(right));
            if (acts || ELSEWHERE.matcher(left).find()) {
                return Optional.of(placed(place.commune()));
            }
        }
        return Optional.empty();
    }

    /** "I come from X. Over there …": what is told of the other place that the sentence before names. */
    private Optional<Verdict> there(Sentence sentence, SectionText section) {
        boolean here = HERE.in(sentence.words());
        boolean seen = THEIRS.in(sentence.words()) && !here;
        boolean there = THERE.in(sentence.words());
        boolean thereof = ON_Y.in(sentence.words()) && !here;
        Optional<CommuneRef> named = !there && !thereof
                ? Optional.empty()
                : section.preceding(sentence, NEAR_BEFORE).stream()
                        .filter(before -> there || before.index() == sentence.index() - 1)
                        .flatMap(before -> before.finds().places().stream())
                        .map(Place::commune)
                        .filter(commune -> !commune.equals(whereabouts.publisher()))
                        .reduce((earlier, later) -> later);
        return named.or(() -> Journeys.of(section, sentence, seen, whereabouts.publisher()))
                .map(commune -> new Verdict(List.of(commune), 0.75, "goes on about " + commune.name()));
    }

    /** A sentence without a place of its own goes on about the one where its subject was named. */
    private Optional<Verdict> goesOn(Draft draft, SectionText section) {
        int anchor = draft.subject().anchor().start();
        boolean told = draft.judgement().modality() == Modality.ASSERTED
                && draft.judgement().stage() != Stage.PROPOSED
                && draft.judgement().stage() != Stage.REJECTED;
        return !told
                        || draft.sentence().contains(anchor)
                        || HERE.in(draft.sentence().words())
                ? Optional.empty()
                : section.preceding(draft.sentence(), MOST_BEFORE).stream()
                        .filter(before -> before.contains(anchor))
                        .findFirst()
                        .flatMap(before -> other(before, draft.subject().anchor()));
    }
}
