package vigie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import vigie.model.SavedSearch;
import vigie.model.config.Project;
import vigie.reports.Digest;
import vigie.reports.NewsFeeds;
import vigie.reports.query.Queries;
import vigie.reports.render.DigestTexts;
import vigie.reports.web.News;

/** What {@code vigie digest} tells, for the web site. */
record ServedNews(Main main, Queries queries, Project project) implements News {

    @Override
    public Instant start() {
        try {
            return DigestCommand.start(main.options.dataDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Digest since(Instant moment) {
        try {
            return DigestCommand.run(main, queries, project, null)
                    .since(moment, DigestCommand.quiet(queries, main.options.dataDirectory()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
