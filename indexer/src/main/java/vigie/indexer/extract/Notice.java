package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The labelled fields of a procurement notice, in the order in which they stand. */
final class Notice {

    /** Longer documents are bulletins or minutes, whatever labels they hold. */
    private static final int LONGEST = 12_000;

    /** A pattern that is found nowhere. */
    private static final String NEVER = "(?!)";

    /** What a label says about the value after it. */
    enum Field {
        OBJECT(
                "objet(?: d[eu] [^:.]{2,40})?|consultation|consistance|besoin|achat|operation|intitule(?: d[eu] [^:.]{2,30})?|description(?: succincte)?|designation|libelle|titre|nature d\\w+ (?:marche|prestations?|travaux)|marche(?:(?: n\\W{0,2})? ?[\\w./-]{1,25})?|prestations?|tranche (?:ferme|optionnelle)|lot(?: n\\W{0,2})? ?(?:\\d+|[a-f](?![a-z]))[^:.]{0,80}"),
        HOLDER(
                "(?:nom(?: et adresse)? d[eu] (?:l')?)?(?:titulaires?|attributaires?|adjudicataires?|laureats?|mandataire|contractants?)(?: d[eu] [^:.]{2,20})?(?:,? par ordre de classement)?(?: ?\\([^:.)]{2,40}\\))?|attribution a|(?:marche |lot )?(?:attribue|confie)e? a|(?:entreprise|societe|candidat|operateur|prestataire|offre|groupement)s? (?:(?:economique|pressentie?|et|finalement|proposee?) ){0,3}(?:retenue?|attributaire|choisie?|titulaire|class\\w* (?:en )?(?:premiere?|n° ?1|1(?:er|re|ere)?)(?: position)?)s?|remportee? par|vainqueur|gagnant|nom tiers|fournisseur|prestataire|(?<!\\b(?:pas|est|sont|ete|non|ont) )retenue?s?"),
        CANDIDATES(
                // What it can begin with comes first: what it must not hold would be looked for at every word.
                "(?=candidat|soumiss|concurr|evince|perdant|non ret|autre|entrepr|societe|operat|offre|propos|devi|pli|ouvert|consulte|sollicite|ont |classem)"
                        + "(?![^:]{0,40}\\b(?:(?<!non )(?<!pas )retenu|choisi|attribu|titulaire|laureat|designe|class\\w* (?:en )?(?:prem|n° ?1|1)))(?:(?:candidats?|soumissionnaires?|concurrents?|evinces?|perdants?|candidats?[ _]evinces?|non retenus?)(?: [^:.]{2,40})?|(?:autres? )?(?:entreprise|societe|candidat|operateur|soumissionnaire|candidature|offre|proposition|devi|pli)s? (?:economiques? )?(?:ayant|admis|non|recu|remis|depose|consulte|sollicite|evince|rejete|ecarte|elimine|irreguli|inappropri|classe|concurrent|recevable|parvenu|ouvert|arrive|examine|analyse|etudie|compare|note|juge|evalue)[^:.]{0,40}|autres? (?:entreprise|societe|candidat|operateur|soumissionnaire|candidature|offre|proposition|devi)s?(?: [^:.]{2,40})?|ouverture des (?:plis|offres)[^:.]{0,30}|consultee?s|sollicitee?s|ont (?:candidate|soumissionne|concouru|repondu|(?:remis|depose|presente)[^:.]{0,30})|classement[^:.]{0,30})"),
        AMOUNT(
                "montant[^:.]{0,50}|prix(?: [^:.]{0,30})?|valeur(?: [^:.]{0,60})?|estimation[^:.]{0,30}|cout[^:.]{0,30}|maximum(?: (?:de |du |sur |pour |par |annuel|total)[^:.]{0,30})?|offre financiere|budget(?: previsionnel)?|estime"),
        AWARD_DATE(
                "date ?notification|date ?signature|notifiee? le|signee? le|conclu le|(?:decision|commande) du|signature|date de notif\\.?|date (?:de |d')(?:la )?(?:conclusion|attribution|signature|notification|decision|commande)[^:.]{0,30}|notification|notifie|date(?: du marche| de l'acte)?|decision"),
        SENT_DATE(
                "(?:date d(?:'|e l'))?envoi[^:.]{0,50}|date(?: de |[ _])?(?:publication|parution|mise en ligne)|publication|parution|publie le|annonce|mise en ligne",
                "(?:avis )?(?:(?:envoye|transmis|adresse|expedie|remis)e?s? (?:au (?:journal|boamp|joue?)\\b|a la publication|pour (?:insertion|publication|parution))[^:.\\d]{0,25}|(?:mis|mise) en ligne (?:le )?)(?=\\d)"),
        DEADLINE(
                "date[ _]?limite[^:.]{0,60}|(?:reception|remise|depot) des (?:plis|offres|candidatures|propositions|dossiers)[^:.]{0,20}|(?:plis|offres) a remettre|limite de (?:remise|reception|depot)[^:.]{0,20}|cloture(?: des? [^:.]{0,20})?|depot(?= ?: (?:au plus|avant|jusqu|le \\d))",
                "(?:reponses?|offres|plis|candidatures|propositions) (?:(?:(?:attendue?s?|a remettre|au plus tard) )*(?:avant |jusqu'au |pour )|(?:attendue?s?|a remettre|recevables) )le (?=\\d)"),
        BUYER(
                "(?:nom[ _]?)?acheteur(?:[ _.]nom)?|identification de l'acheteur|organisme(?: acheteur)?|nom et adresse(?!(?: officiels?)? d[^:.]{0,12}(?:titulaire|attributaire|contractant|laureat))[^:.]{0,50}|pouvoir adjudicateur|nom de l'organisme|collectivite|maitre d'ouvrage|commune|entite adjudicatrice"),
        /** What is told only to say that it is no part of the contract. */
        EXCLUDED(
                "hors (?:perimetre|marche|lot|contrat|forfait)[^:.]{0,30}|(?:(?:prestations?|elements?|fournitures?|postes?|options?|sont|est|reste|demeure)\\w* )?(?:non compris|non inclus|exclu|pas compris|pas inclus|ecarte)e?s? (?:d[eu]|dans|hors|par)[^:.]{0,50}|(?:(?:prestations?|elements?|fournitures?|sont|est) )?(?:non compris|non inclus|exclu|pas compris)e?s?|exclusions?[^:.]{0,30}|ne (?:comprend|comporte) pas[^:.]{0,30}"),
        OTHER(
                "(?:procedure|forme|mode|modalite|methode|formule|hypothese|date|variante|tranche) retenue?s?|cpv|codes? ?cpv|duree|duree ?mois|forme ?prix|identifiant|soustraitance[^:.]{0,20}|criteres?[^:.]{0,30}|sous-critere[^:.]{0,10}|procedure|type de (?:procedure|marche)|nombre d(?:e|')? ?(?:offres|candidatures|plis)[^:.]{0,15}|instance[^:.]{0,40}|nature|lieu d'execution|siret|au lieu de|lire|forme du marche|allotissement|renseignements|reference");

        @SuppressWarnings("ImmutableEnumChecker") // it is immutable; nothing here says so to the checker
        private final Sought pattern;

        Field(String labels) {
            this(labels, NEVER);
        }

        /** Whether {@code line} begins with a label of this kind. */
        boolean begins(String line) {
            return pattern.pattern().matcher(View.fold(line)).lookingAt();
        }

        /** A label with a colon, or {@code bare} words that need none. */
        Field(String labels, String bare) {
            pattern = Sought.of("(?<![\\p{L}\\d'])(?:(?:" + labels + ") ?: |" + bare + ")");
        }

        /** Whether {@code words}, in plain form, are such a label. */
        private boolean isLabel(String words) {
            return pattern.pattern().matcher(words + " : ").matches();
        }
    }

    /** A field: its label and its value, which ends before the next label. */
    record Entry(Field field, int start, int valueStart, int end) {}

    private static final Pattern TITLE = Pattern.compile(
            "\\bavis (?:de marche|d'attribution|d'appel|rectificatif|de resultat|de publicite|d'information|de mise en|de non|de modification|d'intention|de pre|d'annulation|de consultation|relatif aux? resultats?)|suite donnee a la consultation|resultats? de (?:l'appel d'offres|la consultation)|declaration sans suite|appel public a (?:la )?concurrence|marche attribue|mise en ligne : |resultat (?:de|du) marche|\\baccord-cadre\\b");

    /** The title of a paper that has no more to tell than what came to nothing. */
    private static final Pattern GIVEN_UP = Pattern.compile(
            "\\b(?:declaration sans suite|(?:avis|procedure|declaration|decision) (?:d'|de )?(?:infructu\\w+|abandon|annulation))\\b");

    /** Councils look at tables of offers too: their minutes are no notices. */
    private static final Pattern COUNCIL = Pattern.compile(
            "\\b(?:conseil (?:municipal|communautaire)|deliber\\w+|unanimite|conseillers?|apres en avoir)\\b");

    /** The words of a correction stand for the fields that it need not repeat. */
    private static final int FIELDS_OF_CORRECTION = 3;

    /** What a label tells that none of the fields is for. */
    private static final Pattern UNFIELDED =
            Pattern.compile("solution|produit|logiciel|editeur|integrateur|besoin|achat|nature de l'achat");

    /** What numbered lines are of that are no lots. */
    private static final Pattern RANKING = Pattern.compile(
            "\\bclassement\\b|\\brang (?:candidat|nom|entreprise|societe|offre)|\\bnotes?\\b|/ ?(?:20|100)\\b|\\bnon retenue?\\b");

    private static final List<Field> TELLING =
            List.of(Field.HOLDER, Field.CANDIDATES, Field.AMOUNT, Field.AWARD_DATE, Field.OBJECT);

    private static final int LONGEST_LABEL = 60;

    private final View view;
    private final List<Entry> entries;

    private Notice(View view, List<Entry> entries) {
        this.view = view;
        this.entries = List.copyOf(entries);
    }

    /** The fields of a text in plain form. */
    static Notice of(View view) {
        List<Entry> found = new ArrayList<>();
        String words = view.text();
        for (Field field : Field.values()) {
            field.pattern.each(
                    words,
                    0,
                    words.length(),
                    label -> found.add(new Entry(field, label.start(), label.end(), words.length())));
        }
        found.sort((one, other) ->
                one.start() != other.start() ? one.start() - other.start() : other.valueStart() - one.valueStart());
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : found) {
            int last = entries.size() - 1;
            if (last >= 0 && entry.start() < entries.get(last).valueStart()) {
                continue;
            }
            if (last >= 0) {
                Entry before = entries.get(last);
                entries.set(last, new Entry(before.field(), before.start(), before.valueStart(), entry.start()));
            }
            entries.add(entry);
        }
        return new Notice(view, entries);
    }

    /** Whether a document is a notice as a whole: short, and mostly labels with values. */
    static boolean looksLikeOne(String text, List<Span> lines) {
        if (text.length() > LONGEST || lines.size() > 400) {
            return false;
        }
        Notice notice = of(NoticeText.of(text, lines));
        Set<Field> fields = EnumSet.noneOf(Field.class);
        notice.entries.forEach(entry -> fields.add(entry.field()));
        long lots = lines.stream()
                .filter(line -> NoticeClaims.isLot(Lines.words(text, line)))
                .count();
        if (lots > 1 && isRanking(text, lines)) {
            return false;
        }
        if (lots > 1) {
            fields.add(Field.OBJECT);
        }
        boolean council = COUNCIL.matcher(notice.view.text()).find();
        List<OfferTable.Row> offers = council ? List.of() : OfferTable.in(text, lines);
        if (!offers.isEmpty()) {
            fields.add(Field.CANDIDATES);
        }
        if (offers.stream().anyMatch(offer -> offer.price() != null)) {
            fields.add(Field.AMOUNT);
        }
        boolean chosen = offers.stream().anyMatch(OfferTable.Row::isChosen);
        boolean telling = fields.contains(Field.HOLDER)
                || fields.contains(Field.DEADLINE)
                || fields.contains(Field.CANDIDATES)
                || (fields.contains(Field.AMOUNT) && fields.contains(Field.OBJECT));
        boolean corrects = Corrections.isOne(notice.view.text());
        boolean sent = fields.contains(Field.DEADLINE) && fields.contains(Field.SENT_DATE);
        boolean titled = corrects || sent || TITLE.matcher(notice.view.text()).find();
        boolean givenUp = GIVEN_UP.matcher(notice.view.text()).find();
        int needed = (titled ? 2 : 3) - (fields.contains(Field.CANDIDATES) || givenUp ? 1 : 0);
        int told = notice.entries.size() + offers.size() + (corrects ? FIELDS_OF_CORRECTION : 0);
        boolean dense = told * 450 >= text.length();
        return dense
                && fields.size() + (corrects ? FIELDS_OF_CORRECTION : 0) >= needed
                && (telling || titled)
                && (chosen || NoticeClaims.judge(notice).isPresent());
    }

    /** Whether {@code words} are a label of any kind. */
    static boolean isAnyLabel(String words) {
        String label = View.fold(words.strip());
        return UNFIELDED.matcher(label).matches() || Stream.of(Field.values()).anyMatch(field -> field.isLabel(label));
    }

    /** Whether the head of what could be lots, or one of them, ranks or marks them. */
    private static boolean isRanking(String text, List<Span> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> isLot(text, lines, i) || isLot(text, lines, i + 1) || isLot(text, lines, i + 2))
                .anyMatch(i -> RANKING.matcher(View.fold(Lines.words(text, lines.get(i))))
                        .find());
    }

    private static boolean isLot(String text, List<Span> lines, int i) {
        return i < lines.size() && NoticeClaims.isLot(Lines.words(text, lines.get(i)));
    }

    /** Whether an entry of a list tells of a contract: what is bought and by whom or for how much, who has it, or until when it is open. */
    static boolean isContract(String text, List<Span> lines) {
        Notice notice = of(NoticeText.of(text, lines));
        Set<Field> fields = EnumSet.noneOf(Field.class);
        notice.entries.forEach(entry -> fields.add(entry.field()));
        return fields.contains(Field.HOLDER)
                || fields.contains(Field.DEADLINE)
                || (fields.contains(Field.OBJECT) && (fields.contains(Field.AMOUNT) || fields.contains(Field.BUYER)));
    }

    /** Whether a line is nothing but a label that tells who has the contract, who wanted it, for how much, or since when. */
    static boolean isLabel(String line) {
        return line.length() <= LONGEST_LABEL
                && TELLING.stream().anyMatch(field -> field.isLabel(View.fold(line.strip())));
    }

    /** Whether one of {@code lines} begins with a label of that kind. */
    static boolean tells(String text, List<Span> lines, Field field) {
        return lines.stream().anyMatch(line -> field.begins(Lines.words(text, line)));
    }

    List<Entry> entries() {
        return entries;
    }

    /** The entries of one field. */
    List<Entry> of(Field field) {
        return entries.stream().filter(entry -> entry.field() == field).toList();
    }

    /** The field, with its label, in which position {@code at} lies; the whole text where there is none. */
    Span around(int at) {
        return entries.stream()
                .filter(entry -> entry.start() <= at && at < entry.end())
                .findFirst()
                .map(entry -> new Span(entry.start(), entry.end()))
                .orElse(new Span(0, view.text().length()));
    }

    /** The field in whose value position {@code at} lies, or OTHER. */
    Field fieldAt(int at) {
        return entries.stream()
                .filter(entry -> entry.start() <= at && at < entry.end())
                .findFirst()
                .map(Entry::field)
                .orElse(Field.OTHER);
    }

    View view() {
        return view;
    }
}
