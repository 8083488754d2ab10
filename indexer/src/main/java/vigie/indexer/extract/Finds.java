package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vigie.model.Mention;

/**
 * What the finders found in a stretch of text.
 *
 * @param hits vendors, products and terms of the lexicon
 */
record Finds(List<Mention> hits, List<Sum> sums, List<When> dates, List<Place> places) {

    static final Finds NONE = new Finds(List.of(), List.of(), List.of(), List.of());

    Finds {
        hits = List.copyOf(hits);
        sums = List.copyOf(sums);
        dates = List.copyOf(dates);
        places = List.copyOf(places);
    }

    /** These and {@code more} mentions, in the order of the text. */
    Finds and(List<Mention> more) {
        List<Mention> all = Stream.concat(hits.stream(), more.stream())
                .sorted(Comparator.comparingInt(Mention::start))
                .toList();
        return new Finds(all, sums, dates, places);
    }

    /** Shared out to those who own the offsets, {@code count} of them. */
    List<Finds> share(Stretches stretches, int count) {
        List<List<Mention>> sharedHits = stretches.share(hits, Mention::start, count);
        List<List<Sum>> sharedSums = stretches.share(sums, sum -> sum.span().start(), count);
        List<List<When>> sharedDates =
                stretches.share(dates, when -> when.span().start(), count);
        List<List<Place>> sharedPlaces =
                stretches.share(places, place -> place.span().start(), count);
        List<Finds> shares = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            shares.add(new Finds(sharedHits.get(i), sharedSums.get(i), sharedDates.get(i), sharedPlaces.get(i)));
        }
        return shares;
    }
}
