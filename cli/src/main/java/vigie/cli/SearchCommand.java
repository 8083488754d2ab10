package vigie.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.model.Json;
import vigie.model.SavedSearch;
import vigie.model.archive.DataDirectory;
import vigie.model.archive.SearchFile;
import vigie.reports.query.Hit;
import vigie.reports.query.Queries;
import vigie.reports.query.QueryException;
import vigie.reports.query.SearchRequest;
import vigie.reports.query.SearchResult;
import vigie.reports.query.Snippet;
import vigie.reports.web.HitsCsv;
import vigie.reports.web.WebTexts;

/** {@code vigie search}: documents and passages, with what was looked for marked. */
@Command(name = "search", mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Parameters(arity = "1..*", paramLabel = "QUERY", descriptionKey = "query")
    List<String> query = new ArrayList<>();

    @Mixin
    final FilterOptions filter = new FilterOptions();

    @Option(names = "--source", paramLabel = "ID", descriptionKey = "source")
    @Nullable
    String source;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "until")
    @Nullable
    String until;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of-search")
    @Nullable
    String asOf;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", descriptionKey = "limit")
    int limit = 10;

    @Option(names = "--offset", paramLabel = "N", defaultValue = "0", descriptionKey = "offset")
    int offset;

    @Option(names = "--sort", paramLabel = "ORDER", defaultValue = "relevance", descriptionKey = "sort")
    SearchRequest.Order order = SearchRequest.Order.RELEVANCE;

    @Option(names = "--facets", split = ",", paramLabel = "FIELD", descriptionKey = "facets")
    Set<String> facets = Set.of();

    @Option(names = "--format", paramLabel = "text|json|csv", defaultValue = "text", descriptionKey = "format")
    Format format = Format.TEXT;

    @Option(names = "--save", paramLabel = "NAME", descriptionKey = "save")
    @Nullable
    String save;

    enum Format {
        TEXT,
        JSON,
        CSV
    }

    @Override
    public Integer call() throws IOException {
        SearchRequest request = request();
        try (Queries queries = main.queries()) {
            SearchResult result = queries.search(request);
            if (save != null) {
                save(save, request);
            }
            switch (format) {
                case JSON -> main.terminal().out().println(Json.mapper().writeValueAsString(result));
                case CSV -> main.terminal().out().print(new HitsCsv().render(result.hits()));
                case TEXT -> print(result);
            }
            return Main.OK;
        } catch (QueryException e) {
            throw new UserException(Main.USAGE, e.describe(main.messages().language()));
        }
    }

    private SearchRequest request() {
        Asked asked = main.asked();
        SearchRequest request = filter.restrict(
                SearchRequest.of(String.join(" ", query))
                        .between(asked.since(filter.since), asked.until(until))
                        .knownBy(asked.end(asOf))
                        .page(limit, offset)
                        .in(order)
                        .counting(facets),
                asked);
        return source == null ? request : request.where("source", List.of(source));
    }

    private void print(SearchResult result) {
        Terminal terminal = main.terminal();
        terminal.out()
                .println(main.messages()
                        .get(
                                "search.total",
                                result.total(),
                                offset + Math.min(1, result.hits().size()),
                                offset + result.hits().size()));
        for (Hit hit : result.hits()) {
            print(hit);
        }
        for (Map.Entry<String, List<SearchResult.Count>> facet : result.facets().entrySet()) {
            terminal.out().println();
            terminal.out().println(terminal.bold(facet.getKey()));
            facet.getValue().forEach(count -> terminal.out().printf("%7d  %s%n", count.documents(), count.value()));
        }
    }

    private void print(Hit hit) {
        Terminal terminal = main.terminal();
        List<String> origin = new ArrayList<>();
        if (hit.commune() != null) {
            origin.add(hit.commune().name());
        }
        if (hit.date() != null) {
            origin.add(hit.date().toString());
        }
        origin.add(new WebTexts(main.messages().language()).term("kind", hit.kind()));
        if (hit.page() != null) {
            origin.add(main.messages().get("search.page", hit.page()));
        }
        terminal.out().println();
        terminal.wrapped(hit.title() == null ? hit.url() : hit.title(), "")
                .forEach(line -> terminal.out().println(terminal.bold(line)));
        terminal.out().println(terminal.dim(String.join(" · ", origin)));
        terminal.wrapped(List.of(terminal.dim(hit.url()), terminal.dim(hit.document())), "  ", "")
                .forEach(terminal.out()::println);
        for (Snippet snippet : hit.snippets()) {
            String marked = terminal.colours() ? snippet.marked("\u001b[1;33m", "\u001b[0m") : snippet.marked("«", "»");
            terminal.wrapped(marked, "  ").forEach(terminal.out()::println);
        }
    }

    /** Keeps the search, so that {@code vigie digest} makes a feed of it. */
    private void save(String name, SearchRequest request) throws IOException {
        DataDirectory data = main.options.dataDirectory();
        String id = SearchFile.idOf(name)
                .orElseThrow(() -> new UserException(Main.USAGE, main.messages().get("search.save.name", name)));
        new SearchFile(data.searches())
                .save(new SavedSearch(
                        id,
                        name,
                        request.query(),
                        request.filters(),
                        Clock.systemUTC().instant()));
        main.terminal().err().println(main.messages().get("search.saved", id, data.searches()));
    }
}
