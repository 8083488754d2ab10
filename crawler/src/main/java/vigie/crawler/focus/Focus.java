package vigie.crawler.focus;

import java.time.Clock;
import java.time.Year;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Link;

/**
 * Reads what a link promises: by its address, its anchor, the headings it stands under, the years in them, and what the
 * page is about on which it stands. Plain weights, no chance: the same link on the same page promises the same. What
 * like links led to is added by {@link Yields}. Immutable, thread-safe.
 */
public final class Focus {

    /** Of the addresses that a seed names itself: before all that links promise. */
    public static final float SEED = 100;

    /** The most that a link promises. */
    public static final float MOST = 90;

    /** From here on a link is one to an act, as far as one can see before fetching it. */
    private static final float PROMISING = 12;

    private static final int ENOUGH = 2;
    private static final float IN_ADDRESS = 0.9f;
    private static final float IN_SECTION = 0.6f;
    private static final float NEAR = 9;
    private static final float FADING = 0.7f;
    private static final float DOCUMENT = 4;
    private static final float NEWEST = 2;
    private static final float PER_YEAR = 0.25f;
    private static final float PER_POSITION = 0.002f;
    private static final int MAX_POSITION = 500;
    private static final int MAX_SECTION = 60;

    private static final Pattern FILE =
            Pattern.compile("(?i)\\.(?:pdf|odt|docx?|rtf)(?:$|[?/])|/content/download/|/documents/\\d+/"
                    + "|[?&](?:wpdmdl|download|telecharger?|fichier|file)=|getfile|doc_download|d_op=getit"
                    + "|telecharge(?:r|ment)?(?:\\.\\w+)?(?:$|[?/])|/download/");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20[0-4]\\d)(?!\\d{1,3}(?!\\d))");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final int year;

    /**
     * Makes a reader of links.
     *
     * @param clock says which year is the present one
     */
    public Focus(Clock clock) {
        this.year = Year.now(clock).getValue();
    }

    /**
     * A page, as the place of its links.
     *
     * @param near what {@link Promise#near} said of the link that led to it, else 0
     */
    public Place place(String url, @Nullable String title, float near) {
        String address = FoldedWords.ofAddress(url);
        String name = FoldedWords.of(title == null ? "" : title);
        float points = 0;
        for (Topic topic : new Topic[] {Topic.ACT, Topic.COUNCIL, Topic.ELSEWHERE}) {
            float weight = topic.isIn(name) ? 1 : topic.isIn(address) ? IN_ADDRESS : 0;
            points += weight * topic.points();
        }
        float own = Math.min(1, Math.max(0, points / Topic.ACT.points()));
        return new Place(url, Math.max(own, near));
    }

    /** What an address promises of which nothing else is known. */
    public Promise promise(String url) {
        Evidence evidence = new Evidence("", FoldedWords.ofAddress(url), "");
        evidence.add("file", FILE.matcher(url).find() ? 1 : 0);
        return evidence.promise(0, null);
    }

    /**
     * What a link promises.
     *
     * @param url the link's address, normalised
     * @param position of the link among those of its page: lists begin with what is newest
     */
    Promise promise(Place from, String url, Link link, int position) {
        String anchor = FoldedWords.of(link.anchor());
        String section = FoldedWords.of(link.section() == null ? "" : link.section());
        boolean paging = Paging.is(from.url(), url, anchor);
        boolean listed = paging || link.section() != null;
        float near = listed ? from.relevance() * (paging ? 1 : FADING) : 0;
        Evidence evidence = new Evidence(anchor, FoldedWords.ofAddress(url), section);
        evidence.add("near", listed ? NEAR * from.relevance() : 0);
        if (FILE.matcher(url).find()) {
            evidence.add("file", evidence.isOfActs() || near > 0 ? DOCUMENT : 1);
        }
        evidence.add("recent", evidence.isOfActs() || near > 0 ? recency(anchor + " " + section + " " + url) : 0);
        evidence.add("position", -PER_POSITION * Math.min(position, MAX_POSITION));
        return evidence.promise(near, listed ? key(from, section, paging) : null);
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
                promises.merge(to, promise, (one, other) -> other.score() > one.score() ? other : one);
            });
        }
        return promises;
    }

    /** Whether a page was worth its request: an act, or a page that leads to some. */
    public static boolean pays(boolean isAct, Collection<Promise> links) {
        return isAct
                || links.stream()
                                .filter(link -> link.place() != null && link.score() >= PROMISING)
                                .count()
                        >= ENOUGH;
    }

    private static String key(Place from, String section, boolean paging) {
        String name = paging ? "" : DIGITS.matcher(section).replaceAll("#");
        return Paging.key(from.url()) + " " + name.substring(0, Math.min(name.length(), MAX_SECTION));
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
    private static final class Evidence {

        private final Map<Topic, Float> topics = new EnumMap<>(Topic.class);
        private final StringBuilder why = new StringBuilder();
        private float score = 1;

        Evidence(String anchor, String address, String section) {
            for (Topic topic : Topic.values()) {
                if (topic.isIn(anchor)) {
                    topic(topic, "anchor", 1);
                } else if (topic.isIn(address)) {
                    topic(topic, "address", IN_ADDRESS);
                } else if (topic.isIn(section)) {
                    topic(topic, "section", IN_SECTION);
                }
            }
        }

        private void topic(Topic topic, String where, float weight) {
            topics.put(topic, weight);
            add(topic.id() + "@" + where, weight * topic.points());
        }

        boolean isOfActs() {
            return topics.containsKey(Topic.ACT) || topics.containsKey(Topic.SUBJECT);
        }

        void add(String reason, float points) {
            if (points != 0) {
                score += points;
                why.append(why.isEmpty() ? "" : " ").append(reason).append(String.format(Locale.ROOT, "%+.3g", points));
            }
        }

        Promise promise(float near, @Nullable String place) {
            return new Promise(Math.min(MOST, Math.max(1, score)), near, place, why.toString());
        }
    }
}
