package vigie.reports.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vigie.reports.query.Hit;
import vigie.reports.query.Queries;
import vigie.reports.query.QueryException;
import vigie.reports.query.SearchResult;
import vigie.reports.query.Snippet;
import vigie.reports.web.SearchModel.Extract;
import vigie.reports.web.SearchModel.Found;
import vigie.reports.web.SearchModel.Piece;
import vigie.reports.web.SearchModel.Row;

/** {@code /search}: full text, narrowed by facets and dates. */
final class SearchPage implements Page {

    static final String PATH = "/search";

    private static final int DEEPEST_HIT = 10_000;

    private final Queries queries;
    private final Names names;

    SearchPage(Queries queries, Names names) {
        this.queries = queries;
        this.names = names;
    }

    @Override
    public View of(Visit visit) {
        SearchForm form = SearchForm.of(visit.parameters());
        WebTexts texts = visit.texts();
        List<Link> chips = chips(form, texts);
        if (form.isEmpty()) {
            return View.of("search", new SearchModel(form, chips, null, null));
        }
        try {
            SearchResult result = queries.search(form.request());
            return View.of("search", new SearchModel(form, chips, null, found(form, result, texts)));
        } catch (QueryException e) {
            return new View(400, "search", new SearchModel(form, chips, e.describe(texts.locale()), null));
        }
    }

    private List<Link> chips(SearchForm form, WebTexts texts) {
        List<Link> chips = new ArrayList<>();
        Href all = form.href(PATH);
        form.filters()
                .forEach((field, values) -> values.forEach(value -> {
                    List<String> rest = values.stream()
                            .filter(other -> !other.equals(value))
                            .toList();
                    String label =
                            texts.words().labelled(texts.get("facet." + field), names.value(field, value, texts));
                    chips.add(new Link(label, all.with(field, rest).toString()));
                }));
        Map<String, String> dates = new LinkedHashMap<>();
        dates.put("since", form.since());
        dates.put("until", form.until());
        dates.put("known", form.known());
        dates.forEach((name, value) -> {
            if (!value.isEmpty()) {
                chips.add(new Link(
                        texts.get("search.chip." + name, value),
                        all.with(name, "").toString()));
            }
        });
        return chips;
    }

    private Found found(SearchForm form, SearchResult result, WebTexts texts) {
        long reachable = Math.min(result.total(), DEEPEST_HIT);
        long pages = Math.max(1, (reachable + SearchForm.PAGE - 1) / SearchForm.PAGE);
        return new Found(
                texts.get(result.exact() ? "search.count" : "search.count.least", result.total()),
                result.hits().stream().map(hit -> row(hit, texts)).toList(),
                new FacetRows(form, names, texts).of(result.facets()),
                form.page() > 1 ? page(form, form.page() - 1) : null,
                form.page() < pages ? page(form, form.page() + 1) : null,
                texts.get("search.position", form.page(), pages),
                form.href(PATH + ".json").toString(),
                form.href(PATH + ".csv").toString());
    }

    private static String page(SearchForm form, int page) {
        return form.href(PATH)
                .with("page", page == 1 ? "" : String.valueOf(page))
                .toString();
    }

    private Row row(Hit hit, WebTexts texts) {
        List<String> facts = new ArrayList<>();
        if (hit.commune() != null) {
            facts.add(hit.commune().name());
        }
        if (hit.date() != null) {
            facts.add(texts.words().date(hit.date()));
        }
        facts.add(texts.term("kind", hit.kind()));
        facts.add(names.source(hit.source()));
        return new Row(
                Names.title(hit.title(), hit.url()),
                Href.path("document", hit.document()),
                facts,
                hit.url(),
                Link.outward(hit.url()),
                hit.snippets().stream()
                        .map(snippet -> extract(hit.document(), snippet))
                        .toList());
    }

    private static Extract extract(String document, Snippet snippet) {
        return new Extract(
                Href.path("document", document) + "?at=" + snippet.start() + "#at",
                snippet.page(),
                snippet.cutBefore(),
                pieces(snippet.text(), snippet.marks()),
                snippet.cutAfter());
    }

    private static List<Piece> pieces(String text, List<Snippet.Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Snippet.Mark mark : marks) {
            pieces.add(new Piece(text.substring(at, mark.start()), false));
            pieces.add(new Piece(text.substring(mark.start(), mark.end()), true));
            at = mark.end();
        }
        pieces.add(new Piece(text.substring(at), false));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }
}
