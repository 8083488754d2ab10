package vigie.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.archive.Archive;
import vigie.model.archive.WholeFile;
import vigie.model.config.Communes;
import vigie.model.config.Register;
import vigie.reports.bundle.BundleWriter;
import vigie.reports.city.CityFacts;
import vigie.reports.city.CityReports;
import vigie.reports.query.Queries;
import vigie.reports.query.TownFacts;
import vigie.reports.render.CityCsv;
import vigie.reports.render.HtmlReport;
import vigie.reports.render.JsonReport;
import vigie.reports.render.Letter;
import vigie.reports.render.LetterReport;
import vigie.reports.render.MarkdownReport;
import vigie.reports.render.PdfReport;
import vigie.reports.render.Texts;

/** Index to city report: asks, assembles, renders, writes. */
public final class ReportRun {

    /** In what a report is written. */
    public enum Format {
        HTML,
        PDF,
        MD,
        CSV,
        JSON
    }

    private final Queries queries;
    private final CityReports reports;
    private final Texts texts;
    private final Clock clock;

    public ReportRun(Queries queries, Register register, Texts texts, Clock clock) {
        this.queries = queries;
        this.reports = new CityReports(register, clock);
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Writes the report about a commune.
     *
     * @param moment only what was known before it; null = all
     * @return the files, one per format, in the formats' order; behind them the request for documents, where there is
     *     something to ask for, in those formats that people read
     */
    public List<Path> city(Commune commune, @Nullable Instant moment, Set<Format> formats, Path folder)
            throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, byte[]> file :
                files(city(commune, moment), formats).entrySet()) {
            written.add(WholeFile.write(folder.resolve(file.getKey()), file.getValue()));
        }
        return written;
    }

    /** Writes the report in all formats with all that it rests on into one zip that can be checked without a network. */
    public Path bundle(Commune commune, @Nullable Instant moment, Archive archive, Path folder) throws IOException {
        CityReport report = city(commune, moment);
        String name = name(report, "-preuves");
        return new BundleWriter(queries::document, archive::record)
                .write(report, files(report, EnumSet.allOf(Format.class)), name, folder.resolve(name + ".zip"));
    }

    /** The report about a commune as a file. */
    public byte[] city(Commune commune, @Nullable Instant moment, Format format) {
        return render(city(commune, moment), format);
    }

    /** The report about a commune. */
    public CityReport city(Commune commune) {
        return city(commune, null);
    }

    /** The same of what was known before a moment; null, or one that is still to come, for all. */
    public CityReport city(Commune commune, @Nullable Instant moment) {
        TownFacts facts = TownFacts.before(moment, clock.instant(), queries, commune.code());
        return reports.of(
                commune,
                new CityFacts(
                        facts.deployments(),
                        facts.claims(),
                        facts.coverage(),
                        facts.ledger(YearMonth.now(clock)),
                        queries::document,
                        facts::presence,
                        facts::review,
                        queries.statistics().project().substring(0, 12),
                        facts.asOf()));
    }

    private Map<String, byte[]> files(CityReport report, Set<Format> formats) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Stream.of(Format.values())
                .filter(formats::contains)
                .forEach(format -> files.put(file(report, "", format), render(report, format)));
        if (report.request() != null) {
            Letter letter = Letter.of(report);
            Stream.of(Format.HTML, Format.PDF, Format.MD)
                    .filter(formats::contains)
                    .forEach(format -> files.put(file(report, "-demande", format), render(letter, format)));
        }
        return files;
    }

    private byte[] render(CityReport report, Format format) {
        return switch (format) {
            case HTML -> utf8(new HtmlReport(texts).render(report));
            case PDF -> new PdfReport().render(new HtmlReport(texts).paper(report));
            case MD -> utf8(new MarkdownReport(texts).render(report));
            case CSV -> utf8(new CityCsv().render(report));
            case JSON -> utf8(new JsonReport(texts).render(report));
        };
    }

    private static byte[] render(Letter letter, Format format) {
        LetterReport letters = new LetterReport();
        return switch (format) {
            case HTML -> utf8(letters.html(letter, false));
            case PDF -> new PdfReport().render(letters.html(letter, true));
            case MD, CSV, JSON -> utf8(letters.markdown(letter));
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** {@code moirans-38239.html}: stable, and readable in a folder of many. */
    static String name(Commune commune, Format format) {
        return name(commune, "") + "." + format.name().toLowerCase(Locale.ROOT);
    }

    private static String file(CityReport report, String what, Format format) {
        return name(report, what) + "." + format.name().toLowerCase(Locale.ROOT);
    }

    /** With the day whose knowledge it tells, so that it never replaces the report of today. */
    private static String name(CityReport report, String what) {
        return name(report.commune(), report.asOf() == null ? what : "-" + report.asOf() + what);
    }

    private static String name(Commune commune, String what) {
        return Communes.fold(commune.name()).replaceAll("[^a-z0-9]+", "-") + "-" + commune.code() + what;
    }
}
