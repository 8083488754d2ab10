package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.config.Communes;

/**
 * Firms that no vendor file knows, where the text itself says that they are firms: "la société X", "édité par X", "X SAS",
 * the holder of a contract. Makers of programs are mentions of kind {@code VENDOR}, others of kind {@code ORGANISATION};
 * they refer to their name as it is written. Thread-safe.
 */
public final class UnlistedFirms {

    private static final String PART = "(?:\\p{Lu}|[a-z]\\p{Lu}|\\d{1,3}\\p{Lu})[\\p{L}\\d]*(?:['’.&+-][\\p{L}\\d]+)*";
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\d'’-])" + PART + "(?:(?: & | / | )" + PART + "){0,3}");

    private static final String FORMS = "SAS|SASU|SARL|EURL|SCOP|SCIC|SA";

    private static final Pattern LEGAL_FORM = Pattern.compile("(?: \\(?(?:" + FORMS + "|Ltd|GmbH|Inc|BV|NV)\\b\\)?)+$");

    private static final Pattern LEADING_FORM =
            Pattern.compile("^(?:" + FORMS + "|Sté|[EÉ]ts|[EÉ]tablissements) (?=\\p{Lu})");

    /** "X, small maker of programs": what a name is told to be behind it. */
    private static final Pattern APPOSED = Pattern.compile(
            "^ ?[,(–-] ?(?:(?:une?|la|le|l'|cette|notre|petite?|jeune|toute jeune|modeste|discrete) ?){0,3}"
                    + "(?:societe|entreprise|start-?up|jeunes? pousses?|editeur|editrice|maison|pme|cooperative|laboratoire|fabricant|concepteur|concu\\w* par|editee? par|developpeu\\w+|equipementier|essaimee?|filiale|dont le siege|specialis\\w+ (?:dans|en)|specialiste (?:de|du|des|en))\\b");

    /** What firms do, behind their name. */
    private static final Pattern ACTS = Pattern.compile(
            "^(?:,[^,.;:]{3,50},)? (?:(?:nous |leur |lui )?(?:a |avait |doit |va )?(?:fourni[rt]?|editer?|developper?|commercialiser?|installer?|remporter?|decrocher?)|l'emporte|(?:est|a ete|sera|fut) (?:retenue|attributaire|titulaire|mandataire|declaree|classee))\\b");

    private static final Pattern ANOTHER = Pattern.compile(" ?\\p{Lu}");

    /** Before names of people. */
    private static final Pattern OFFICE = Pattern.compile(
            "\\b(?:maire|adjointe?|directeur|directrice|gerante?|presidente?|prefete?|rapporteu\\w+|secretaire(?: de seance)?|conseill\\w+(?: municipale?)?|commandant|docteur|representee?s? par|signe(?:e|s)?(?: par)?|mm?|mmes?|mlle|monsieur|madame|messieurs|me|dr)\\.? ?[,:(]? ?$");

    private static final Pattern PUBLIC_BODY = Pattern.compile(
            "\\b(?:conseil|mairie|ville|commune|prefecture|prefet|cnil|police|gendarmerie|etat|ministere|region|departement|metropole|agglomeration|communaute|syndicat|sivom|rgpd|fipd|detr|dsil|csu|ugap|cgct|csi|union|europe\\w*|quadrature|ligue|association|comite|commission|groupe|parti|tribunal|cour|bureau|code|loi|maire|assemblee)\\b");

    /** Words that begin with a capital where they begin a sentence or a title, people, and verbs of questions ("Compte-t-on"). */
    private static final Pattern NO_NAME = Pattern.compile(
            "^(?:la|le|les|l|un|une|des|du|de|d|ce|cette|ces|cet|il|elle|ils|elles|on|nous|vous|lot|lots|article|marche|contrat|montant|prix|monsieur|madame|mme|mm?|mlle|maitre|docteur|vu|considerant|pour|par|sur|dans|avec|en|et|ou|qui|que|son|sa|ses|leur|objet|date|duree|option|annexe|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|aucune?|chaque|plusieurs|dont|ht|ttc|eur)\\b| (?:t on|ils?|elles?|nous|vous)$");

    /** Some word of these stands in every sentence that introduces a firm. */
    private static final Sought INTRODUCED = Sought.of(
            "\\b(?:societe|entreprise|ets|etablissements|maison de|start-?up|jeunes? pousse|cooperative|scop|pme|firme|laboratoire|edite|editric|concepteur|fabricant|developp|prestataire|fournisseur|titulaire|attributaire|mandataire|distribu|constructeur|integrateur|installateur|concu|commercialis|mis\\w* au point|fourni|propose|vendu|livre|installe|loue|attribue|confie|aupres|chez|signe|conclu|passe|prete|remis|mis\\w* a disposition|heberge|fabriqu|produit|logiciel|programme|progiciel|algorithme|boitier|calculateur|module|moteur|devis|offre|concessionnaire|delegataire|mainteneur|gerant|pdg|dirigeant|fondat|patron|commercial|gens|solution|technologie|materiel|candidat|soumissionnaire|specialis|achet|acqui|command|souscri|notifi|recour|appel|vers|li(?:e|ait|era|ant)\\b|profit|intermediaire|technicien|ingenieur|convention|contrat|marche|partenariat|essai|experimentation|accord|test|remport|l'emporte|gagn|conduit|mene|factur|exploit|mainten|equipementier|marque|tpe|essaime|filiale|siege|edit|decroch|retenue|classee|declaree|sasu?|sarl|eurl|scic|sa|ltd|gmbh|inc|bv|nv)");

    private static final String LEADING =
            "(?: [a-z-]{4,16}){0,2}(?: ?[,:(\"']| retenue?| choisie?| attributaire| titulaire| dite| denommee?| du nom de)* ?(?:la societe |l'entreprise |la |le |l')?$";

    /** Before names of firms alone. */
    private static final Pattern FIRM = Pattern.compile(
            "\\b(?:societes?|entreprises?|ets|start-?ups?|jeunes? pousses?|cooperative|scop|pme|tpe|firme|equipementier|marque)"
                    + "(?: par actions simplifiee| a responsabilite limitee| anonyme)?" + LEADING
                    // people whom only firms have
                    + "|\\b(?:gerante?|pdg|dirigeante?|(?:co)?fondat(?:eur|rice)|patron(?:ne)?|commercial|gens) (?:de |d')$");

    private static final String PROGRAM =
            "\\b(?:logiciel|programme|progiciel|algorithme|boitier|calculateur|module|moteur)s?";

    /** What a program is for, without the places and people that it works for. */
    private static final String OF_IMAGES = "(?: d'analyse(?: (?:automatique|automatisee|algorithmique|intelligente))?"
            + "(?: video| d'images?| des images?| de flux)?| d'images?| de (?:comptage|detection)(?: automatique)?| video)?";

    /** Before names of firms, and of people. */
    private static final Pattern PARTY = Pattern.compile(
            "(?:\\b(?:prestataires?|fournisseurs?|titulaires?|attributaires?|mandataire|concessionnaire|delegataire|mainteneur|distributeur|constructeur|integrateur|installateur|laboratoire|editeurs?|editrice|concepteur|fabricant|developpeur)"
                    + LEADING
                    + "|\\b(?:edite|developpe|concu|commercialise|mis au point|fourni|propose|vendu|livre|installe|distribue|loue|prete|remis|mis a disposition|heberge|fabrique|produit)\\w* (?:et \\w+ )?par (?:la |le |l')?$"
                    + "|" + PROGRAM + OF_IMAGES + " (?:de |d')$"
                    + "|\\b(?:devis|offre|proposition|solution|technologie|materiel)s? (?:de |d')$"
                    + "|\\b(?:candidats?|soumissionnaires?)" + LEADING
                    + "|\\b(?:achet|acqui|command|lou|souscri|notifi|recour|(?:fait|faire|fera) appel|vers|li(?:e|ait|era|ant) (?:la (?:commune|ville|collectivite) |nous ))\\w* ?a (?:la |le |l')?$"
                    + "|\\b(?:au profit|par l'intermediaire|technicien(?:ne)?s?|ingenieure?s?) (?:de |d')$"
                    + "|\\b(?:convention|contrat|marche|partenariat|essai|experimentation|accord|test)(?: [a-z'-]+){0,4} avec (?:la |le |l')?$"
                    + "|\\b(?:remporte|gagne|conduit|mene|facture|exploite|maintenu)\\w* par (?:la |le |l')?$"
                    + "|\\b(?:attribue|confie)\\w* a (?:la |le |l')?$|\\b(?:aupres de|de chez|chez) (?:la |le |l')?$|\\b(?:signe|conclu|passe)\\w* avec (?:la |le |l')?$)");

    private static final Pattern MAKER = Pattern.compile(
            "\\b(?:start-?ups?|jeunes? pousses?|laboratoire|editeurs?|editrice|concepteur|fabricant|developpeur|(?:edite|developpe|concu|mis au point)\\w* (?:et \\w+ )?par"
                    + "|(?:logiciel|boitier|programme|module|produit|outil|algorithme|application|plateforme)s? (?:de|d'))\\b[^.;]{0,40}$"
                    + "|" + PROGRAM + OF_IMAGES + " (?:de |d')$");

    /** What a notice says instead of a name. */
    private static final Pattern NO_HOLDER = Pattern.compile(
            "^(?:non|neant|pas|voir|cf|confidentiel\\w*|inconnue?|nc|sans|infructueu\\w*|offres?|divers\\w*|a|aucune?|plusieurs|tous|idem|lots?)\\b");

    private static final Pattern HOLDER_NAME = Pattern.compile(
            "(?:(?:[Gg]roupement|GROUPEMENT)[\\p{L}'’ ]*? (?=\\p{Lu}{2}))?(?:[Ll]a |[Ss]ociété |[Ss]té |[Ee]ntreprise |[Ll]'|SAS |SARL |SA )*+("
                    + PART + "(?:(?: & | ?/ ?| (?:et |de |du |des )?)" + PART + "){0,4})");

    private static final int LEFT = 70;
    private static final int SHORTEST = 3;

    private final Linguist linguist;

    UnlistedFirms(Linguist linguist) {
        this.linguist = linguist;
    }

    /** Whether {@code name} is that of an authority, a fund or a group of people. */
    public static boolean isPublicBody(String name) {
        return PUBLIC_BODY.matcher(Communes.fold(name)).find();
    }

    /** Whether {@code mention} is of a firm that no vendor file knows, other than a maker's. */
    static boolean isContractor(Mention mention) {
        return mention.kind() == MentionKind.ORGANISATION;
    }

    /** The firms that those sentences of {@code section} name which are {@code about} what is looked for, in the order of the text. */
    List<Mention> in(String text, SectionText section, Predicate<Sentence> about) {
        List<Mention> firms = new ArrayList<>();
        for (ContractTable.Cell cell : section.section().cells()) {
            if (cell.isHolder() && cell.span().length() > 0) {
                holder(text, section, cell.span()).ifPresent(firms::add);
            }
        }
        for (Span line : section.section().setting() == Setting.NOTICE
                ? section.section().lines()
                : List.<Span>of()) {
            LabelledLine.of(text, line)
                    .filter(LabelledLine::tellsHolder)
                    .flatMap(label -> holder(text, section, new Span(label.gap().end(), line.end())))
                    .ifPresent(firms::add);
        }
        for (Sentence sentence : section.sentences()) {
            if (!INTRODUCED.in(sentence.words()) || !about.test(sentence)) {
                continue;
            }
            if (section.section().setting() == Setting.NOTICE && Notice.Field.HOLDER.begins(sentence.words())) {
                holder(text, sentence).ifPresent(firms::add);
            } else {
                firms.addAll(in(text, sentence));
            }
        }
        firms.addAll(takenUp(text, section, firms));
        return firms;
    }

    /** A section that names more firms than these is a list of them, which takes none of them up. */
    private static final int MOST_TAKEN_UP = 20;

    /** Where sentences that speak of surveillance name a firm again that another sentence has told to be one. */
    private static List<Mention> takenUp(String text, SectionText section, List<Mention> firms) {
        Set<String> names = firms.stream().map(Mention::ref).collect(Collectors.toSet());
        List<Mention> again = new ArrayList<>();
        if (names.size() > MOST_TAKEN_UP) {
            return again;
        }
        for (String name : names) {
            if (name.contains("&")) {
                continue;
            }
            MentionKind kind = firms.stream()
                            .filter(firm -> firm.ref().equals(name))
                            .anyMatch(firm -> firm.kind() == MentionKind.VENDOR)
                    ? MentionKind.VENDOR
                    : MentionKind.ORGANISATION;
            Pattern same = Pattern.compile("(?<![\\p{L}\\d'’-])" + Pattern.quote(name) + "(?![\\p{L}\\d-])");
            for (Sentence sentence : section.sentences()) {
                Matcher found = same.matcher(text)
                        .region(
                                sentence.spans().get(0).start(),
                                sentence.spans()
                                        .get(sentence.spans().size() - 1)
                                        .end());
                while (found.find()) {
                    Mention mention = new Mention(kind, found.start(), found.end(), found.group(), name);
                    if (!sentence.hasHitIn(mention.start(), mention.end())
                            && firms.stream()
                                    .noneMatch(firm -> firm.start() < mention.end() && mention.start() < firm.end())) {
                        again.add(mention);
                    }
                }
            }
        }
        return again;
    }

    private List<Mention> in(String text, Sentence sentence) {
        String written = written(text, sentence);
        if (isInCapitals(written)) {
            return List.of();
        }
        List<Mention> firms = new ArrayList<>();
        Matcher name = NAME.matcher(written);
        while (name.find()) {
            String left = sentence.words().substring(Math.max(0, name.start() - LEFT), name.start());
            Matcher form = LEADING_FORM.matcher(name.group());
            int skipped = form.find() ? form.end() : 0;
            boolean called = skipped > 0
                    || LEGAL_FORM.matcher(name.group()).find()
                    || FIRM.matcher(left).find();
            boolean firm = called || isApposed(sentence, written, name.end());
            boolean acts = ACTS.matcher(sentence.words())
                    .region(name.end(), sentence.words().length())
                    .lookingAt();
            if ((firm || acts || PARTY.matcher(left).find())
                    && (called || !OFFICE.matcher(left).find())
                    && !beginsLine(text, sentence, name.start())) {
                MentionKind kind = MAKER.matcher(left).find() ? MentionKind.VENDOR : MentionKind.ORGANISATION;
                mention(text, sentence, name.start() + skipped, name.group().substring(skipped), kind, firm)
                        .ifPresent(firms::add);
            }
        }
        return firms;
    }

    /** Behind the name stands what it is, and not the name of a firm ("…, la société BriefCam …"). */
    private static boolean isApposed(Sentence sentence, String written, int end) {
        Matcher apposed =
                APPOSED.matcher(sentence.words()).region(end, sentence.words().length());
        return apposed.lookingAt()
                && !ANOTHER.matcher(written)
                        .region(apposed.end(), written.length())
                        .lookingAt();
    }

    /** Whether what stands there begins a line behind a comma: the verb of a decision, after what it is founded on. */
    private static boolean beginsLine(String text, Sentence sentence, int at) {
        return at > 1
                && sentence.words().charAt(at - 2) == ','
                && text.substring(
                                sentence.view().sourceAt(at - 2),
                                sentence.view().sourceAt(at))
                        .contains("\n");
    }

    /** The name with which the cell of a list begins that tells who has a contract. */
    private Optional<Mention> holder(String text, SectionText section, Span cell) {
        return section.sentences().stream()
                .filter(sentence -> sentence.contains(cell.start()))
                .findFirst()
                .flatMap(sentence -> holder(
                        text,
                        sentence,
                        sentence.view().at(cell.start()),
                        sentence.view().at(cell.end() - 1) + 1));
    }

    private Optional<Mention> holder(String text, Sentence sentence) {
        String words = sentence.words();
        return holder(text, sentence, words.indexOf(':') + 1, words.length());
    }

    private Optional<Mention> holder(String text, Sentence sentence, int from, int to) {
        String written = written(text, sentence).substring(0, to);
        Matcher name = HOLDER_NAME.matcher(written);
        int value = from;
        while (value < written.length() && !Character.isLetter(written.charAt(value))) {
            value++;
        }
        boolean none =
                NO_HOLDER.matcher(Communes.fold(written.substring(value))).find();
        return !none && name.region(value, written.length()).lookingAt()
                ? mention(text, sentence, name.start(1), name.group(1), MentionKind.ORGANISATION, false)
                : Optional.empty();
    }

    private Optional<Mention> mention(
            String text, Sentence sentence, int at, String written, MentionKind kind, boolean surely) {
        String bare = LEGAL_FORM.matcher(written).replaceAll("").strip();
        String name = bare.replaceAll(" ?/ ?", " & ");
        int start = sentence.view().sourceAt(at);
        int end = sentence.view().sourceEnd(at + bare.length());
        boolean place = sentence.finds().places().stream()
                .anyMatch(one -> one.span().start() < end && start < one.span().end());
        boolean plain = name.length() < SHORTEST
                || place
                || (surely ? isKnown(sentence, start, end) : sentence.hasHitIn(start, end))
                || NO_NAME.matcher(Communes.fold(name)).find()
                || isPublicBody(name);
        return plain || (!surely && isPerson(name))
                ? Optional.empty()
                : Optional.of(new Mention(kind, start, end, text.substring(start, end), name));
    }

    /** Whether there stands the name of somebody known, or nothing but a word that is looked for ("Image & IA" is a name). */
    private static boolean isKnown(Sentence sentence, int start, int end) {
        return sentence.hits().stream()
                .filter(hit -> hit.start() < end && start < hit.end())
                .anyMatch(hit -> Parties.isName(hit) || (hit.start() <= start && end <= hit.end()));
    }

    private boolean isPerson(String name) {
        return linguist.names("Le marché est confié à " + name + ".").stream()
                .anyMatch(found -> found.kind() == Linguist.NameKind.PERSON);
    }

    /** The words of {@code sentence} with their capitals and accents, at the positions of its plain form. */
    private static String written(String text, Sentence sentence) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < sentence.words().length(); i++) {
            char c = text.charAt(sentence.view().sourceAt(i));
            written.append(Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' ? ' ' : c);
        }
        return written.toString();
    }

    private static boolean isInCapitals(String written) {
        long upper = written.chars().filter(Character::isUpperCase).count();
        long lower = written.chars().filter(Character::isLowerCase).count();
        return upper > lower;
    }
}
