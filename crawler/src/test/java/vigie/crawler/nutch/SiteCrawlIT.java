package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.crawler.fetch.Fetcher;
import vigie.crawler.parse.DocumentParser;
import vigie.model.Attempt;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.archive.Archive;
import vigie.model.config.CrawlSettings;

class SiteCrawlIT {

    @TempDir
    Path data;

    private final TownSites sites = new TownSites();
    private final CrawlSettings settings = CrawlSettings.defaults();
    private final Fetcher fetcher = new Fetcher(settings, "test", Clock.systemUTC());
    private final DocumentParser parser = new DocumentParser(settings);
    private final List<Issue> issues = new CopyOnWriteArrayList<>();
    private Archive archive;

    @BeforeEach
    void openArchive() throws IOException {
        archive = Archive.open(data.resolve("archive"), issues::add);
    }

    @AfterEach
    void close() {
        fetcher.close();
        parser.close();
        sites.close();
    }

    @Test
    void followsLinksAndArchivesWhatItReads() throws Exception {
        sites.html("a.localhost", "/", "Ville A", "<p>Bienvenue</p><a href='/conseil'>Conseil municipal</a>");
        sites.html(
                "a.localhost",
                "/conseil",
                "Conseil municipal",
                "<p>Les séances</p><a href='/pv-1.html'>PV du 3 mars 2024</a>");
        sites.html("a.localhost", "/pv-1.html", "Procès-verbal du 3 mars 2024", "<p>Le conseil approuve.</p>");

        SiteReport report = crawl(false, sites.source("a", "a.localhost")).run();

        assertThat(report.documents()).isEqualTo(3);
        assertThat(documents())
                .extracting(d -> d.capture().url())
                .contains(sites.at("a.localhost", "/pv-1.html").toString());
        assertThat(report.rounds()).isEqualTo(3);
        assertThat(attempts()).hasSize(4);
    }

    private SiteCrawl crawl(boolean recheckAll, Source... sources) throws IOException {
        Set<String> ids = List.of(sources).stream().map(Source::id).collect(Collectors.toSet());
        SiteTask task = new SiteTask(
                List.of(sources), ids, settings, "test", Clock.systemUTC().instant(), 10, 1_000, recheckAll);
        return new SiteCrawl(
                data.resolve("crawl"),
                null,
                task,
                fetcher,
                parser,
                archive,
                Clock.systemUTC(),
                () -> false,
                progress -> {},
                issues::add);
    }

    private List<SourceDocument> documents() throws IOException {
        List<SourceDocument> documents = new ArrayList<>();
        for (String segment : archive.segments()) {
            archive.documents(segment, documents::add);
        }
        return documents;
    }

    private List<Attempt> attempts() throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        for (String segment : archive.segments()) {
            archive.attempts(segment, attempts::add);
        }
        return attempts;
    }
}
