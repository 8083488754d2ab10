package vigie.reports.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vigie.model.PartialDate;
import vigie.reports.Digest;
import vigie.reports.query.Queries;
import vigie.reports.render.AtlasLinks;
import vigie.reports.render.DigestTexts;
import vigie.reports.web.Refusal.Reason;

/** {@code /digest}: what is new. The last digest is kept while nothing new is known. Thread-safe. */
public final class DigestView implements Page {

    static final String PATH = "/digest";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final News news;
    private final Queries queries;
    private final Names names;
    private final SiteLinks links;
    private final Clock clock;
    private volatile @Nullable Made made;

    DigestView(Site site, Names names, SiteLinks links) {
        this.news = site.news();
        this.queries = site.queries();
        this.clock = site.clock();
        this.names = names;
        this.links = links;
    }

    /**
     * What the page shows.
     *
     * @param since day that was asked for, as it was typed, or empty
     */
    public record Model(DigestTexts digest, String since, AtlasLinks links) {}

    /** A digest and all that it depends on. */
    private record Made(String version, Instant since, LocalDate today, Digest digest) {}

    @Override
    public View of(Visit visit) {
        String since = visit.parameter("since");
        return View.of("digest", new Model(words(digest(since), visit.texts()), since == null ? "" : since, links));
    }

    /**
     * What became known since a year, month or day, or since {@link News#start} for null.
     *
     * @throws Refusal if {@code since} is no date
     */
    Digest digest(@Nullable String since) {
        Instant moment = since == null ? news.start() : moment(since);
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        String version = queries.version();
        Made last = made;
        if (last == null
                || !last.version().equals(version)
                || !last.since().equals(moment)
                || !last.today().equals(today)) {
            last = new Made(version, moment, today, news.since(moment));
            made = last;
        }
        return last.digest();
    }

    private static Instant moment(String since) {
        try {
            return PartialDate.parse(since).earliest().atStartOfDay(PARIS).toInstant();
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.BAD_DATE, since);
        }
    }

    /** A digest in words. */
    DigestTexts words(Digest digest, WebTexts texts) {
        return new DigestTexts(digest, texts.words(), id -> String.valueOf(names.vendor(id)));
    }
}
