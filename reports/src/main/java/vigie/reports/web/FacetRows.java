package vigie.reports.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vigie.indexer.index.IndexSchema;
import vigie.reports.query.SearchResult.Count;
import vigie.reports.web.SearchModel.Choice;
import vigie.reports.web.SearchModel.Facet;

/** The facets of a search: what it can be narrowed to, with counts. */
final class FacetRows {

    private static final Set<String> OPEN =
            Set.of(IndexSchema.COMMUNE, IndexSchema.VENDOR, IndexSchema.STAGE, IndexSchema.YEAR);
    private static final int AT_ONCE = 6;
    /** Values of a field that a page shows. */
    static final int MOST = 60;

    private final SearchForm form;
    private final Names names;
    private final WebTexts texts;

    FacetRows(SearchForm form, Names names, WebTexts texts) {
        this.form = form;
        this.names = names;
        this.texts = texts;
    }

    /** Fields in the order of the schema, those without values left out. */
    List<Facet> of(Map<String, List<Count>> counts) {
        List<Facet> facets = new ArrayList<>();
        for (String field : IndexSchema.FACETS) {
            List<Choice> choices = choices(field, counts.getOrDefault(field, List.of()));
            if (!choices.isEmpty()) {
                int first = Math.min(AT_ONCE, choices.size());
                facets.add(new Facet(
                        field,
                        texts.get("facet." + field),
                        choices.subList(0, first),
                        choices.subList(first, choices.size()),
                        OPEN.contains(field) || form.filters().containsKey(field)));
            }
        }
        return facets;
    }

    private List<Choice> choices(String field, List<Count> counts) {
        Stream<Count> shown = field.equals(IndexSchema.YEAR)
                ? counts.stream().sorted(Comparator.comparing(Count::value).reversed())
                : counts.stream();
        return shown.limit(MOST).map(count -> choice(field, count)).toList();
    }

    private Choice choice(String field, Count count) {
        List<String> chosen = form.filters().getOrDefault(field, List.of());
        boolean isChosen = chosen.contains(count.value());
        List<String> changed = isChosen
                ? chosen.stream().filter(value -> !value.equals(count.value())).toList()
                : Stream.concat(chosen.stream(), Stream.of(count.value())).toList();
        return new Choice(
                names.value(field, count.value(), texts),
                texts.words().number(count.documents()),
                form.href(SearchPage.PATH).with(field, changed).toString(),
                isChosen);
    }
}
