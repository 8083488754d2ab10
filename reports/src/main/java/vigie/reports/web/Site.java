package vigie.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vigie.model.archive.SearchFile;
import vigie.model.config.Project;
import vigie.reports.query.Queries;

/**
 * What the pages are made from.
 *
 * @param cities the report about a commune
 * @param cityFiles the same as a file
 * @param atlases the reports across communes
 * @param originals the archive
 * @param pageImages pages of what lies there
 * @param searches the saved ones
 * @param news what is new
 * @param desk where readers' verdicts go, or null where nobody may judge or save a search
 * @param apiRate requests to the API per minute from one address; 0 = any number
 * @param random secrets are drawn from it: it must not be guessable
 * @param failures hears of every page that failed by a fault of ours: its path and why
 */
public record Site(
        Queries queries,
        Project project,
        Cities cities,
        CityFiles cityFiles,
        Atlases atlases,
        Originals originals,
        PageImages pageImages,
        SearchFile searches,
        News news,
        @Nullable ReviewDesk desk,
        int apiRate,
        Clock clock,
        RandomGenerator random,
        BiConsumer<String, Exception> failures) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** The day in Paris: what is told may depend on it. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }
}
