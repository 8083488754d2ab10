package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.CommuneRef;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;

/**
 * Who takes part in what several communes buy together, clause by clause as a section tells it. A town that is said to stay
 * out is out, whatever else is said of it.
 *
 * @param joint whether a body of several communes is spoken of
 * @param in the towns that are told to take part, in order, none of those that are out
 * @param out the towns that are told to stay out
 */
record Members(boolean joint, Set<CommuneRef> in, Set<CommuneRef> out) {

    /** Why a town is told to turn down what others buy together. */
    static final String STAYS = "stays out";

    /** Of a section in which no body of several communes is spoken of. */
    static final Members NONE = new Members(false, Set.of(), Set.of());

    private static final Set<Stage> SHARED =
            Set.of(Stage.PROPOSED, Stage.TENDERED, Stage.APPROVED, Stage.AWARDED, Stage.TRIAL, Stage.IN_USE);

    /** So near stand the names of a list: ", ", " et de ". */
    private static final int LIST_GAP = 8;

    /** Whoever is named so acts for all. */
    private static final Pattern FOR_ALL = Pattern.compile(
            "\\b(?:coordonn\\w+|coordinat\\w+|mandataire|pilote\\w*|portee? par|reunie?s? a|siege\\w*)[^.;:]{0,30}$");

    private static final Pattern CLAUSE = Pattern.compile("[;:]|, (?:mais|tandis|alors)\\b");

    /** What a piece of a sentence consists of, but for names, where it only lists towns: it goes on what stands before it. */
    private static final Pattern LISTS = Pattern.compile(
            "(?:[ ,.;:()•–-]|\\([^()]*\\)|\\b(?:et|ainsi que|les?|la|l'|des?|du|d'|communes?|villes?|membres?|elles?|pour|puis|enfin)\\b)*");

    /** What a town that takes part does, said right behind its name. */
    private static final Pattern DOES = Pattern.compile(
            "^(?: ?\\([^()]*\\))?(?: ?,[^,]{0,60},)?(?:,? (?:elle )?(?:aussi|egalement|a son tour))?[ :–]*(?:y |en |l'|les |le |la |s'|se |lui |leur )*(?:(?:a|ont|avait|est|sont) )?(?:deja |egalement |aussi |toutes |tous |bien )*"
                    + "(?:pren(?:d|nent|dra)|pris|command|opt\\w+ pour|choisi|reti(?:en|end)|retenu|demand|coch|lev(?:e|ent|era|eront|ee)\\b|dot|equip|recev|recoi|accept|approuv|sign|achet|acqu[ie]|engag|souhait|veu|voul|bascul|activ|adher|adopt|suiv|confi|delegu|mandat|particip|souscri|rejoi|concern|beneficiaire|partante|dedans|membre|adherente|oui\\b|inscri)");

    private static final Pattern PREPOSED = Pattern.compile(
            "\\b(?:de|d'|du|des|a|au|aux|avec|pour|par|sans|chez|comme|sauf|hors) ?(?:la |le |les |l')?$");

    private static final Sought SOFTWARE = Sought.of(
            "\\b(?:logiciel\\w*|analyses?|comptage|detection|algorithm\\w+|intelligence|programmes?|outils?|modules?|options?|volets?|lots?|ensemble|tout|totalite)\\b");

    private static final Sought CAMERAS = Sought.of("\\b(?:cameras?|videoprotection|videosurveillance)\\b");

    /** Where a sentence begins: behind its first word. */
    private static final int BEGINNING = 4;

    private static final Sought TURNS_DOWN = Sought.of(
            "\\b(?:retir|renonc|declin|refus|decoch|desist|oppos|ecart|repouss|biff)\\w*|\\bfait (?:rayer|retirer|oter|supprimer)\\b|\\bdit non\\b|\\bnon\\b(?=[ .,]*$)|\\b(?:pas|point|guere) (?:\\w+ )?(?:coche|souhaite|desire|voulu|leve|retenu|pris|opte)\\w*|\\bn'en (?:veut|veulent|a pas voulu|ont pas voulu)\\b|\\bquitte\\b|\\bpren(?:d|nent|dra|drait|dront|draient) (?:pas|point) part\\b|\\bpass(?:e|ent|era) (?:son|leur) tour\\b");

    private static final Pattern MANY_DO =
            Pattern.compile("^(?: ?,[^,]{0,60},)? (?:y |en |l'|les |s'|se |lui )*(?:ont|sont|\\w+[^m]ent|\\w+ront)\\b");

    /** What stands before the names of a list that tells who takes part: "Ont dit oui : A, B." */
    private static final Pattern TELLS_WHO = Pattern.compile(
            "(?:^|\\b)(?:membres?|adherent\\w*|participant\\w*|beneficiaires?|signataires?|(?:ont|a) (?:coch|dit oui|adher|pris|choisi|opte|retenu|signe|souscrit|leve|demande|accepte|approuve)\\w*|(?:prennent|retiennent|souhaitent|demandent|adherent|participent|optent)\\b)[^:]{0,60}: ?(?:la |le |les |l'|communes? (?:de |d'|du |des )?)?$");

    private static final Pattern TAKES_PART = Pattern.compile(
            "\\b(?:groupement|groupes?\\b|membres?|adher\\w+|participa\\w+|beneficiaires?|(?:au|le) (?:benefice|profit)|en (?:benefici|profit|dispos)\\w+|pour (?:le )?compte|au nom"
                    + "|souscri\\w+|(?:a la|prend\\w* en) charge|quote-parts?|reparti\\w*|reuni\\w+|regroup\\w+|rassembl\\w+|compos\\w+|constitu\\w+|partag\\w+|mutualis\\w+"
                    + "|dit (?:oui|leur accord)|rejoi\\w+|signataires?)\\b|\\bpour (?:[a-z' -]+, )*[a-z' -]+ et ");

    private static final Pattern STAYS_OUT = Pattern.compile(
            "\\bn(?:e |')(?:y |en |s'y |s'en |s'|se |l'|la |le |les )?(?:(?:a|ont|est|sont|avait|fait|font) )?(?:pas |plus |jamais |point )?(?:encore |souhaite |voulu |desire )?(?:s'|y |en )?"
                    + "(?:particip|pren(?:d|nent|dra|drait|dront|draient) (?:pas |plus |point |aucune )?part|pren(?:d|nent|dra) (?:pas|plus|que|qu'|rien)|pris (?:que|qu')|coch|leve|opt|pris part|souscri|adher|rejoi|retien|reten|veu|voul|souhait|partie|membre|concern|command|associ|signataire|(?:a|ont|est|sont) (?:pas|plus|jamais)$|dote|equip)"
                    + "|\\b(?:renonc|declin|desist|absten|abstien)\\w*|\\b(?:a|ont) (?:refuse|decoche|quitte|prefere)\\b|\\b(?:a|ont) fait (?:rayer|retirer|oter|supprimer|biffer)\\b|\\b(?:rest|demeur)\\w+ (?:hors|en dehors|a l'ecart|exterieure?s?)\\b|\\b(?:sort|sorte?nt|sortie?s?) d[ue]s?\\b|\\bpass(?:e|ent) (?:son|leur) tour\\b|\\bs(?:e |')(?:content|limit|born|oppos)\\w*|\\bs'(?:est |sont )?retir\\w*|\\bdit non\\b|\\bnon\\b(?=[ .,]*$)|\\bs'(?:en )?(?:est )?t(?:ient|enu)\\w*");

    /** "without X", "X excepted": what is named behind is out. */
    private static final Pattern EXCEPT = Pattern.compile(
            "\\b(?:sans|hors|hormis|sauf|excepte|a l'(?:exception|exclusion) d[eu]s?|non compris) (?:la |le |les |l'|celle de )*$");

    private static final Pattern ONLY =
            Pattern.compile("\\bseule?s?\\b|\\bseulement\\b|\\b(?:uniqu|exclusiv)ement\\b|\\bn(?:e |')\\w+ qu(?:e |')");

    /** What stands behind an ordinal that is meant of towns: "la derniere s'est retiree", not "la derniere offre". */
    private static final String OF_TOWNS =
            "(?= (?:communes?|villes?|villages?)\\b| (?:n'|ne |y |en |s'|a |ont |est |sont |et )|[ :,.;]*$)";

    private static final Pattern FIRST = Pattern.compile(
            "\\b(?:(?:les|aux|des|ces) (deux|trois|quatre|cinq|six) premie?res?|(?:les|aux|des) premie?res? (deux|trois|quatre|cinq|six))"
                    + OF_TOWNS);

    private static final Pattern NTH = Pattern.compile(
            "\\b(?:la|cette) (premiere|deuxieme|seconde|troisieme|quatrieme|cinquieme|derniere)" + OF_TOWNS);

    private static final Pattern JOINED = Pattern.compile(
            " ?(?:\\([^()]{0,40}\\) ?)?(?:[,;]|et|, et|ainsi que|, ainsi que)? ?(?:(?:a|au|aux|pour|de|d'|du|des|celle de) ?)?(?:(?:la )?(?:commune|ville) )?(?:de |d'|du |des )?(?:la |le |les |l')?");

    private static final Map<String, Integer> NUMBERS = Map.of(
            "premiere",
            1,
            "deuxieme",
            2,
            "seconde",
            2,
            "troisieme",
            3,
            "quatrieme",
            4,
            "cinquieme",
            5,
            "deux",
            2,
            "trois",
            3,
            "quatre",
            4,
            "cinq",
            5);

    Members {
        in = copy(in);
        out = copy(out);
    }

    private static Set<CommuneRef> copy(Set<CommuneRef> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }

    /**
     * As the sentences of a section tell.
     *
     * @param places of the whole text
     * @param ofAll whether the body of several communes itself speaks: what a town does then it does as one of them
     */
    static Members of(SectionText section, List<Place> places, boolean ofAll) {
        Reader reader = new Reader(ofAll);
        reader.row = rowBefore(section.sentences().get(0).start(), places);
        section.sentences().forEach(reader::read);
        if (reader.software) {
            reader.out.addAll(reader.camerasOnly);
        }
        reader.in.removeAll(reader.out);
        return new Members(true, reader.in, reader.out);
    }

    /** The last towns that are listed before a section: the members that a paper's head names. */
    private static List<CommuneRef> rowBefore(int start, List<Place> places) {
        List<CommuneRef> row = new ArrayList<>();
        int end = -1;
        for (Place place : places) {
            if (place.span().start() >= start) {
                break;
            }
            if (place.span().start() - end > LIST_GAP) {
                row.clear();
            }
            row.add(place.commune());
            end = place.span().end();
        }
        return row.size() > 1 ? row : List.of();
    }

    /** The towns that {@code draft} tells of as taking part, in order; empty where it tells of none but the publisher. */
    List<CommuneRef> sharing(Draft draft, @Nullable CommuneRef publisher) {
        if (!joint) {
            return List.of();
        }
        Sentence sentence = draft.sentence();
        List<CommuneRef> here = sentence.finds().places().stream()
                .map(Place::commune)
                .distinct()
                .toList();
        boolean others = here.stream().anyMatch(commune -> !commune.equals(publisher));
        boolean isShared = isShared(draft.judgement());
        if (others && !isShared) {
            List<CommuneRef> left = here.stream().filter(out::contains).toList();
            return left.isEmpty() ? here : left;
        }
        if (others) {
            List<CommuneRef> told = sentence.finds().places().stream()
                    .filter(place -> !out.contains(place.commune()))
                    .filter(place -> in.size() < 2
                            || !FOR_ALL.matcher(sentence.words()
                                            .substring(
                                                    0,
                                                    sentence.view()
                                                            .at(place.span().start())))
                                    .find())
                    .map(Place::commune)
                    .distinct()
                    .toList();
            return told.isEmpty() ? List.copyOf(in) : told;
        }
        boolean ofAll = publisher == null || (draft.judgement().stage() == Stage.AWARDED && in.contains(publisher));
        if (isPlain(draft.subject())) {
            return List.of();
        }
        return here.isEmpty() && isShared && ofAll ? List.copyOf(in) : List.of();
    }

    /** Whether {@code sentence} names only towns that stay out: what they turn down was not offered to them by any vendor. */
    boolean areOut(Sentence sentence) {
        List<Place> places = sentence.finds().places();
        return !places.isEmpty() && places.stream().allMatch(place -> out.contains(place.commune()));
    }

    /** Whether {@code sentence} tells that the towns it names turn the common purchase down, or its program. */
    boolean turnDown(Sentence sentence) {
        return joint
                && areOut(sentence)
                && TURNS_DOWN.in(sentence.words())
                && (SOFTWARE.in(sentence.words()) || !CAMERAS.in(sentence.words()));
    }

    /** Cameras may be bought by those, too, who stay out of more. */
    private static boolean isPlain(Subject subject) {
        return subject.technology() == Technology.VIDEOPROTECTION && subject.vendor() == null;
    }

    private static boolean isShared(Judgement judgement) {
        return judgement.modality() == Modality.ASSERTED && SHARED.contains(judgement.stage());
    }

    /** A clause and the towns named in it. */
    private record Clause(String words, List<Named> named) {}

    private record Named(CommuneRef commune, int start, int end) {}

    /** Goes through a section. */
    private static final class Reader {

        private final Set<CommuneRef> in = new LinkedHashSet<>();
        private final Set<CommuneRef> out = new LinkedHashSet<>();

        /** Those that take cameras, in words that tell of nothing else. */
        private final Set<CommuneRef> camerasOnly = new LinkedHashSet<>();

        /** Whether others are told to take a program. */
        private boolean software;

        private final boolean ofAll;

        Reader(boolean ofAll) {
            this.ofAll = ofAll;
        }

        /** The last towns that were told in a row. */
        private List<CommuneRef> row = List.of();

        /** The last town that was named. */
        private List<CommuneRef> latest = List.of();

        void read(Sentence sentence) {
            clauses(sentence).forEach(this::read);
        }

        private void read(Clause clause) {
            List<Named> named = clause.named();
            List<CommuneRef> counted = named.isEmpty() ? counted(clause.words()) : List.of();
            boolean only = ONLY.matcher(clause.words()).find();
            Matcher stays = STAYS_OUT.matcher(clause.words());
            if (!counted.isEmpty()) {
                (stays.find() ? out : in).addAll(counted);
                if (only) {
                    row.stream().filter(commune -> !counted.contains(commune)).forEach(out::add);
                }
                return;
            }
            List<Named> kept = new ArrayList<>(named);
            for (Named one : named) {
                if (EXCEPT.matcher(clause.words().substring(0, one.start())).find()) {
                    List<Named> behind = rowFrom(clause, named.indexOf(one));
                    behind.forEach(left -> out.add(left.commune()));
                    kept.removeAll(behind);
                }
            }
            if (stays.find() && !kept.isEmpty()) {
                int at = stays.start();
                List<Named> before =
                        kept.stream().filter(one -> one.end() <= at).toList();
                boolean asked = before.isEmpty()
                        && clause.words()
                                .substring(stays.end(), kept.get(0).start())
                                .contains(":");
                if (asked || (before.isEmpty() && at <= BEGINNING)) {
                    List<Named> left = rowFrom(clause, named.indexOf(kept.get(0)));
                    left.forEach(one -> out.add(one.commune()));
                    kept.removeAll(left);
                }
                if (!before.isEmpty()) {
                    List<Named> left = rowTo(clause, before);
                    left.forEach(one -> out.add(one.commune()));
                    kept.removeAll(left);
                }
            }
            List<CommuneRef> told = kept.stream().map(Named::commune).distinct().toList();
            if (!told.isEmpty() && TAKES_PART.matcher(clause.words()).find()) {
                if (only) {
                    in.stream().filter(commune -> !told.contains(commune)).forEach(out::add);
                }
                in.addAll(told);
            }
            if (!kept.isEmpty()
                    && TELLS_WHO
                            .matcher(clause.words().substring(0, kept.get(0).start()))
                            .find()) {
                in.addAll(told);
            }
            if (ofAll) {
                doing(clause, kept);
            }
            if (!named.isEmpty()) {
                latest = List.of(named.get(named.size() - 1).commune());
            }
            if (named.size() > 1) {
                row = named.stream().map(Named::commune).distinct().toList();
            }
        }

        /** Takes those for members that do what members do: "A and B have entrusted …", "C orders six". */
        private void doing(Clause clause, List<Named> kept) {
            int done = -1;
            for (Named one : kept) {
                List<Named> row = rowFrom(clause, clause.named().indexOf(one));
                row.retainAll(kept);
                Named last = row.get(row.size() - 1);
                String right = clause.words().substring(last.end());
                boolean does = DOES.matcher(right).find()
                        || (row.size() > 1 && MANY_DO.matcher(right).find());
                if (one.start() > done
                        && does
                        && !PREPOSED.matcher(clause.words().substring(0, one.start()))
                                .find()) {
                    take(row, right);
                }
                done = Math.max(done, last.end());
            }
        }

        private void take(List<Named> row, String words) {
            List<CommuneRef> towns = row.stream().map(Named::commune).toList();
            if (SOFTWARE.in(words)) {
                software = true;
                in.addAll(towns);
            } else if (CAMERAS.in(words)) {
                camerasOnly.addAll(towns);
            } else {
                in.addAll(towns);
            }
        }

        /** "The first two", "the last one" of those in the last row. */
        private List<CommuneRef> counted(String words) {
            Matcher first = FIRST.matcher(words);
            if (first.find()) {
                int many = NUMBERS.getOrDefault(first.group(1) == null ? first.group(2) : first.group(1), 6);
                return many < row.size() ? row.subList(0, many) : List.of();
            }
            Matcher nth = NTH.matcher(words);
            if (nth.find()) {
                if (nth.group().equals("cette derniere")) {
                    return latest;
                }
                int which = nth.group(1).equals("derniere") ? row.size() : NUMBERS.getOrDefault(nth.group(1), 9);
                return which >= 1 && which <= row.size() ? List.of(row.get(which - 1)) : List.of();
            }
            return List.of();
        }

        /** Those that follow each other from the one at {@code from} on. */
        private static List<Named> rowFrom(Clause clause, int from) {
            List<Named> row = new ArrayList<>(List.of(clause.named().get(from)));
            for (Named next : clause.named().subList(from + 1, clause.named().size())) {
                if (!areJoined(clause, row.get(row.size() - 1), next)) {
                    break;
                }
                row.add(next);
            }
            return row;
        }

        /** Those that follow each other up to the last one. */
        private static List<Named> rowTo(Clause clause, List<Named> named) {
            List<Named> row = new ArrayList<>(List.of(named.get(named.size() - 1)));
            for (int i = named.size() - 2; i >= 0 && areJoined(clause, named.get(i), row.get(0)); i--) {
                row.add(0, named.get(i));
            }
            return row;
        }

        private static boolean areJoined(Clause clause, Named one, Named next) {
            return JOINED.matcher(clause.words().substring(one.end(), next.start()))
                    .matches();
        }
    }

    private static List<Clause> clauses(Sentence sentence) {
        String words = sentence.words();
        View view = sentence.view();
        List<Named> all = sentence.finds().places().stream()
                .map(place -> new Named(
                        place.commune(),
                        view.at(place.span().start()),
                        view.at(place.span().end() - 1) + 1))
                .toList();
        List<Integer> cuts = new ArrayList<>();
        Matcher cut = CLAUSE.matcher(words);
        int last = 0;
        while (cut.find()) {
            boolean lists = isList(words, all, last, cut.start())
                    || (words.charAt(cut.start()) != ',' && isList(words, all, cut.end(), next(words, cut.end())));
            if (!lists) {
                cuts.add(cut.start());
            }
            last = cut.end();
        }
        cuts.add(words.length());
        List<Clause> clauses = new ArrayList<>();
        int from = 0;
        for (int end : cuts) {
            int start = from;
            clauses.add(new Clause(
                    words.substring(start, end),
                    all.stream()
                            .filter(one -> start <= one.start() && one.end() <= end)
                            .map(one -> new Named(one.commune(), one.start() - start, one.end() - start))
                            .toList()));
            from = end;
        }
        return clauses;
    }

    private static int next(String words, int from) {
        Matcher cut = CLAUSE.matcher(words);
        return cut.find(from) ? cut.start() : words.length();
    }

    /** Whether towns and nothing else stand in {@code [from, to)}. */
    private static boolean isList(String words, List<Named> all, int from, int to) {
        StringBuilder rest = new StringBuilder();
        int at = from;
        for (Named one : all) {
            if (one.start() >= at && one.end() <= to) {
                rest.append(words, at, one.start()).append(' ');
                at = one.end();
            }
        }
        return at > from && LISTS.matcher(rest.append(words, at, to)).matches();
    }
}
