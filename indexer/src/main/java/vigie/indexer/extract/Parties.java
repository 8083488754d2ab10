package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.Technology;
import vigie.model.VendorRole;
import vigie.model.config.Lexicon;
import vigie.model.config.LexiconEntry;
import vigie.model.config.Product;
import vigie.model.config.Vendor;

/**
 * Who is who among the vendors that a sentence names, and which technology it speaks of: makers of software stand for
 * their technology, makers of cameras and platforms only with words of analysis beside them, and whoever installs is the
 * vendor only where nobody else is.
 */
final class Parties {

    /** How near words of analysis must stand to a camera maker's name to belong to it. */
    private static final int BESIDE = 60;

    private static final Pattern VIDEO = Pattern.compile(
            "\\bcameras?\\b|\\bdomes?\\b|\\bmurs? d'(?:images|ecrans)|\\b(?:parc|reseau|points?|stockage|serveurs?) (?:video|d'image)|\\bvideo-? ?(?:protection|surveillance|gestion)|\\benregistr(?:eur|ement)|\\bimages\\b|supervision urbain|\\bcsu\\b");
    private static final Sought WORN = Sought.of(
            "\\bportee?s? par (?:les|des|nos|\\w+) (?:agents?|policiers?)|cameras?[- ](?:pietons?|individuelles?|embarquees?|mobiles? individuelles?|portatives?|thermiques?|d'inspection|de captation|de recul|d'endoscopie)|bodycams?|mini-?cameras?|cameras? de poitrine|(?:portee?s?|se portent) sur (?:la poitrine|le torse|l'uniforme|leur (?:gilet|uniforme|poitrine))|interphones?|visiophones?|visioconference|videoproject");

    /** Cameras and programs that watch no people: drains, animals, crops, the inside of buildings. */
    private static final Sought NOT_PEOPLE = Sought.of(
            "\\binspection|collecteurs?\\b|assainissement|canalisation|\\b(?:faune|oiseaux?|chauves-souris|(?<!aux )poissons?|betail|ruches?|martres?|chevreuils?|nichoirs?)\\b|billetterie|numerisation|plaques de verre|illuminations|deperditions?|topograph\\w+|photogrammetri\\w+|fuites? d'|relev\\w+ (?:de |des )?(?:toiture|facade|berge)\\w*|\\b(?:releve|photographie|prise de vues?)s? (?:aerienne|des toitures)\\w*|carte de voeux|epandage|especes\\b|\\b(?<!\\b(?:homme|humain|personne) de l')anima(?:l|ux)\\b|thermographi\\w+|infrarouges?\\b|fissures?\\b|hors-jeu|angles? morts?|imagerie|satellit\\w+|cameras? thermiques?[^.;]{0,80}(?:toitures?|batiments?|facades?|logements?)|cartograph\\w+|trait de cote|falaises?\\b"
                    + "|\\b(?:vaches?(?! (?:maigres|a lait))|bovins?|genisses?|veaux|velages?|brebis|moutons|agneaux|agnelages?|chevres|porcherie|poulaillers?|troupeaux?|etables?|bergeries?|stabulation|salle de traite|eleveurs?|elevages?|ecuries|sangliers?|loups|rapaces?|cigognes?|frelons?|ruchers?|abeilles|frayeres?|passe a poissons|mammiferes|insectes|amphibiens|crapauds?)\\b"
                    + "|\\b(?:dash-?cams?|webcams?|cameras? au poing|coachs?|entraineurs?|entraineuses?|(?:basket|foot|hand|volley)(?:eu|balleu)\\w+|time-?lapse|microscop\\w+|echograph\\w+|radiograph\\w+|(?:suivi|avancement|cameras?) (?:du |de |des )chantier|tele-?films?|longs?[- ]metrages?|courts?[- ]metrages?|plateaux? de tournage|equipes? de tournage|societes? de production|camera(?:man|mans|men)\\b|(?:captation|enregistrement|retransmission|diffusion) (?:de |des |du )(?:matchs?|rencontres|spectacles?|concerts?|seances?)|arbitrage|arbitres?)\\b");

    private static final Sought FILM = Sought.of(
            "\\b(?:tele-?films?|longs?[- ]metrages?|courts?[- ]metrages?|tournages?|equipes? de tournage|societes? de production|documentaires?|figurants?|series? televisees?|realisat(?:eur|rice)s?|spot publicitaire)\\b");

    private static final Sought SURVEILLANCE = Sought.of(
            "\\bvideo-? ?(?:protection|surveillance|verbalisation)|\\bcsu\\b|supervision urbain|\\bvoie publique\\b|\\bpolice municipale\\b[^.;]{0,40}\\b(?:images|cameras)");

    private static final Pattern ANALYSIS = Pattern.compile(
            "analys\\w* (?:d'|des |de la |de l'|automat|intelligent|algorithm|comportement)\\w*|algorithm|intelligence artificielle|detection (?:automati|intelligent)\\w*|reconnaissance (?:automati|d'image|de form|d'objet)\\w*|\\b(?:camera|video\\w*)s? (?:intelligent|augment)");

    private static final Pattern LOT =
            Pattern.compile("^[-–•* ]*(?:lot|poste|tranche|phase) (?:n° ?)?[\\da-f]{1,2}\\b");

    private static final Pattern ROADS = Pattern.compile(
            "\\b(?:tranchees?|echafaudages?|nacelles?|stationne\\w*|chaussees?|trottoirs?|enrobes?|alternats?|deviations?|candelabres?|lampadaires?|luminaires?|bornes? de recharge|feux tricolores)\\b");

    private static final Pattern OTHER_TRADE = Pattern.compile(
            "^ \\(?(?:club\\b|association|amicale|chorale|troupe|architect|assuranc|avocat|batiment|chauffage|conseils?\\b|couverture|decor|editions?\\b|electricite|espaces verts|formation|immobili|impression"
                    + "|jardin|maconnerie|menuiserie|mobilier|musique|nettoyage|patrimoine|paysag|peinture|plomberie|restauration|spectacle|sports?\\b|traiteur"
                    + "|transports?\\b|travaux|verre|vitr|voyages?\\b)");

    private static final Pattern PART = Pattern.compile(";|[a-z)]\\. ");

    private static final Pattern OFFER_OF = Pattern.compile(
            "\\b(?:offres?|celles?|propositions?|devis|candidatures?) (?:de |d')(?:la societe |l'entreprise )?$");

    private static final Pattern TURNED_DOWN = Pattern.compile(
            "^[^;.]{0,80}?\\b(?:ecart\\w+|rejet\\w+|elimin\\w+|irreguli\\w+|hors delai|ineligib\\w+|(?:pas|non) (?:ete )?(?:retenu\\w*|conforme\\w*|classe\\w*))\\b");

    /** What is told of a program that another sentence's firm need not have brought. */
    private static final Sought NOT_SUPPLIED = Sought.of(
            "\\b(?:option|optionnel\\w*|conditionnelle|variante|prestation supplementaire|pse|n'a jamais|n'ont jamais|inacti\\w+|desactiv\\w+|concurrent\\w*|deuxieme au|second\\w* au|ecarte\\w*|evince\\w*|ancien\\w*|ne (?:fait|font) pas partie|n'est pas compris\\w*)\\b");

    private static final Pattern CAMERAS = Pattern.compile("\\bcameras?\\b");

    private static final Pattern SOFTWARE = Pattern.compile(
            "\\b(?:logiciel|progiciel|licence|module|analyse|algorithm|solution|application|outil|intelligen|augment)");

    /** A technology this far from any vendor's name is spoken of by itself. */
    private static final int APART = 60;

    /** The words of one name: "cameras for the reading of plates". */
    private static final int ADJACENT = 12;

    static final Set<Technology> ON_IMAGES = Set.of(Technology.VSA, Technology.FACIAL_RECOGNITION);

    private final Map<String, Vendor> vendors = new HashMap<>();
    private final Map<String, Vendor> makers = new HashMap<>();
    private final Map<String, Product> products = new HashMap<>();
    private final Map<String, LexiconEntry> entries = new HashMap<>();

    Parties(Lexicon lexicon) {
        for (Vendor vendor : lexicon.vendors()) {
            vendors.put(vendor.id(), vendor);
            for (Product product : vendor.products()) {
                products.put(product.id(), product);
                makers.put(product.id(), vendor);
            }
        }
        lexicon.entries().forEach(entry -> entries.put(entry.id(), entry));
    }

    /** The technology of a lexicon term, or of words of which the model says that they name it; or empty. */
    Optional<Technology> technology(Mention mention) {
        return AnalysisWords.isTold(mention)
                ? Optional.of(Technology.VSA)
                : Optional.ofNullable(entries.get(mention.ref())).map(LexiconEntry::technology);
    }

    /** The technology for which a term, a product or a vendor's name stands by itself; or empty. */
    Optional<Technology> own(Mention mention) {
        Vendor vendor = vendorOf(mention);
        return vendor == null ? technology(mention) : Optional.ofNullable(own(vendor, mention));
    }

    private @Nullable Technology own(Vendor vendor, Mention mention) {
        Product product = mention.kind() == MentionKind.PRODUCT ? products.get(mention.ref()) : null;
        return product != null && product.technology() != null ? product.technology() : vendor.technology();
    }

    /** Whether a mention is of a firm by its name, known or not. */
    static boolean isFirm(Mention mention) {
        return mention.kind() == MentionKind.VENDOR || UnlistedFirms.isContractor(mention);
    }

    /** Whether a mention is of a firm that no vendor file knows. */
    boolean isUnlisted(Mention mention) {
        return isFirm(mention) && !vendors.containsKey(mention.ref());
    }

    /** Whether a mention is of a firm or of what it makes, by name. */
    static boolean isName(Mention mention) {
        return isFirm(mention) || mention.kind() == MentionKind.PRODUCT;
    }

    /** Whether a mention can make a sentence worth reading. */
    boolean isHit(Mention mention) {
        return mention.kind() == MentionKind.VENDOR
                || mention.kind() == MentionKind.PRODUCT
                || mention.kind() == MentionKind.HINT
                || technology(mention).isPresent();
    }

    /**
     * What a sentence stands among.
     *
     * @param mentions in it and near it
     * @param words heading and neighbouring sentences, plain
     */
    record Surroundings(List<Mention> mentions, String words) {}

    /** Whether the cameras of a sentence watch something else than public space, or people wear them. */
    static boolean isOfAnotherUse(String words) {
        return NOT_PEOPLE.in(words) || WORN.in(words);
    }

    /** Whether the cameras of these sentences are those of people who make a film. */
    static boolean isOfAFilm(List<Sentence> sentences) {
        List<String> words = sentences.stream().map(Sentence::words).toList();
        return words.stream().anyMatch(FILM::in) && words.stream().noneMatch(SURVEILLANCE::in);
    }

    /** What {@code sentence} may make claims about. */
    List<Subject> subjects(Sentence sentence, Surroundings around) {
        return subjects(sentence, sentence.hits(), around);
    }

    /** The same, by some of its mentions. */
    List<Subject> subjects(Sentence sentence, List<Mention> mentions, Surroundings around) {
        if (NOT_PEOPLE.in(sentence.words())) {
            return List.of();
        }
        Map<String, Subject> named = new LinkedHashMap<>();
        List<Mention> installers = new ArrayList<>();
        for (Mention mention : mentions) {
            Vendor vendor = vendorOf(mention);
            if (vendor == null || isOfAnotherTrade(sentence, mention)) {
                continue;
            }
            if (installs(vendor)) {
                installers.add(mention);
            } else {
                subject(sentence, mention, vendor, mentions, around)
                        .ifPresent(subject ->
                                named.merge(subject.vendor() + "/" + subject.technology(), subject, Parties::richer));
            }
        }
        List<Subject> subjects = new ArrayList<>(named.values());
        boolean told = mentions.stream().anyMatch(mention -> own(mention).isPresent());
        installers.removeIf(mention -> !told && UnlistedFirms.isContractor(mention));
        addInstallers(sentence, installers, mentions, around, subjects);
        addTechnologies(sentence, mentions, subjects);
        return subjects;
    }

    /**
     * What {@code sentence} may take from {@code near}: programs, by name or not, not where they are an option, idle or
     * turned down there; their names not where they are brought by other firms than those of {@code sentence}.
     */
    List<Mention> shared(Sentence near, Sentence sentence) {
        if (near.index() == sentence.index() || near.hits().isEmpty()) {
            return near.hits();
        }
        List<String> theirs = installersOf(near);
        List<String> own = installersOf(sentence);
        boolean ofOthers =
                !own.isEmpty() && !theirs.isEmpty() && theirs.stream().noneMatch(own::contains);
        boolean without = NOT_SUPPLIED.in(near.words());
        return near.hits().stream()
                .filter(hit -> !((ofOthers || without) && isProgram(hit)))
                .filter(hit -> !(without && isOnImages(hit)))
                .toList();
    }

    private boolean isOnImages(Mention mention) {
        return technology(mention).filter(ON_IMAGES::contains).isPresent();
    }

    private List<String> installersOf(Sentence sentence) {
        return sentence.hits().stream()
                .filter(Parties::isFirm)
                .filter(hit -> installs(firm(hit)))
                .map(Mention::ref)
                .toList();
    }

    private boolean isProgram(Mention mention) {
        Vendor vendor = vendorOf(mention);
        return vendor != null && !installs(vendor);
    }

    /** The firm whose name, or whose product's name, a mention is. */
    String firmId(Mention mention) {
        Vendor vendor = vendorOf(mention);
        return vendor == null ? mention.ref() : vendor.id();
    }

    /** Whether a mention is of a firm that installs what others make. */
    boolean installs(Mention mention) {
        Vendor vendor = vendorOf(mention);
        return vendor != null && installs(vendor);
    }

    private static final Pattern LEFT = Pattern.compile(
            "^(?: (?!qui|que|dont)[a-z']+){0,5},? ?(?:(?:elles|eux|pourtant|quant a elles|en revanche|aussi|toutefois),? )*(?:demeurent|restent (?:bien |toutes? |toujours )?(?:allumees|en place|en (?:service|fonction|marche)|actives|branchees|sous tension|la\\b)|subsistent|(?:continuent|continueront) (?:toutefois |bien |toujours |simplement )?(?:de |d'|a )(?!etre)|se contentent (?:desormais )?de|(?:filment|fonctionnent|enregistrent|tournent|marchent) (?:toujours|encore|comme (?:avant|auparavant|par le passe)|et ne font|normalement|sans)|sont (?:toujours|encore) (?:en (?:place|service|fonction)|consultees|utilisees|visionnees|la\\b))");

    private static final Pattern CAMERAS_BY = Pattern.compile(
            "\\bcameras?\\b[^.;:]{0,40}?,? (?:posees?|installees?|fournies?|livrees?|entretenues?|maintenues?) (?:[^.;:,]{0,20} )?par (?:(?:la societe|l'entreprise|la maison) )?$");

    private static boolean installs(Vendor vendor) {
        return vendor.role() == VendorRole.INTEGRATOR || vendor.role() == VendorRole.RESELLER;
    }

    private static Subject richer(Subject one, Subject other) {
        return one.product() == null && other.product() != null
                ? new Subject(other.technology(), one.vendor(), other.product(), one.integrator(), one.anchor())
                : one;
    }

    /** The firm that a mention names; what is not known of it is only whether it makes what it sells. */
    private Vendor firm(Mention mention) {
        Vendor known = vendors.get(mention.ref());
        return known != null
                ? known
                : Vendor.unlisted(
                        mention.ref(),
                        UnlistedFirms.isContractor(mention) ? VendorRole.INTEGRATOR : VendorRole.SOFTWARE);
    }

    private @Nullable Vendor vendorOf(Mention mention) {
        if (isFirm(mention)) {
            return firm(mention);
        }
        if (mention.kind() != MentionKind.PRODUCT) {
            return null;
        }
        Product product = products.get(mention.ref());
        String inside = product == null ? null : product.oemOf();
        return inside != null && vendors.containsKey(inside) ? vendors.get(inside) : makers.get(mention.ref());
    }

    private Optional<Subject> subject(
            Sentence sentence, Mention mention, Vendor vendor, List<Mention> mentions, Surroundings around) {
        Product product = mention.kind() == MentionKind.PRODUCT ? products.get(mention.ref()) : null;
        Technology own = own(vendor, mention);
        Technology technology = own == null
                ? borrowed(sentence, mention, vendor, mentions, around)
                : corrected(own, together(sentence, mention, mentions));
        return Optional.ofNullable(technology)
                .map(found ->
                        new Subject(found, vendor.id(), product == null ? null : product.id(), null, span(mention)));
    }

    /** Whether a name goes on with a trade that has nothing to do with images: another firm that is called alike. */
    private static boolean isOfAnotherTrade(Sentence sentence, Mention mention) {
        int end = sentence.view().at(mention.end() - 1) + 1;
        return OTHER_TRADE.matcher(sentence.words().substring(end)).find();
    }

    /** A vendor's own technology, unless the sentence speaks of another one only. */
    private Technology corrected(Technology own, List<Mention> mentions) {
        List<Technology> spoken = mentions.stream()
                .flatMap(mention -> technology(mention).stream())
                .filter(technology -> technology != Technology.VIDEOPROTECTION)
                .distinct()
                .toList();
        return spoken.size() == 1 ? spoken.get(0) : own;
    }

    /** The terms that no stop or semicolon parts from {@code mention}: another part of an enumeration is nothing to it. */
    private List<Mention> together(Sentence sentence, Mention mention, List<Mention> mentions) {
        String words = sentence.words();
        int at = sentence.view().at(mention.start());
        return mentions.stream()
                .filter(other -> technology(other).isPresent())
                .filter(term -> {
                    int there = sentence.view().at(term.start());
                    return !PART.matcher(words.substring(Math.min(at, there), Math.max(at, there)))
                            .find();
                })
                .toList();
    }

    /** The technology for a vendor that says nothing by itself: from the words around it. */
    private @Nullable Technology borrowed(
            Sentence sentence, Mention mention, Vendor vendor, List<Mention> mentions, Surroundings around) {
        boolean cameras = vendor.role() == VendorRole.CAMERA || vendor.role() == VendorRole.VIDEO_MANAGEMENT;
        if (cameras && isOfPartOfCameras(sentence, mention, mentions)) {
            return Technology.VIDEOPROTECTION;
        }
        Optional<Technology> beside = nearest(mention, mentions, cameras ? BESIDE : Integer.MAX_VALUE);
        if (beside.isPresent()) {
            return beside.get();
        }
        if (analysisBeside(sentence, mention)) {
            return Technology.VSA;
        }
        boolean wornBeside = cameras
                && WORN.in(around.words())
                && !VIDEO.matcher(sentence.words()).find();
        if (WORN.in(sentence.words()) || wornBeside) {
            return null;
        }
        Optional<Technology> near = cameras ? Optional.empty() : nearest(mention, around.mentions(), Integer.MAX_VALUE);
        return near.orElseGet(() -> besideCameras(sentence, mention, vendor, around));
    }

    /** What a vendor's name speaks of where no word tells: cameras where he makes some, or else what his file says. */
    private static @Nullable Technology besideCameras(
            Sentence sentence, Mention mention, Vendor vendor, Surroundings around) {
        boolean spoken = VIDEO.matcher(around.words()).find();
        boolean ofPeople = !isOfAnotherUse(around.words());
        boolean product = sentence.row() || mention.kind() == MentionKind.PRODUCT;
        return switch (vendor.role()) {
            case CAMERA -> spoken || ofPeople ? Technology.VIDEOPROTECTION : null;
            case VIDEO_MANAGEMENT -> spoken || (product && ofPeople) ? Technology.VIDEOPROTECTION : null;
            default -> spoken && ofPeople ? vendor.besideCameras() : null;
        };
    }

    /** Whether an enumeration names a maker of cameras in a part of its own that speaks of nothing but cameras. */
    private boolean isOfPartOfCameras(Sentence sentence, Mention mention, List<Mention> mentions) {
        String words = sentence.words();
        int at = sentence.view().at(mention.start());
        int from = 0;
        int end = words.length();
        Matcher stop = PART.matcher(words);
        while (stop.find() && end == words.length()) {
            from = stop.start() < at ? stop.end() : from;
            end = stop.start() < at ? end : stop.start();
        }
        String part = words.substring(from, end);
        return part.length() < words.length()
                && VIDEO.matcher(part).find()
                && !isOfAnotherUse(part)
                && !ANALYSIS.matcher(part).find()
                && together(sentence, mention, mentions).stream()
                        .allMatch(term -> technology(term)
                                .filter(technology -> technology == Technology.VIDEOPROTECTION)
                                .isPresent());
    }

    private static boolean analysisBeside(Sentence sentence, Mention mention) {
        String words = sentence.words();
        int at = sentence.view().at(mention.start());
        int end = at + mention.surface().length();
        return ANALYSIS.matcher(words.substring(Math.max(0, at - BESIDE), Math.min(words.length(), end + BESIDE)))
                .find();
    }

    private Optional<Technology> nearest(Mention to, List<Mention> mentions, int within) {
        return mentions.stream()
                .filter(mention -> technology(mention).isPresent())
                .filter(mention -> technology(mention).orElseThrow() != Technology.VIDEOPROTECTION)
                .filter(mention -> distance(to, mention) <= within)
                .min(Comparator.comparingInt(mention -> distance(to, mention)))
                .flatMap(this::technology);
    }

    private static int distance(Mention one, Mention other) {
        return Math.max(0, Math.max(other.start() - one.end(), one.start() - other.end()));
    }

    /** Whoever installs joins the software named with him, or else is the vendor of what the sentence speaks of. */
    private void addInstallers(
            Sentence sentence,
            List<Mention> installers,
            List<Mention> mentions,
            Surroundings around,
            List<Subject> subjects) {
        if (installers.isEmpty()) {
            return;
        }
        List<Mention> ofCameras = installers.stream()
                .filter(installer -> setUpCameras(sentence, installer, subjects))
                .toList();
        if (!ofCameras.isEmpty()) {
            List<Mention> others =
                    installers.stream().filter(one -> !ofCameras.contains(one)).toList();
            addInstallers(sentence, others, mentions, around, subjects);
            ofCameras.forEach(
                    one -> subjects.add(new Subject(Technology.VIDEOPROTECTION, one.ref(), null, null, span(one))));
            return;
        }
        Mention first = installers.get(0);
        if (!subjects.isEmpty() && areRivals(sentence, first, subjects)) {
            Technology technology = subjects.get(0).technology();
            installers.forEach(
                    installer -> subjects.add(new Subject(technology, installer.ref(), null, null, span(installer))));
            return;
        }
        if (!subjects.isEmpty()) {
            List<Mention> losers = installers.stream()
                    .filter(installer -> isTurnedDown(sentence, installer, subjects))
                    .toList();
            installers.stream()
                    .filter(installer -> !losers.contains(installer))
                    .findFirst()
                    .ifPresent(installer -> subjects.replaceAll(subject -> subject.with(installer.ref())));
            Technology technology = subjects.get(0).technology();
            losers.forEach(loser -> subjects.add(new Subject(technology, loser.ref(), null, null, span(loser))));
            return;
        }
        Optional<Technology> own = nearest(first, together(sentence, first, mentions), Integer.MAX_VALUE);
        List<Subject> elsewhere = isLotOfCameras(sentence)
                ? List.of()
                : softwareIn(around).stream()
                        .filter(subject -> own.isEmpty() || own.get() == subject.technology())
                        .toList();
        if (elsewhere.size() > 1) {
            elsewhere = offeredWith(first, around, elsewhere);
        }
        if (!elsewhere.isEmpty()) {
            if (elsewhere.size() == 1) {
                Subject only = elsewhere.get(0);
                subjects.add(new Subject(only.technology(), only.vendor(), only.product(), first.ref(), span(first)));
            }
            return;
        }
        for (Mention installer : installers) {
            installed(sentence, installer, mentions, around)
                    .ifPresent(technology ->
                            subjects.add(new Subject(technology, installer.ref(), null, null, span(installer))));
        }
    }

    /** "The cameras, for their part, go on filming": what is told where something else goes. */
    static boolean areCamerasLeft(Sentence sentence, Subject subject) {
        int end = subject.anchor().end();
        return subject.technology() == Technology.VIDEOPROTECTION
                && subject.vendor() == null
                && sentence.contains(end - 1)
                && Voice.of(sentence) != Speaker.OPPOSITION
                && !Voice.isQuestion(sentence)
                && LEFT.matcher(sentence.words().substring(sentence.view().at(end - 1) + 1))
                        .find();
    }

    /** Whether {@code subject} is who set up the cameras that a sentence tells of in passing. */
    static boolean hasSetUpCameras(Sentence sentence, Subject subject) {
        return subject.technology() == Technology.VIDEOPROTECTION
                && subject.vendor() != null
                && CAMERAS_BY.matcher(sentence.before(subject.anchor().start())).find();
    }

    /** "To the cameras, laid by A in 2022, the program of B is added": A has nothing to do with the program. */
    private static boolean setUpCameras(Sentence sentence, Mention installer, List<Subject> subjects) {
        String before = sentence.before(installer.start());
        Matcher cameras = CAMERAS_BY.matcher(before);
        return cameras.find()
                && !subjects.isEmpty()
                && subjects.stream()
                        .mapToInt(subject -> sentence.view().at(subject.anchor().start()))
                        .noneMatch(anchor -> cameras.start() <= anchor && anchor < before.length());
    }

    /** Of several programs the one whose name stands nearest behind or before a mention of the installer, if it is near. */
    private static List<Subject> offeredWith(Mention installer, Surroundings around, List<Subject> programs) {
        return around.mentions().stream()
                .filter(mention -> mention.ref().equals(installer.ref()))
                .flatMap(mention -> programs.stream().filter(program -> distance(program.anchor(), mention) < BESIDE))
                .distinct()
                .limit(2)
                .toList();
    }

    /** Whether a lot, a row or a sentence without software is of cameras and their network: other purchases are nothing to it. */
    static boolean isLotOfCameras(Sentence sentence) {
        String words = sentence.words();
        boolean cameras =
                CAMERAS.matcher(words).find() && !SOFTWARE.matcher(words).find();
        boolean apart = cameras
                || sentence.row()
                || sentence.setting() == Setting.DECISION
                || LOT.matcher(words).find();
        return apart && VIDEO.matcher(words).find();
    }

    /** "The offer of A … that of B": whoever makes an offer of his own is no partner of the others. */
    private static boolean areRivals(Sentence sentence, Mention installer, List<Subject> subjects) {
        return isOffer(sentence, span(installer))
                && subjects.stream().allMatch(subject -> isOffer(sentence, subject.anchor()));
    }

    /** "A wins …; the offer of B is turned down": B brought no part of what is A's. */
    private static boolean isTurnedDown(Sentence sentence, Mention installer, List<Subject> subjects) {
        String words = sentence.words();
        int at = sentence.view().at(installer.start());
        return isOffer(sentence, span(installer))
                && TURNED_DOWN.matcher(words.substring(at)).find()
                && subjects.stream().allMatch(subject -> {
                    int there = sentence.view().at(subject.anchor().start());
                    return words.substring(Math.min(at, there), Math.max(at, there))
                            .contains(";");
                });
    }

    private static boolean isOffer(Sentence sentence, Span anchor) {
        String words = sentence.words();
        int at = sentence.view().at(anchor.start());
        return OFFER_OF.matcher(words.substring(Math.max(0, at - 60), at)).find();
    }

    /** The vendors other than installers that the surroundings name, once each, with their technology. */
    private List<Subject> softwareIn(Surroundings around) {
        Map<String, Subject> found = new LinkedHashMap<>();
        for (Mention mention : around.mentions()) {
            Vendor vendor = vendorOf(mention);
            if (vendor != null && !installs(vendor)) {
                Product product = mention.kind() == MentionKind.PRODUCT ? products.get(mention.ref()) : null;
                Technology own = own(vendor, mention);
                boolean cameras = vendor.role() == VendorRole.CAMERA || vendor.role() == VendorRole.VIDEO_MANAGEMENT;
                Technology technology = own != null ? own : cameras ? Technology.VIDEOPROTECTION : Technology.VSA;
                found.merge(
                        vendor.id(),
                        new Subject(
                                technology, vendor.id(), product == null ? null : product.id(), null, span(mention)),
                        Parties::richer);
            }
        }
        return List.copyOf(found.values());
    }

    private Optional<Technology> installed(
            Sentence sentence, Mention installer, List<Mention> mentions, Surroundings around) {
        Optional<Technology> beside = nearest(installer, mentions, Integer.MAX_VALUE);
        if (beside.isPresent()) {
            return beside;
        }
        if (WORN.in(sentence.words()) || isAtWorkOnRoads(sentence)) {
            return Optional.empty();
        }
        if (isLotOfCameras(sentence)) {
            return Optional.of(Technology.VIDEOPROTECTION);
        }
        Optional<Technology> near = nearest(installer, around.mentions(), 400);
        if (near.isPresent() && near.get() == Technology.VSA) {
            return near;
        }
        return VIDEO.matcher(around.words()).find() ? Optional.of(Technology.VIDEOPROTECTION) : Optional.empty();
    }

    /** Whether a sentence is about trenches, lamps or traffic and names no camera: firms that install do all of it. */
    private static boolean isAtWorkOnRoads(Sentence sentence) {
        return ROADS.matcher(sentence.words()).find()
                && !VIDEO.matcher(sentence.words()).find();
    }

    /** Whether the cameras that are named are those that people wear. */
    private static boolean isWorn(Sentence sentence, Mention mention) {
        int at = sentence.view().at(mention.start());
        int end = sentence.view().at(mention.end() - 1) + 1;
        return WORN.pattern()
                .matcher(sentence.words())
                .results()
                .anyMatch(worn -> worn.start() < end && at < worn.end());
    }

    private void addTechnologies(Sentence sentence, List<Mention> mentions, List<Subject> subjects) {
        List<Subject> named = List.copyOf(subjects);
        for (Mention mention : mentions) {
            Optional<Technology> spoken = technology(mention)
                    .filter(technology -> technology != Technology.VIDEOPROTECTION || !isWorn(sentence, mention));
            spoken.ifPresent(technology -> {
                boolean theirs = named.stream()
                        .anyMatch(subject ->
                                subject.technology() == technology && distance(subject.anchor(), mention) < APART);
                boolean known = subjects.stream()
                        .anyMatch(subject -> subject.technology() == technology && subject.vendor() == null);
                boolean analysed = technology == Technology.VIDEOPROTECTION && !subjects.isEmpty();
                if (!theirs && !known && !analysed) {
                    subjects.add(new Subject(technology, null, null, null, span(mention)));
                }
            });
        }
        if (camerasAreTheirs(mentions, subjects)) {
            subjects.removeIf(
                    subject -> subject.technology() == Technology.VIDEOPROTECTION && subject.vendor() == null);
        }
    }

    /** Whether cameras are only what another subject works on: its images are read, or it is "cameras that read plates". */
    private boolean camerasAreTheirs(List<Mention> mentions, List<Subject> subjects) {
        List<Subject> others = subjects.stream()
                .filter(subject -> subject.technology() != Technology.VIDEOPROTECTION)
                .toList();
        boolean onImages = others.stream()
                .anyMatch(subject -> subject.vendor() != null || ON_IMAGES.contains(subject.technology()));
        return onImages
                || others.stream()
                        .anyMatch(subject -> mentions.stream()
                                .filter(mention -> distance(subject.anchor(), mention) < ADJACENT)
                                .anyMatch(mention -> technology(mention)
                                        .filter(technology -> technology == Technology.VIDEOPROTECTION)
                                        .isPresent()));
    }

    /**
     * The technologies that {@code sentence} names by everyday words, of which {@code subjects} have none yet; cameras
     * only where they are not those of another technology.
     */
    List<Subject> bare(Sentence sentence, List<Subject> subjects) {
        String words = sentence.words();
        if (isOfAnotherUse(words)) {
            return List.of();
        }
        List<Subject> bare = new ArrayList<>();
        for (BareWords.Found found : BareWords.in(words)) {
            Technology technology = found.technology();
            boolean known = subjects.stream().anyMatch(subject -> subject.technology() == technology)
                    || (sentence.row() && technology == Technology.FACIAL_RECOGNITION);
            boolean theirs = technology == Technology.VIDEOPROTECTION && !(subjects.isEmpty() && bare.isEmpty());
            if (!known && !theirs) {
                View view = sentence.view();
                Span anchor = new Span(view.sourceAt(found.start()), view.sourceEnd(found.end()));
                String firm = technology == Technology.VIDEOPROTECTION ? null : onlyUnlisted(sentence);
                bare.add(new Subject(technology, firm, null, null, anchor));
            }
        }
        return bare;
    }

    /** The one firm that {@code sentence} names, where no vendor file knows it: of others it is known what they sell. */
    private @Nullable String onlyUnlisted(Sentence sentence) {
        List<String> firms = sentence.hits().stream()
                .filter(Parties::isFirm)
                .map(Mention::ref)
                .distinct()
                .toList();
        return firms.size() == 1 && !vendors.containsKey(firms.get(0)) ? firms.get(0) : null;
    }

    private static int distance(Span anchor, Mention mention) {
        return Math.max(0, Math.max(mention.start() - anchor.end(), anchor.start() - mention.end()));
    }

    static Span span(Mention mention) {
        return new Span(mention.start(), mention.end());
    }
}
