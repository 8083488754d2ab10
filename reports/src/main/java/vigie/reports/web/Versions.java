package vigie.reports.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.DocumentVersion;
import vigie.model.Presence;
import vigie.reports.query.Queries;
import vigie.reports.web.Refusal.Reason;

/** The versions of a document and their numbers; of very many the oldest are not listed, so numbers may begin above 1. */
public final class Versions {

    private final String document;
    private final List<Numbered> all = new ArrayList<>();

    private Versions(String document, List<DocumentVersion> versions, int count) {
        this.document = document;
        int number = count - versions.size();
        for (DocumentVersion version : versions) {
            number++;
            all.add(new Numbered(number, version));
        }
    }

    static Versions of(Queries queries, String document) {
        int count = queries.document(document).isEmpty()
                ? 0
                : queries.presence(document).map(Presence::versions).orElse(0);
        return new Versions(document, count == 0 ? List.of() : queries.versions(document), count);
    }

    /** One version. */
    record Numbered(int number, DocumentVersion version) {}

    /**
     * A line of the list.
     *
     * @param size of the file, in words
     * @param original where its copy is, or null where there is none
     */
    public record Row(
            int number,
            String name,
            String href,
            String from,
            String to,
            String size,
            String sha256,
            @Nullable String original) {

        private static final int SHORT = 12;

        /** Enough of the hash to tell versions apart. */
        public String shortHash() {
            return sha256.substring(0, Math.min(SHORT, sha256.length()));
        }
    }

    /** All, newest first; empty where there is only one. */
    List<Row> rows(WebTexts texts) {
        List<Row> rows = new ArrayList<>();
        for (Numbered one : all.size() < 2 ? List.<Numbered>of() : all) {
            rows.add(0, row(one, texts));
        }
        return rows;
    }

    Row row(Numbered one, WebTexts texts) {
        String number = String.valueOf(one.number());
        DocumentVersion version = one.version();
        return new Row(
                one.number(),
                texts.get(isNewest(one) ? "version.newest" : "version.name", one.number()),
                Href.path("document", document, "version", number),
                texts.words().time(version.firstSeen()),
                texts.words().time(version.lastSeen()),
                texts.get("version.size", version.capture().length()),
                version.capture().sha256(),
                version.capture().warc() == null
                        ? null
                        : Href.path("document", document, "version", number, "original"));
    }

    /** The version of that number. */
    Numbered version(String number) {
        return all.stream()
                .filter(one -> String.valueOf(one.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NO_DOCUMENT, document));
    }

    /** The one before, or null. */
    @Nullable
    Numbered before(Numbered one) {
        int at = all.indexOf(one);
        return at == 0 ? null : all.get(at - 1);
    }

    boolean isNewest(Numbered one) {
        return all.indexOf(one) == all.size() - 1;
    }
}
