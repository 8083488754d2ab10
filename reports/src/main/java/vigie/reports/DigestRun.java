package vigie.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.Json;
import vigie.model.Presence;
import vigie.model.SavedSearch;
import vigie.model.archive.WholeFile;
import vigie.model.config.Project;
import vigie.reports.digest.Digests;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;
import vigie.reports.render.DigestPage;
import vigie.reports.render.DigestTexts;
import vigie.reports.render.Texts;

/** Index to digest: asks what is new, assembles, renders, writes. */
public final class DigestRun {

    /** In what a digest is written. */
    public enum Format {
        HTML,
        TEXT,
        ATOM,
        JSON
    }

    private final Queries queries;
    private final Project project;
    private final Texts texts;
    private final Clock clock;
    private final @Nullable String home;

    /**
     * Digests of one index.
     *
     * @param home address under which the pages are published, ending in a slash, or null
     */
    public DigestRun(Queries queries, Project project, Texts texts, Clock clock, @Nullable String home) {
        this.queries = queries;
        this.project = project;
        this.texts = texts;
        this.clock = clock;
        this.home = home;
    }

    /** What is new since a moment; {@code sources} have gone silent. */
    public Digest since(Instant since, List<Digest.Quiet> sources) {
        Instant now = clock.instant();
        return new Digests(now)
                .of(
                        since,
                        queries.statistics().project().substring(0, 12),
                        queries.changes(since),
                        queries.claims(ClaimFilter.all()),
                        queries.deployments(DeploymentFilter.all()),
                        queries.vanishedSince(since).entrySet().stream()
                                .flatMap(gone -> gone(gone).stream())
                                .sorted(Comparator.comparing(Digest.Gone::url))
                                .toList(),
                        sources);
    }

    private Optional<Digest.Gone> gone(Map.Entry<String, Presence> vanished) {
        return queries.document(vanished.getKey())
                .map(document ->
                        new Digest.Gone(document.id(), document.title(), document.address(), vanished.getValue()));
    }

    /**
     * Writes a digest, {@code digest.html} and so on, and a feed for each saved search, {@code search-ID.atom}.
     *
     * @return the files
     */
    public List<Path> write(Digest digest, Set<Format> formats, List<SavedSearch> searches, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        for (Format format : Format.values()) {
            if (formats.contains(format)) {
                String ending = format == Format.TEXT ? "txt" : format.name().toLowerCase(Locale.ROOT);
                written.add(WholeFile.write(folder.resolve("digest." + ending), render(digest, format)));
            }
        }
        if (formats.contains(Format.ATOM)) {
            for (SavedSearch search : searches) {
                written.add(WholeFile.write(
                        folder.resolve("search-" + search.id() + ".atom"),
                        new NewsFeeds(queries, home).of(search).xml()));
            }
        }
        return written;
    }

    /** A digest in one format. */
    public String render(Digest digest, Format format) {
        return switch (format) {
            case HTML -> new DigestPage().render(words(digest));
            case TEXT -> words(digest).text();
            case ATOM -> new NewsFeeds(queries, home).of(words(digest)).xml();
            case JSON -> json(digest);
        };
    }

    private DigestTexts words(Digest digest) {
        return new DigestTexts(digest, texts, id -> project.firm(id).name());
    }

    private static String json(Digest digest) {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(digest) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a digest of ours can always be written", e);
        }
    }
}
