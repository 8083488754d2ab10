package vigie.crawler.focus;

import java.time.Year;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.DocumentKind;
import vigie.model.Link;
import vigie.model.TextOutcome;

/**
 * Reads what a link promises: by its address, its anchor, the headings it stands under, the years in them, and what the
 * page is about on which it stands. Plain weights, no chance: the same link on the same page promises the same. What
 * like links led to is added by {@link Yields}. Thread-safe.
 */
public final class Focus {

    /** Of the addresses that a seed names itself: before all that links promise. */
    public static final float SEED = 100;

    /** The most that a link promises. */
    public static final float MOST = 90;

    /** From here on a link is one to an act, as far as one can see before fetching it. */
    private static final float PROMISING = 12;

    private static final float IN_ADDRESS = 0.9f;
    private static final float IN_SECTION = 0.6f;
    private static final float IN_CRUMBS = 0.7f;
    private static final float IN_MENU = 3;
    private static final float NEAR = 9;
    private static final float FADING = 0.7f;
    private static final float DOCUMENT = 4;
    private static final float OF_PLATFORM = 8;
    private static final float NEWEST = 2;
    private static final float PER_YEAR = 0.25f;
    private static final float PER_POSITION = 0.002f;
    private static final int MAX_POSITION = 500;
    private static final int MAX_SECTION = 60;
    private static final int LIST = 4;
    private static final int PROBES = 2;
    private static final float PROBE_FILE = 3;
    private static final float PROBE_PAGE = 1;
    private static final float ABOUT_ACTS = 0.5f;

    private static final Pattern FILE = Pattern.compile("(?i)\\.(?:pdf|odt|docx?|rtf|zip)(?:$|[?/])"
            + "|[?&](?:download|telecharger?|fichier|file)=|getfile"
            + "|telecharge(?:r|ment)?(?:\\.\\w+)?(?:$|[?/])|/download/");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20[0-4]\\d)(?!\\d{1,3}(?!\\d))");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private static final List<Topic> OF_PLACES = List.of(Topic.ACT, Topic.COUNCIL, Topic.ELSEWHERE);

    /** What an image must be called to be taken for a paper. */
    private static final Set<Topic> OF_IMAGES = Set.of(Topic.ACT);

    /** What an archive must be called: papers of a session, of a subject, of a tender. */
    private static final Set<Topic> OF_ARCHIVES = Set.of(Topic.ACT, Topic.COUNCIL, Topic.SUBJECT, Topic.PURCHASE);

    private static final int REMEMBERED = 20_000;

    private final Topics topics = new Topics();
    private final Memory<String, Signs> signs = new Memory<>(REMEMBERED);
    private final Memory<String, Optional<String>> labels = new Memory<>(REMEMBERED);
    private final Memory<Float, String> told = new Memory<>(REMEMBERED);
    private final Platforms platforms;
    private final int year;

    /** What an address alone shows. */
    private record Signs(boolean isListing, boolean isFile) {}

    /**
     * Makes a reader of links.
     *
     * @param platforms whose addresses are known
     * @param now the present year
     */
    public Focus(Platforms platforms, Year now) {
        this.platforms = platforms;
        this.year = now.getValue();
    }

    /**
     * A page, as the place of its links.
     *
     * @param crumbs the way to it as the page tells it, or null
     * @param near what {@link Promise#near} said of the link that led to it, else 0
     */
    public Place place(String url, @Nullable String title, @Nullable String crumbs, float near) {
        Set<Topic> address = topics.ofAddress(url);
        Set<Topic> name = topics.of(title == null ? "" : title);
        Set<Topic> way = topics.of(crumbs == null ? "" : crumbs);
        float points = 0;
        for (Topic topic : OF_PLACES) {
            float weight = name.contains(topic)
                    ? 1
                    : isBelied(topic, name)
                            ? 0
                            : address.contains(topic) ? IN_ADDRESS : way.contains(topic) ? IN_CRUMBS : 0;
            points += weight * topic.points();
        }
        float own = Math.min(1, Math.max(0, points / Topic.ACT.points()));
        return new Place(url, Paging.key(url), Math.max(own, near));
    }

    /** What calls itself a council's is it wherever it lies, even below "Tourisme". */
    private static boolean isBelied(Topic topic, Set<Topic> name) {
        return topic == Topic.ELSEWHERE && (name.contains(Topic.ACT) || name.contains(Topic.COUNCIL));
    }

    /** What an address promises of which nothing else is known. */
    public Promise promise(String url) {
        Evidence evidence = new Evidence(Set.of(), topics.ofAddress(url), Set.of());
        evidence.add("platform", signs(url).isListing() ? OF_PLATFORM : 0);
        evidence.add("file", isFile(url) ? 1 : 0);
        return evidence.promise(0, null, null);
    }

    /**
     * What a link promises.
     *
     * @param url the link's address, normalised
     * @param position of the link among those of its page: lists begin with what is newest
     */
    Promise promise(Place from, String url, Link link, int position) {
        String anchor = link.anchor();
        String section = link.section() == null ? "" : link.section();
        boolean paging = Paging.is(from, url, anchor);
        boolean listed = paging || link.section() != null;
        float near = listed ? from.relevance() * (paging ? 1 : FADING) : 0;
        Evidence evidence = new Evidence(topics.of(anchor), topics.ofAddress(url), topics.of(section));
        evidence.add("near", listed ? NEAR * from.relevance() : 0);
        boolean shownFirst = !listed || isHome(from.url());
        evidence.add("menu", shownFirst && !anchor.isBlank() ? IN_MENU : 0);
        evidence.add("platform", signs(url).isListing() ? OF_PLATFORM : 0);
        if (isFile(url)) {
            evidence.add("file", evidence.isOfActs() || near > 0 ? DOCUMENT : 1);
        }
        evidence.add("recent", evidence.isOfActs() || near > 0 ? recency(anchor + " " + section + " " + url) : 0);
        evidence.add("position", -PER_POSITION * Math.min(position, MAX_POSITION));
        return evidence.promise(near, listed ? key(from, section, paging) : null, label(anchor));
    }

    private @Nullable String label(String anchor) {
        return labels.of(anchor, text -> Optional.ofNullable(Labels.of(text))).orElse(null);
    }

    /**
     * What all links of a page promise, by address, in the order of the page; of several links to one address the best.
     *
     * @param address gives the normalised address of one that may be asked for
     */
    public Map<String, Promise> promises(Place from, List<Link> links, Function<String, Optional<String>> address) {
        Map<String, Promise> promises = new LinkedHashMap<>();
        for (Link link : links) {
            address.apply(link.url()).ifPresent(to -> {
                Promise promise = promise(from, to, link, promises.size());
                if (isIdle(to, link)) {
                    return;
                }
                promises.merge(to, promise, (one, other) -> other.score() > one.score() ? other : one);
            });
        }
        join(promises, from);
        probe(promises);
        return promises;
    }

    /** Pictures and archives are everywhere; few are scanned or packed papers, and those are called so. */
    private boolean isIdle(String url, Link link) {
        return (Traps.isImage(url) && !isCalled(OF_IMAGES, url, link))
                || (Traps.isArchive(url) && !isCalled(OF_ARCHIVES, url, link));
    }

    private boolean isCalled(Set<Topic> names, String url, Link link) {
        String section = link.section() == null ? "" : link.section();
        return Stream.of(topics.of(link.anchor()), topics.ofAddress(url), topics.of(section))
                .anyMatch(found -> !Collections.disjoint(found, names));
    }

    /** Links that each have a heading of their own, as on cards, are one list. */
    private static void join(Map<String, Promise> promises, Place from) {
        Map<String, Integer> lengths = lengths(promises);
        promises.replaceAll((url, link) -> {
            boolean isAlone = link.place() != null && lengths.getOrDefault(link.place(), 0) == 1;
            return isAlone ? link.in(from.list() + " ") : link;
        });
    }

    private static Map<String, Integer> lengths(Map<String, Promise> promises) {
        Map<String, Integer> lengths = new HashMap<>();
        promises.values().stream()
                .filter(link -> link.place() != null)
                .forEach(link -> lengths.merge(link.place(), 1, Integer::sum));
        return lengths;
    }

    /** The first links of every list are tried early: what they lead to speaks for the others. */
    private void probe(Map<String, Promise> promises) {
        Map<String, Integer> lengths = lengths(promises);
        Map<String, Integer> tried = new HashMap<>();
        promises.replaceAll((url, link) -> {
            boolean isProbe = link.place() != null
                    && lengths.getOrDefault(link.place(), 0) >= LIST
                    && tried.merge(link.place(), 1, Integer::sum) <= PROBES;
            return isProbe ? probed(link, isFile(url) ? PROBE_FILE : PROBE_PAGE) : link;
        });
    }

    private Promise probed(Promise link, float points) {
        return link.plus("probe" + told.of(points, Promise::told), points);
    }

    /**
     * Whether a page was worth its request: an act, or a page that leads to some; empty where one cannot know. Half of
     * all minutes are scans: one without text, named by nothing, is taken for an act where the page before it was about
     * acts, and for nothing elsewhere.
     *
     * @param near what {@link Promise#near} said of the link that led to it
     * @param links those that it is the first to show: {@link Shown}
     */
    public static Optional<Boolean> pays(
            DocumentKind kind, TextOutcome outcome, float near, Collection<Promise> links) {
        boolean isAct = DocumentKinds.isAct(kind);
        if (!isAct && outcome == TextOutcome.NO_TEXT) {
            return near >= ABOUT_ACTS ? Optional.of(true) : Optional.empty();
        }
        return Optional.of(isAct || leadsOn(links));
    }

    private static boolean leadsOn(Collection<Promise> links) {
        return links.stream().anyMatch(link -> link.place() != null && link.score() >= PROMISING);
    }

    private static boolean isHome(String url) {
        return url.indexOf('/', url.indexOf("://") + 3) == url.length() - 1;
    }

    private boolean isFile(String url) {
        return signs(url).isFile();
    }

    private Signs signs(String url) {
        return signs.of(
                url,
                address -> new Signs(
                        platforms.isListing(address), FILE.matcher(address).find() || platforms.isDocument(address)));
    }

    private static String key(Place from, String section, boolean paging) {
        String name = paging ? "" : DIGITS.matcher(section).replaceAll("#");
        return from.list() + " " + name.substring(0, Math.min(name.length(), MAX_SECTION));
    }

    private float recency(String text) {
        int newest = 0;
        Matcher years = YEAR.matcher(text);
        while (years.find()) {
            int found = Integer.parseInt(years.group(1));
            newest = found <= year ? Math.max(newest, found) : newest;
        }
        return newest == 0 ? 0 : Math.max(0, NEWEST - PER_YEAR * (year - newest));
    }

    /** Adds up points and keeps their reasons. */
    private final class Evidence {

        private final Set<Topic> seen = EnumSet.noneOf(Topic.class);
        private final StringBuilder why = new StringBuilder();
        private float score = 1;

        Evidence(Set<Topic> anchor, Set<Topic> address, Set<Topic> section) {
            for (Topic topic : Topic.values()) {
                if (anchor.contains(topic)) {
                    topic(topic, "anchor", 1);
                } else if (address.contains(topic) && !isBelied(topic, anchor)) {
                    topic(topic, "address", IN_ADDRESS);
                } else if (section.contains(topic) && !isBelied(topic, anchor)) {
                    topic(topic, "section", IN_SECTION);
                }
            }
        }

        private void topic(Topic topic, String where, float weight) {
            seen.add(topic);
            add(topic.id() + "@" + where, weight * topic.points());
        }

        boolean isOfActs() {
            return seen.contains(Topic.ACT) || seen.contains(Topic.SUBJECT);
        }

        void add(String reason, float points) {
            if (points != 0) {
                score += points;
                why.append(why.isEmpty() ? "" : " ").append(reason).append(told.of(points, Promise::told));
            }
        }

        Promise promise(float near, @Nullable String place, @Nullable String label) {
            return new Promise(Math.min(MOST, Math.max(1, score)), near, place, label, why.toString());
        }
    }
}
