package vigie.crawler.focus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Learns within a crawl which lists and which forms of address lead to acts, so that a list which gave some raises its
 * other links and its further pages, and a part of a site which gave none falls. Thread-safe.
 */
public final class Yields {

    private static final float BY_PLACE = 14;
    private static final float BY_FORM = 10;

    /** The share that is neither good nor bad; of a form less, because sections and what is in them may share one. */
    private static final float FAIR = 0.25f;

    private static final float FAIR_OF_FORM = 0.1f;

    /** So many pages make a share half believed. */
    private static final float DOUBT = 2;

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern NAME = Pattern.compile("[^/]*?(\\.\\w{2,5})?$");
    private static final Pattern SCRIPT = Pattern.compile("(?i).*\\.(?:php|jsp|aspx?|cfm|do)$");

    private final Map<String, Count> counts = new HashMap<>();

    private static final class Count {
        private int fetched;
        private int paid;

        private float points(float most, float fair) {
            float share = (float) paid / fetched;
            return most * (share - fair) * fetched / (fetched + DOUBT);
        }
    }

    /**
     * A page has been fetched.
     *
     * @param place {@link Promise#place} of the link that led to it
     * @param paid {@link Focus#pays}
     */
    public synchronized void learn(String url, @Nullable String place, boolean paid) {
        for (String key : keys(url, place)) {
            Count count = counts.computeIfAbsent(key, missing -> new Count());
            count.fetched++;
            count.paid += paid ? 1 : 0;
        }
    }

    /** The points, often negative, to add to what a link promises; 0 where nothing like it was fetched. */
    public float of(String url, @Nullable String place) {
        return points(form(url), place);
    }

    /** The same of all addresses of one form. */
    synchronized float points(String form, @Nullable String place) {
        Count ofForm = counts.get(form);
        Count ofPlace = place == null ? null : counts.get(place);
        return (ofForm == null ? 0 : ofForm.points(BY_FORM, FAIR_OF_FORM))
                + (ofPlace == null ? 0 : ofPlace.points(BY_PLACE, FAIR));
    }

    /** Orders addresses: what one promises with what like ones led to; more is sooner, never below 0. */
    public float rank(float promise, String url, @Nullable String place) {
        return rank(promise, of(url, place));
    }

    static float rank(float promise, float yield) {
        float points = promise + yield;
        return points >= 1 ? points : 1 / (2 - points);
    }

    private static List<String> keys(String url, @Nullable String place) {
        List<String> keys = new ArrayList<>();
        keys.add(form(url));
        if (place != null) {
            keys.add(place);
        }
        return keys;
    }

    /** An address with its numbers left out, and its last name where that is no script: {@code https://v.example/docs/#/*.pdf}. */
    static String form(String url) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        int host = path.indexOf('/', path.indexOf("://") + 3);
        String below = host < 0 ? "" : path.substring(host);
        boolean isScript = query >= 0 || SCRIPT.matcher(below).matches();
        String named = isScript ? below : NAME.matcher(below).replaceFirst("*$1");
        String asked = query < 0 ? "" : url.substring(query);
        return path.substring(0, Math.max(0, host))
                + DIGITS.matcher(named + asked).replaceAll("#");
    }
}
