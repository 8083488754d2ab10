package vigie.reports.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vigie.model.SavedSearch;
import vigie.model.config.Project;
import vigie.reports.Digest;
import vigie.reports.DigestRun;
import vigie.reports.NewsFeeds;
import vigie.reports.query.Queries;
import vigie.reports.render.DigestTexts;
import vigie.reports.render.Texts;

/** News of an index, with a source that has gone silent. */
record SampleNews(Queries queries, Project project, Clock clock) implements News {

    static final String SILENT = "Source <muette>";

    @Override
    public Instant start() {
        return Instant.parse("2020-01-01T00:00:00Z");
    }

    @Override
    public Digest since(Instant moment) {
        return new DigestRun(queries, project, new Texts(Locale.FRENCH), clock, null)
                .since(moment, List.of(new Digest.Quiet("muette", SILENT, Digest.Trouble.SILENT, null)));
    }

    @Override
    public String feed(DigestTexts digest, String home) {
        return new NewsFeeds(queries, home).of(digest).xml();
    }

    @Override
    public String feed(SavedSearch search, String home) {
        return new NewsFeeds(queries, home).of(search).xml();
    }
}
