package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Mention;

/**
 * The offers that a notice names: who has the contract by its labels, its words or its rank holds it; of the others on the
 * lists of who took part, each is turned down. Where none is told to win, a list tells nothing of anybody.
 */
final class Bids {

    private static final Pattern LOSERS = Pattern.compile(
            "(?:non retenue?s?|evince|ecarte|rejete|rejet d|perdants?|autres? (?:candidat|offre|soumissionnaire)|candidats? ayant)[^.]{0,80}$|, devant (?:la societe |l'entreprise |l'offre de )?$");
    /** "Ranking: 1. A with B – 2. C with": what follows was not first. */
    private static final Pattern BEHIND = Pattern.compile(
            "\\bclassement\\b.*(?:^|[ –—;,(-])(?:[2-9](?: ?[.°)]|e|eme|nd|de)|deuxieme|troisieme)[ :][^–—;]{0,80}$");
    /** A contract with several holders ranks those whom it is with. */
    private static final Pattern SEVERAL = Pattern.compile("attributaires\\b|titulaires\\b|multi-? ?attributaire");

    /** A label whose list is of those who do not have it. */
    private static final Pattern OF_LOSERS =
            Pattern.compile("^[^:]{0,40}(?:non retenu|evince|perdant|rejete|ecarte|elimine|irregul|inappropri|autre)");
    /** What is said of an offer behind its name. */
    private static final Pattern TURNED_DOWN = Pattern.compile(
            "^[^;.]{0,60}?\\b(?:(?:non|pas) (?:ete )?retenue?|ecartee?|irreguliere?|rejetee?|eliminee?|evincee?|inappropriee?|inacceptable)\\b");

    /** A label whose list is of those who were asked, and need not have answered. */
    private static final Pattern OF_INVITED = Pattern.compile("^[^:]{0,30}(?:consulte|sollicite|invite)");

    private static final Pattern NO_OFFER = Pattern.compile(
            "^[^;.]{0,20}?\\b(?:n'a (?:pas|rien) (?:repondu|remis|depose|donne suite|souhaite)|sans reponse|pas de reponse|pas d'offre|s'est excuse)");

    /** Who works for another firm made no offer of his own. */
    private static final Pattern PARTNER =
            Pattern.compile("^[ ,(:–-]{0,4}(?:sous-traitant|cotraitant|co-traitant)\\w*(?! ?:)");

    private static final Pattern HELD = Pattern.compile(
            "\\b(?:(?:attribu|confi|notifi|adjug|sign|conclu|pass)\\w*(?: [^.;:]{0,60})? (?:a|au|aux|avec|aupres de)|(?:retenu|reten|retien|choisi|design)\\w*(?: [^.;:,]{0,20})?)"
                    + " (?:(?:la|le|l'|les|celle de|offre de|proposition de) ?)*(?:(?:societe|entreprise|offre|groupement|candidat|sas|sarl)s? (?:de )?)?$");
    private static final Pattern HELD_BEHIND = Pattern.compile(
            "^[^;.]{0,40}?\\b(?:(?:est|a ete|sont|ont ete) )?(?:retenue?|choisie?|(?:declaree? |designee? )?(?:attributaire|titulaire)|l'emporte|laureate?|classee? (?:premiere?|1))\\b");

    private static final Pattern RANK = Pattern.compile(
            "(?:^|[ |¦(,;–—])(\\d{1,2})(?:er|re|ere|e|eme|nd|nde)?(?: ?[.:)°|¦–—-])* ?(?:la |l')?(?:(?:societe|entreprise|groupement|offre de) )?$");

    private static final Pattern ITEM =
            Pattern.compile("^\\s*(?:[-–—•*|¦]|\\d{1,2}(?:er|re|e|ème|nd)?\\b ?[-.:)|](?!\\d))");

    private static final Pattern TOGETHER = Pattern.compile(
            "\\b(?:avec|logiciel|progiciel|solution|produit|moteur|technologie|outil|associee?|groupement|editee?|sous-trait\\w+|integre\\w*|distribu\\w+)\\b");

    /** Names of one offer stand at most so far from each other. */
    private static final int TOGETHER_WITHIN = 60;

    private static final Pattern CALL_OFF = Pattern.compile(
            "\\b(?:marches? subsequents?|(?:mini|remise? en|mise en)[- ]?concurrence d|mini-? ?concours)\\b");
    private static final Pattern BEST_MARK = Pattern.compile(
            "\\b(?:(?:la |le )?mieux (?:notee?|classee?|placee?|disante?)|(?:meilleure?|plus (?:haute|forte)) (?:note|total|moyenne)|note la plus (?:haute|elevee|forte)|(?:arrive|class)\\w* (?:en tete|premiere?|en premiere (?:position|place))|le plus (?:grand nombre de|de) points)\\b");
    private static final Pattern CHEAPEST = Pattern.compile(
            "\\b(?:offre|proposition|devis|candidat|entreprise|societe|retenue?|choisie?|attributaire|titulaire)\\b[^.;]{0,40}\\b(?:moins[- ]disante?|(?:la|le) moins (?:chere?|elevee?|couteu(?:x|se))|(?:prix|montant) le plus bas)\\b");
    private static final Pattern MARK = Pattern.compile(
            "(?<![\\d.,/°] ?)(?<!\\bsur )\\b(\\d{1,3}(?:[.,]\\d{1,2})?)(?![.,]?\\d| \\d{3}| ?(?:€|%|eur|k€|ht\\b|ttc|jours|semaines|mois|ans?\\b|heures|cameras|h\\b))");

    private static final int LEFT = 200;
    private static final int NEAR = 120;

    enum Fate {
        HELD,
        LOST,
        LISTED,
        INVITED,
        UNTOLD
    }

    /** The firms and products of one offer, and how far what is said of it reaches in the document. */
    record Bid(
            List<Mention> names,
            Fate fate,
            int rank,
            Span reach,
            @Nullable Amount price) {}

    private final List<Bid> winning;
    private final List<Bid> losing;
    private final List<Bid> undecided;

    private final List<OfferTable.Row> rows;

    private Bids(List<OfferTable.Row> rows, List<Bid> winning, List<Bid> losing, List<Bid> undecided) {
        this.rows = rows;
        this.winning = winning;
        this.losing = losing;
        this.undecided = undecided;
    }

    /** The offers in {@code whole}, whose labels {@code notice} knows. */
    static Bids in(String text, Notice notice, Sentence whole, Parties parties) {
        return new Reader(notice, whole, parties, OfferTable.in(text, whole.spans())).bids();
    }

    /** Whether an offer that lists and ranks tell of has won. */
    boolean hasWinner() {
        return !winning.isEmpty();
    }

    /** Whether what {@code name} offers was not chosen, or is not told to be. */
    boolean isNotChosen(Mention name) {
        return losing.stream().anyMatch(bid -> bid.names.contains(name))
                || undecided.stream().anyMatch(bid -> bid.names.contains(name));
    }

    /** What a table tells that the offer costs which has won, where it is one. */
    Optional<Amount> price() {
        return winning.size() == 1 ? Optional.ofNullable(winning.get(0).price()) : Optional.empty();
    }

    /** Whether what stands at {@code offset} belongs to one offer of a table. */
    boolean isOfOffer(int offset) {
        return rows.stream().anyMatch(row -> row.lines().contains(offset));
    }

    /** The offers that were turned down. */
    List<Bid> losing() {
        return losing;
    }

    /** Whether a sum that stands at {@code offset} is the price of an offer that was turned down. */
    boolean isOfLoser(int offset) {
        return losing.stream().anyMatch(bid -> bid.reach.contains(offset));
    }

    /** Reads the offers of one notice. */
    private static final class Reader {
        private final Notice notice;
        private final Sentence whole;
        private final Parties parties;
        private final List<OfferTable.Row> rows;
        private final String words;
        private final List<Mention> names;
        private final List<Span> lines;
        private final List<Span> lists;

        Reader(Notice notice, Sentence whole, Parties parties, List<OfferTable.Row> rows) {
            this.rows = rows;
            this.notice = notice;
            this.whole = whole;
            this.parties = parties;
            words = notice.view().text();
            names = whole.hits().stream().filter(Parties::isName).toList();
            lines = whole.spans().stream()
                    .sorted(Comparator.comparingInt(Span::start))
                    .toList();
            lists = Stream.concat(notice.of(Notice.Field.CANDIDATES).stream().map(this::reachOf), items().stream())
                    .toList();
        }

        Bids bids() {
            List<Bid> bids = new ArrayList<>();
            for (int i = 0, end; i < names.size(); i = end) {
                end = i + 1;
                while (end < names.size() && areTogether(names.get(end - 1), names.get(end))) {
                    end++;
                }
                bids.add(bid(names.subList(i, end), end < names.size() ? names.get(end) : null));
            }
            Set<String> holders = firms(bids, bid -> bid.fate == Fate.HELD);
            if (holders.isEmpty()) {
                holders = firms(bids, bid -> bid.fate == Fate.LISTED && bid.rank == 1);
            }
            if (holders.isEmpty()) {
                holders = firms(bids, bid -> best(bids).filter(bid::equals).isPresent());
            }
            if (holders.isEmpty()) {
                holders = only(firms(bids, bid -> bid.fate == Fate.LISTED || bid.fate == Fate.INVITED));
            }
            return sorted(bids, CALL_OFF.matcher(words).find() ? withoutLosers(bids, holders) : holders);
        }

        /** Who is among the holders of the framework agreement may lose what is called off. */
        private Set<String> withoutLosers(List<Bid> bids, Set<String> holders) {
            Set<String> losers = firms(bids, bid -> bid.fate == Fate.LOST);
            Set<String> others =
                    holders.stream().filter(holder -> !losers.contains(holder)).collect(Collectors.toSet());
            return others.isEmpty() ? holders : others;
        }

        /** The offer of the best mark, or of the lowest price, where words say that this is the one that is chosen. */
        private Optional<Bid> best(List<Bid> bids) {
            List<Bid> offers =
                    bids.stream().filter(bid -> bid.fate == Fate.LISTED).toList();
            Optional<Bid> marked = BEST_MARK.matcher(words).find() ? first(offers, bid -> mark(bid)) : Optional.empty();
            return marked.or(() -> CHEAPEST.matcher(words).find()
                    ? first(
                            offers,
                            bid -> price(bid).map(price -> -price.value().doubleValue()))
                    : Optional.empty());
        }

        /** The greatest of at least two; none where one of them cannot be told, or two are as great. */
        private static Optional<Bid> first(List<Bid> offers, Function<Bid, Optional<Double>> greatness) {
            List<Double> all = offers.stream()
                    .flatMap(bid -> greatness.apply(bid).stream())
                    .toList();
            if (offers.size() < 2 || all.size() < offers.size()) {
                return Optional.empty();
            }
            double best = Collections.max(all);
            return Collections.frequency(all, best) > 1 ? Optional.empty() : Optional.of(offers.get(all.indexOf(best)));
        }

        /** The greatest number behind the name that is no sum, no share and no time. */
        private Optional<Double> mark(Bid bid) {
            String behind = behind(bid.names.get(bid.names.size() - 1));
            return MARK.matcher(behind)
                    .results()
                    .map(number -> Double.parseDouble(number.group(1).replace(',', '.')))
                    .filter(number -> number <= 100)
                    .max(Comparator.naturalOrder());
        }

        private Optional<Amount> price(Bid bid) {
            return Optional.ofNullable(bid.price)
                    .or(() -> whole.finds().sums().stream()
                            .filter(sum -> bid.reach.contains(sum.span().start()))
                            .map(Sum::amount)
                            .findFirst());
        }

        private Bids sorted(List<Bid> bids, Set<String> holders) {
            List<Bid> winning = new ArrayList<>();
            List<Bid> losing = new ArrayList<>();
            List<Bid> undecided = new ArrayList<>();
            for (Bid bid : bids) {
                boolean listed = bid.fate != Fate.UNTOLD
                        && (bid.fate != Fate.HELD || row(bid.names.get(0)).isPresent());
                boolean holds = bid.names.stream().map(parties::firmId).anyMatch(holders::contains);

                if (listed && holds) {
                    winning.add(bid);
                } else if (bid.fate == Fate.LOST || (bid.fate == Fate.LISTED && !holders.isEmpty())) {
                    losing.add(bid);
                } else if (listed) {
                    undecided.add(bid);
                }
            }
            return new Bids(
                    rows,
                    List.copyOf(winning),
                    List.copyOf(losing),
                    !holders.isEmpty() || areRivals(undecided) ? List.copyOf(undecided) : List.of());
        }

        /** Whether two of them make the like: who installs and who makes may have bid together. */
        private boolean areRivals(List<Bid> bids) {
            long makers = bids.stream()
                    .filter(bid -> !bid.names.stream().allMatch(parties::installs))
                    .count();
            return makers > 1 || bids.size() - makers > 1;
        }

        /** Who alone made an offer has it, in a notice of an award. */
        private static Set<String> only(Set<String> firms) {
            return firms.size() == 1 ? firms : Set.of();
        }

        private Set<String> firms(List<Bid> bids, Predicate<Bid> which) {
            return bids.stream()
                    .filter(which)
                    .flatMap(bid -> bid.names.stream())
                    .map(parties::firmId)
                    .collect(Collectors.toSet());
        }

        private Bid bid(List<Mention> names, @Nullable Mention next) {
            Mention first = names.get(0);
            Span line = lineOf(first);
            int field = notice.view().sourceEnd(notice.around(at(first)).end());
            int end = Math.min(field, next == null ? line.end() : Math.min(line.end(), next.start()));
            Set<Fate> fates = names.stream().map(this::fate).collect(Collectors.toSet());
            Fate fate = List.of(Fate.LOST, Fate.HELD, Fate.LISTED, Fate.INVITED).stream()
                    .filter(fates::contains)
                    .findFirst()
                    .orElse(Fate.UNTOLD);
            Optional<OfferTable.Row> row = row(first);
            if (row.isPresent()) {
                return new Bid(
                        names,
                        fate,
                        row.get().rank(),
                        row.get().lines(),
                        row.get().price());
            }
            Matcher rank = RANK.matcher(words.substring(Math.max(0, at(first) - NEAR), at(first)));
            return new Bid(
                    names,
                    fate,
                    rank.find() ? Integer.parseInt(rank.group(1)) : 0,
                    new Span(first.start(), Math.max(names.get(names.size() - 1).end(), end)),
                    null);
        }

        private Optional<OfferTable.Row> row(Mention name) {
            return rows.stream()
                    .filter(row -> row.lines().contains(name.start()))
                    .findFirst();
        }

        private static Fate fate(OfferTable.Row row) {
            return row.chosen() == null ? Fate.LISTED : row.chosen() ? Fate.HELD : Fate.LOST;
        }

        private Fate fate(Mention name) {
            return row(name).filter(OfferTable.Row::isTold).map(Reader::fate).orElseGet(() -> fateByWords(name));
        }

        private Fate fateByWords(Mention name) {
            int at = at(name);
            Optional<Notice.Entry> field = notice.entries().stream()
                    .filter(entry -> entry.valueStart() <= at && at < entry.end())
                    .findFirst();
            boolean holder =
                    field.filter(entry -> entry.field() == Notice.Field.HOLDER).isPresent();
            String left = words.substring(Math.max(holder ? field.get().start() : 0, at - LEFT), at);
            String right = behind(name);
            if (NO_OFFER.matcher(right).find()) {
                return Fate.INVITED;
            }
            if (loses(left) || TURNED_DOWN.matcher(right).find()) {
                return Fate.LOST;
            }
            if (holder
                    || HELD.matcher(left).find()
                    || HELD_BEHIND.matcher(right).find()) {
                return Fate.HELD;
            }
            boolean listed = lists.stream().anyMatch(list -> list.contains(name.start()));
            if (!listed || PARTNER.matcher(right).find()) {
                return Fate.UNTOLD;
            }
            String label = field.map(entry -> words.substring(entry.start())).orElse("");
            if (OF_LOSERS.matcher(label).find()) {
                return Fate.LOST;
            }
            return OF_INVITED.matcher(label).find() ? Fate.INVITED : Fate.LISTED;
        }

        private static boolean loses(String left) {
            return LOSERS.matcher(left.substring(Math.max(0, left.length() - NEAR)))
                            .find()
                    || (BEHIND.matcher(left).find() && !SEVERAL.matcher(left).find());
        }

        /** The rest of the line up to the next name. */
        private String behind(Mention name) {
            int from = notice.view().at(name.end() - 1) + 1;
            int next = names.stream()
                    .mapToInt(Mention::start)
                    .filter(start -> start >= name.end())
                    .min()
                    .orElse(Integer.MAX_VALUE);
            int last = Math.min(lineOf(name).end(), next) - 1;
            return last < name.end()
                    ? ""
                    : words.substring(from, Math.max(from, notice.view().at(last) + 1));
        }

        /** One of the two brings what the other makes, and nothing between them begins another offer. */
        private boolean areTogether(Mention one, Mention other) {
            if (row(one).isPresent() && row(one).equals(row(other))) {
                return true;
            }
            if (parties.firmId(one).equals(parties.firmId(other))) {
                return lineOf(one).equals(lineOf(other));
            }
            int from = notice.view().at(one.end() - 1) + 1;
            String between = words.substring(from, Math.max(from, at(other)));
            boolean parted = between.contains(";")
                    || (between.matches(".*(?:,|\\bet\\b).*")
                            && !TOGETHER.matcher(between).find());
            return !parted
                    && between.length() <= TOGETHER_WITHIN
                    && lineOf(one).equals(lineOf(other))
                    && parties.installs(one) != parties.installs(other);
        }

        /** The line of the label, and those below it that go on with names. */
        private Span reachOf(Notice.Entry entry) {
            int label = notice.view().sourceAt(entry.start());
            int last = notice.view().sourceEnd(entry.end());
            int end = label;
            for (Span line : lines) {
                boolean own =
                        line.contains(label) || line.contains(notice.view().sourceEnd(entry.valueStart()) - 1);
                if (own || (line.start() > end && line.start() < last && names(line))) {
                    end = Math.min(line.end(), last);
                } else if (line.start() > end) {
                    break;
                }
            }
            return new Span(label, Math.max(label, end));
        }

        /** Items that follow each other and all name somebody. */
        private List<Span> items() {
            List<Span> lists = new ArrayList<>();
            Span open = null;
            int many = 0;
            for (Span line : lines) {
                int from = at(line.start());
                boolean item = ITEM.matcher(whole.view().text().substring(from, Math.max(from, at(line.end() - 1))))
                                .find()
                        && names(line);
                open = !item ? null : open == null ? line : new Span(open.start(), line.end());
                many = item ? many + 1 : 0;
                if (many > 1) {
                    lists.add(open);
                }
            }
            return lists;
        }

        private boolean names(Span line) {
            return names.stream().anyMatch(name -> line.contains(name.start()));
        }

        private Span lineOf(Mention name) {
            return whole.quote(name.start());
        }

        private int at(Mention name) {
            return at(name.start());
        }

        private int at(int offset) {
            return notice.view().at(offset);
        }
    }
}
