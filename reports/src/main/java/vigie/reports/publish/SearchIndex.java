package vigie.reports.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vigie.model.Json;
import vigie.model.ReviewState;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;

/**
 * What the search of a site finds: places, firms and titles of cited documents. It is a script that calls a function, for
 * pages on a disk may not read other files.
 */
final class SearchIndex {

    private final List<Entry> entries = new ArrayList<>();

    /**
     * Something to find.
     *
     * @param path from the site's root
     */
    private record Entry(
            @JsonProperty("t") String title,
            @JsonProperty("s") String about,
            @JsonProperty("h") String path,

            @JsonProperty("u") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean unreviewed) {}

    void add(String title, String about, String path, boolean unreviewed) {
        entries.add(new Entry(title, about, path, unreviewed));
    }

    /** Adds the documents that a report cites, each once: by a claim that somebody reviewed, where there is one. */
    void addTitles(CityReport report, String path, SiteTexts texts) {
        Map<String, Citation> documents = new LinkedHashMap<>();
        for (Citation citation : report.citations()) {
            if (citation.title() != null) {
                documents.merge(
                        citation.claim().document(), citation, (first, next) -> isUnreviewed(first) ? next : first);
            }
        }
        documents
                .values()
                .forEach(citation -> add(
                        String.valueOf(citation.title()),
                        report.commune().name()
                                + (citation.published() == null
                                        ? ""
                                        : " · " + texts.words().date(citation.published())),
                        path + "#" + citation.claim().id(),
                        isUnreviewed(citation)));
    }

    private static boolean isUnreviewed(Citation citation) {
        return citation.review() == ReviewState.UNREVIEWED;
    }

    /** The script. */
    String script() {
        try {
            return "vigieIndex(" + Json.mapper().writeValueAsString(entries) + ");\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an index of ours can always be written", e);
        }
    }
}
