package vigie.indexer.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.indexer.resolve.ResolvedCommunes.Named;
import vigie.model.Commune;
import vigie.model.CommuneRef;
import vigie.model.CommuneType;
import vigie.model.Departement;
import vigie.model.Epci;
import vigie.model.Mention;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.config.Communes;
import vigie.model.id.Siren;

/**
 * Finds out whose document a text is and which communes its names mean. The source's publisher comes first, then the
 * stamp of transmission to the préfecture (ACTES), then the text's own head and words. Where homonyms cannot be told
 * apart, nobody is named. Thread-safe.
 */
public final class CommuneResolver {

    /** A homonym so many times smaller than another is not thought of without further hint. */
    private static final int DWARFED = 20;

    /** How sure an author is whom no words call so. */
    private static final double GUESSED = 0.75;

    private static final int HINT_BEFORE = 40;
    private static final int HINT_AFTER = 70;
    private static final double LEAST = 2;

    /** Where the head of a document ends, and how strongly a name must stand there to be its author's. */
    private static final int HEAD = 250;

    private static final double FIRM = 4;

    /** By which factor the first name must be ahead of the second. */
    private static final double AHEAD = 1.3;

    private static final Pattern STAMP =
            Pattern.compile("\\b(?:0?\\d{2}|97\\d|02[AB])@(\\d{9})@\\d{8}@\\S{1,40}?@[A-Z]{2}\\b"
                    .replace("@", "[ \\u00a0]?[-\u2010\u2011–][ \\u00a0]?"));
    private static final Pattern SIRET =
            Pattern.compile("\\b(\\d{3})[ \\u00a0]?(\\d{3})[ \\u00a0]?(\\d{3})[ \\u00a0]?\\d{5}\\b");
    private static final Pattern JOINT = Pattern.compile(
            "\\b(?:communaute (?:de communes|d agglomeration|urbaine)|metropole|syndicat (?:mixte|intercommunal)|agglomeration|conseil communautaire|conseil metropolitain)\\b");

    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern BRACKET = Pattern.compile("\\s?\\(([^()\\n]{2,30})\\)");

    private static final Pattern SHORTENED = Pattern.compile(
            "(?iu:\\b(?:conseil municipal|commune|ville|mairie|maire|municipalit[ée]|police municipale)) (?:de |d['’])(\\p{Lu}[\\p{L}-]{4,30})(?![\\p{L}-])");

    /** "Noirmoutier Magazine", "NOIRMOUTIER, LE MENSUEL" on a line of its own. */
    private static final Pattern TITLE = Pattern.compile(
            "(?m)^[ \\u00a0]*(\\p{Lu}[\\p{L}-]{4,30})(?:,? l[ea]|,? L[EA])? (?iu:mag(?:azine)?|infos?|actu(?:s|alités?)?|mensuel|bulletin|journal|gazette|lettre|trimestriel)(?![\\p{L}-])");

    /** Names that stand for much else: seats of firms, courts and games, or a firm. */
    private static final Set<String> EVERYWHERE = Set.of("paris", "orange");

    private static final Pattern REST = Pattern.compile(" (?:sur|sous|les|la|le|en|aux|au|de|des|du|d|l|et|pres|a) .*");

    /** So long a beginning of a name must be. */
    private static final int SHORTEST = 5;

    private final Communes communes;
    private final Map<String, List<Commune>> beginnings = new HashMap<>();

    public CommuneResolver(Communes communes) {
        this.communes = communes;
    }

    /** Resolves the mentions of kind {@code COMMUNE} in {@code document}; others are ignored. */
    public ResolvedCommunes resolve(SourceDocument document, List<Mention> mentions) {
        List<String> because = new ArrayList<>();
        String text = document.text();
        Map<Mention, Double> weights = new HashMap<>();
        mentions.forEach(mention -> weights.computeIfAbsent(
                mention, one -> isGroupOf(text, one, null) ? 0 : NameContext.weight(text, one.start(), one.end())));
        Whose whose = whose(document, mentions, weights, because);
        List<Named> named = named(text, mentions, weights, whose.commune);
        boolean joint = whose.joint || (whose.commune == null && speaksForMany(text));
        CommuneRef publisher = whose.commune == null ? null : whose.commune.ref();
        return new ResolvedCommunes(publisher, whose.certainty, joint, named, because);
    }

    /** The communes that the text means, without those it only compares with, or names in addresses and lists of such. */
    private List<Named> named(
            String text, List<Mention> mentions, Map<Mention, Double> weights, @Nullable Commune publisher) {
        List<Named> named = new ArrayList<>();
        int excluded = -1;
        for (Mention mention : mentions) {
            boolean listed = excluded >= 0 && NameContext.goesOnAfter(text, excluded, mention.start());
            if (listed || weight(mention, weights) < 0) {
                excluded = mention.end();
                if (NameContext.isVisited(text, mention.start())) {
                    pick(text, mention, publisher)
                            .filter(found -> !found.equals(publisher))
                            .ifPresent(found -> named.add(new Named(mention.start(), mention.end(), found.ref())));
                }
            } else if (!isGroupOf(text, mention, publisher)) {
                pick(text, mention, publisher)
                        .ifPresent(found -> named.add(new Named(mention.start(), mention.end(), found.ref())));
            }
        }
        return named;
    }

    /** A name with its most telling mention, that one's weight, and the weight of all. */
    private record Weighed(Mention mention, double best, double sum) {
        Weighed and(Weighed other) {
            boolean better = other.best > best;
            return new Weighed(better ? other.mention : mention, Math.max(best, other.best), sum + other.sum);
        }
    }

    private record Whose(@Nullable Commune commune, double certainty, boolean joint) {
        static Whose of(Commune commune, double certainty) {
            return new Whose(commune, certainty, false);
        }
    }

    private Whose whose(
            SourceDocument document, List<Mention> mentions, Map<Mention, Double> weights, List<String> because) {
        Publisher publisher = document.publisher();
        if (publisher.insee() != null) {
            Optional<Commune> known = communes.currentOf(publisher.insee());
            if (known.isPresent()) {
                because.add("the source publishes for " + known.get().name());
                return Whose.of(known.get(), 1);
            }
        }
        if (publisher.siren() != null) {
            Optional<Whose> body = bodyOf(publisher.siren(), "the publisher's SIREN", because);
            if (body.isPresent()) {
                return body.get();
            }
        }
        return byText(document, mentions, weights, because);
    }

    private Whose byText(
            SourceDocument document, List<Mention> mentions, Map<Mention, Double> weights, List<String> because) {
        Matcher stamp = STAMP.matcher(document.text());
        if (stamp.find() && Siren.isValid(stamp.group(1))) {
            Optional<Whose> body = bodyOf(new Siren(stamp.group(1)), "the stamp of the préfecture", because);
            if (body.isPresent()) {
                return body.get();
            }
        }
        Optional<Whose> registered = registered(document, because);
        return registered.orElseGet(() -> {
            Whose named = byName(document, mentions, weights, because);
            if (speaksForMany(document.text()) || named.certainty > GUESSED) {
                return named;
            }
            Optional<Whose> titled = begun(TITLE, document.text(), HEAD, "magazine", because);
            return named.commune == null
                    ? titled.or(() -> shortened(document.text(), because))
                            .or(() -> grouped(document.text(), because))
                            .orElse(named)
                    : titled.orElse(named);
        });
    }

    private Optional<Whose> bodyOf(Siren siren, String how, List<String> because) {
        Optional<Commune> commune = communes.bySiren(siren);
        if (commune.isPresent()) {
            because.add(how + " is that of " + commune.get().name());
            return Optional.of(Whose.of(commune.get(), 0.98));
        }
        Optional<Epci> epci = communes.epci(siren);
        epci.ifPresent(body -> because.add(how + " is that of " + body.name()));
        return epci.map(body -> new Whose(null, 0, true));
    }

    /** The one commune whose SIRET the text gives, if it gives exactly one commune's. */
    private Optional<Whose> registered(SourceDocument document, List<String> because) {
        Map<String, Commune> found = new HashMap<>();
        Matcher siret = SIRET.matcher(document.text());
        while (siret.find() && found.size() < 2) {
            String siren = siret.group(1) + siret.group(2) + siret.group(3);
            if (Siren.isValid(siren)) {
                communes.bySiren(new Siren(siren)).ifPresent(commune -> found.put(siren, commune));
            }
        }
        if (found.size() != 1) {
            return Optional.empty();
        }
        Commune only = found.values().iterator().next();
        because.add("the text gives the SIRET of " + only.name());
        return Optional.of(Whose.of(only, 0.95));
    }

    /** "The municipal council of Noirmoutier": a name that is no commune's, but begins that of one alone. */
    private Optional<Whose> shortened(String text, List<String> because) {
        return begun(SHORTENED, text, text.length(), "text", because);
    }

    private Optional<Whose> begun(Pattern words, String text, int until, String what, List<String> because) {
        Matcher own = words.matcher(text).region(0, Math.min(until, text.length()));
        Set<Commune> meant = new HashSet<>();
        while (own.find() && meant.size() < 2) {
            String name = Communes.fold(own.group(1)).replace('-', ' ');
            if (communes.byName(name).isEmpty()) {
                dwarfing(beginnings().getOrDefault(name, List.of())).ifPresent(meant::add);
            }
        }
        if (meant.size() != 1) {
            return Optional.empty();
        }
        Commune only = meant.iterator().next();
        because.add("the " + what + " speaks of " + only.name() + " by the beginning of its name");
        return Optional.of(Whose.of(only, GUESSED));
    }

    /** "Noirmoutier autrement", "Ensemble pour Noirmoutier": the same of names that groups of a council have. */
    private Optional<Whose> grouped(String text, List<String> because) {
        Set<Commune> meant = new HashSet<>();
        GroupNames.in(text).forEach(name -> {
            String folded = Communes.fold(name).replace('-', ' ');
            List<Commune> known =
                    communes.byName(folded).isEmpty() ? beginnings().getOrDefault(folded, List.of()) : List.of();
            if (known.size() == 1) {
                meant.add(known.get(0));
            }
        });
        if (meant.size() != 1) {
            return Optional.empty();
        }
        Commune only = meant.iterator().next();
        because.add("a group of the council of " + only.name() + " bears the beginning of its name");
        return Optional.of(Whose.of(only, GUESSED));
    }

    /** Whether a name is part of a group's that begins the name of {@code publisher}: no other town is meant. */
    private boolean isGroupOf(String text, Mention mention, @Nullable Commune publisher) {
        String name = Communes.fold(mention.ref()).replace('-', ' ');
        return beginnings().containsKey(name)
                && (publisher == null
                        || Communes.fold(publisher.name()).replace('-', ' ').startsWith(name + " "))
                && GroupNames.isPart(text, mention.start(), mention.end());
    }

    /** The communes by what stands before the first small word of their names. */
    private synchronized Map<String, List<Commune>> beginnings() {
        if (beginnings.isEmpty()) {
            for (Commune commune : communes.all()) {
                String name = Communes.fold(commune.name()).replace('-', ' ');
                Matcher rest = REST.matcher(name);
                if (commune.type() == CommuneType.ACTUELLE && rest.find() && rest.start() >= SHORTEST) {
                    beginnings
                            .computeIfAbsent(name.substring(0, rest.start()), unused -> new ArrayList<>())
                            .add(commune);
                }
            }
            communes.all().stream()
                    .filter(commune -> commune.type() == CommuneType.ACTUELLE)
                    .forEach(this::addToBeginnings);
        }
        return beginnings;
    }

    /** "Merlieux-Plage" begins like "Merlieux-et-Fouquerolles" though no small word follows. */
    private void addToBeginnings(Commune commune) {
        String name = Communes.fold(commune.name()).replace('-', ' ');
        for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
            List<Commune> same = beginnings.get(name.substring(0, space));
            if (same != null && !same.contains(commune)) {
                same.add(commune);
            }
        }
    }

    /** Whom the text names most as its own town; where it names but one, and compares with none, that one. */
    private Whose byName(
            SourceDocument document, List<Mention> mentions, Map<Mention, Double> weights, List<String> because) {
        Map<String, Weighed> names = new LinkedHashMap<>();
        int excluded = 0;
        for (Mention mention : mentions) {
            double weight = weight(mention, weights);
            if (weight > 0) {
                names.merge(mention.ref(), new Weighed(mention, weight, weight), Weighed::and);
            } else {
                excluded++;
            }
        }
        List<Weighed> ranked = names.values().stream()
                .filter(name -> name.best() >= FIRM
                        || !EVERYWHERE.contains(name.mention().ref()))
                .sorted(Comparator.comparingDouble(Weighed::sum).reversed())
                .toList();
        boolean only = ranked.size() == 1 && excluded == 0;
        if (ranked.isEmpty() || (ranked.get(0).sum() < LEAST && !only)) {
            because.add("no commune is named as the author");
            return new Whose(null, 0, false);
        }
        Optional<Weighed> head = inHead(mentions, weights);
        if (head.isPresent()) {
            return named(document, head.get(), because);
        }
        if (ranked.size() > 1 && ranked.get(1).sum() * AHEAD > ranked.get(0).sum()) {
            because.add(
                    "two communes are named alike: " + ranked.get(0).mention().ref() + ", "
                            + ranked.get(1).mention().ref());
            return new Whose(null, 0, false);
        }
        Weighed first = ranked.get(0);
        if (first.best() < FIRM && NameContext.contrasts(document.text(), first.mention())) {
            because.add("abstained: " + first.mention().ref() + " may be another's town");
            return new Whose(null, 0, false);
        }
        return named(document, first, because);
    }

    /** The name that the first lines give as the town's own, the only one or far ahead; what is said of others further on does not matter then. */
    private static Optional<Weighed> inHead(List<Mention> mentions, Map<Mention, Double> weights) {
        Map<String, Weighed> names = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            double weight = weight(mention, weights);
            if (mention.start() < HEAD && weight >= FIRM) {
                names.merge(mention.ref(), new Weighed(mention, weight, weight), Weighed::and);
            }
        }
        List<Weighed> ranked = names.values().stream()
                .sorted(Comparator.comparingDouble(Weighed::best).reversed())
                .toList();
        boolean ahead = ranked.size() == 1
                || (ranked.size() > 1
                        && ranked.get(0).best() > AHEAD * ranked.get(1).best());
        return ahead ? Optional.of(ranked.get(0)) : Optional.empty();
    }

    private static double weight(Mention mention, Map<Mention, Double> weights) {
        return weights.getOrDefault(mention, 0.0);
    }

    private Whose named(SourceDocument document, Weighed name, List<String> because) {
        Mention mention = name.mention();
        List<Commune> candidates = current(document.text(), mention);
        String departement = document.publisher().departement();
        if (departement != null
                && candidates.stream().anyMatch(c -> c.departement().equals(departement))) {
            candidates = candidates.stream()
                    .filter(c -> c.departement().equals(departement))
                    .toList();
        }
        if (candidates.size() == 1) {
            because.add("the text speaks of " + candidates.get(0).name());
            return Whose.of(candidates.get(0), name.best() >= LEAST ? 0.92 : GUESSED);
        }
        List<Commune> hinted = hinted(document.text(), mention, candidates);
        if (hinted.size() == 1) {
            because.add("the text speaks of " + hinted.get(0).name() + " and of its département");
            return Whose.of(hinted.get(0), 0.95);
        }
        Optional<Commune> largest = dwarfing(hinted.isEmpty() ? candidates : hinted);
        if (largest.isPresent()) {
            because.add("of " + candidates.size() + " communes called " + mention.surface() + " the by far largest");
            return Whose.of(largest.get(), GUESSED);
        }
        because.add("abstained: " + candidates.size() + " communes are called " + mention.surface());
        return new Whose(null, 0, false);
    }

    /**
     * The current communes that a mention can mean; former ones stand for what they are part of today. A département in
     * brackets behind the name rules all others out.
     */
    private List<Commune> current(String text, Mention mention) {
        List<Commune> named = communes.byName(mention.ref());
        List<Commune> current =
                named.stream().filter(c -> c.type() == CommuneType.ACTUELLE).toList();
        List<Commune> candidates = current.isEmpty()
                ? named.stream()
                        .flatMap(commune -> communes.currentOf(commune.code()).stream())
                        .distinct()
                        .toList()
                : current;
        Matcher bracket = BRACKET.matcher(text).region(mention.end(), text.length());
        Optional<String> told = bracket.lookingAt() ? departement(bracket.group(1)) : Optional.empty();
        return told.isEmpty()
                ? candidates
                : candidates.stream()
                        .filter(commune -> commune.departement().equals(told.get()))
                        .toList();
    }

    /** The code of the département of that name or code. */
    private Optional<String> departement(String words) {
        String folded = Communes.fold(words.strip()).replace('-', ' ');
        return communes.departements().stream()
                .filter(known -> known.code().equalsIgnoreCase(folded)
                        || Communes.fold(known.name()).replace('-', ' ').equals(folded))
                .map(Departement::code)
                .findFirst();
    }

    private static Optional<Commune> dwarfing(List<Commune> candidates) {
        List<Commune> bySize = candidates.stream()
                .sorted(Comparator.comparingInt(Commune::population).reversed())
                .toList();
        if (bySize.isEmpty()) {
            return Optional.empty();
        }
        boolean alone = bySize.size() == 1
                || bySize.get(0).population()
                        > DWARFED * Math.max(1, bySize.get(1).population());
        return alone ? Optional.of(bySize.get(0)) : Optional.empty();
    }

    /** The candidates whose département or postcode is named: beside the name, or in the head of the text. */
    private List<Commune> hinted(String text, Mention mention, List<Commune> candidates) {
        String near = text.substring(
                Math.max(0, mention.start() - HINT_BEFORE), Math.min(text.length(), mention.end() + HINT_AFTER));
        List<Commune> beside = hinted(near, candidates);
        return beside.isEmpty() ? hinted(text.substring(0, Math.min(text.length(), 600)), candidates) : beside;
    }

    private List<Commune> hinted(String words, List<Commune> candidates) {
        String folded = candidates.isEmpty() ? "" : folded(words);
        return candidates.stream()
                .filter(commune -> speaksOf(words, folded, commune))
                .toList();
    }

    private boolean speaksOf(String words, String folded, Commune commune) {
        boolean code = words.contains(commune.departement())
                && Pattern.compile("\\(\\s*" + commune.departement() + "\\s*\\)")
                        .matcher(words)
                        .find();
        return code
                || commune.postcodes().stream().anyMatch(words::contains)
                || communes.departement(commune.departement())
                        .map(departement -> folded.contains(folded(departement.name())))
                        .orElse(false);
    }

    /** Words apart from each other by one space, with one around. */
    private static String folded(String words) {
        return " " + NO_WORD.matcher(Communes.fold(words)).replaceAll(" ") + " ";
    }

    /** Which commune a name means in a document of {@code publisher}: its own, a neighbour, or the only one. */
    private Optional<Commune> pick(String text, Mention mention, @Nullable Commune publisher) {
        List<Commune> candidates = current(text, mention);
        if (publisher != null && candidates.contains(publisher)) {
            return Optional.of(publisher);
        }
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        }
        List<Commune> hinted = hinted(text, mention, candidates);
        if (hinted.size() == 1) {
            return Optional.of(hinted.get(0));
        }
        if (publisher != null) {
            List<Commune> near = candidates.stream()
                    .filter(commune -> commune.departement().equals(publisher.departement()))
                    .toList();
            if (near.size() == 1) {
                return Optional.of(near.get(0));
            }
        }
        return dwarfing(candidates);
    }

    private static boolean speaksForMany(String text) {
        return JOINT.matcher(Communes.fold(text.substring(0, Math.min(text.length(), 600))))
                .find();
    }
}
