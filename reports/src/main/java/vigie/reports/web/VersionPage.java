package vigie.reports.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.WarcPosition;
import vigie.reports.query.Queries;
import vigie.reports.web.Refusal.Reason;
import vigie.reports.web.Versions.Numbered;

/** {@code /document/ID/version/NUMBER}: one version of a document, and what changed in it. */
public final class VersionPage implements Page {

    /** Most sentences shown of each list. */
    private static final int MOST = 200;

    private final Queries queries;
    private final Originals originals;

    VersionPage(Queries queries, Originals originals) {
        this.queries = queries;
        this.originals = originals;
    }

    /**
     * What the page shows.
     *
     * @param document where the document is
     * @param before number of the version before, or null where none is listed
     * @param changes since then, or null where one of the texts is not known
     */
    public record Model(
            String title,
            String document,
            List<Fact> facts,
            @Nullable String original,
            @Nullable Integer before,
            @Nullable TextChanges changes) {

        public Model {
            facts = List.copyOf(facts);
        }

        /** The first of them. */
        public List<String> first(List<String> sentences) {
            return sentences.subList(0, Math.min(MOST, sentences.size()));
        }

        /** Whether there are more than are shown. */
        public boolean isCut(List<String> sentences) {
            return sentences.size() > MOST;
        }

        /** Most that are shown. */
        public int most() {
            return MOST;
        }
    }

    @Override
    public View of(Visit visit) {
        String id = visit.part("id");
        SourceDocument document = queries.document(id).orElseThrow(() -> new Refusal(Reason.NO_DOCUMENT, id));
        Versions versions = Versions.of(queries, id);
        Numbered one = versions.version(visit.part("number"));
        Numbered before = versions.before(one);
        WebTexts texts = visit.texts();
        Versions.Row row = versions.row(one, texts);
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.of(texts.get("version.number"), row.name()),
                Fact.of(texts.get("version.from"), row.from()),
                Fact.of(texts.get("version.to"), row.to()),
                Fact.of(texts.get("document.file"), row.size()),
                Fact.code("SHA-256", row.sha256())));
        WarcPosition warc = one.version().capture().warc();
        if (warc != null) {
            facts.add(Fact.code(texts.get("document.archive"), warc.file() + " @ " + warc.offset()));
        }
        return View.of(
                "version",
                new Model(
                        texts.get("version.title", Names.title(document.title(), document.address()), one.number()),
                        Href.path("document", id),
                        facts,
                        row.original(),
                        before == null ? null : before.number(),
                        before == null
                                ? null
                                : text(versions, before, document)
                                        .flatMap(earlier -> text(versions, one, document)
                                                .map(now -> TextChanges.between(earlier, now)))
                                        .orElse(null)));
    }

    /** The text of a version as it was read: of the newest as it is read today. */
    private Optional<String> text(Versions versions, Numbered one, SourceDocument document) {
        if (versions.isNewest(one)) {
            return textOf(document);
        }
        WarcPosition position = one.version().capture().warc();
        if (position == null) {
            return Optional.empty();
        }
        try {
            return originals.reading(position, document.id()).flatMap(VersionPage::textOf);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> textOf(SourceDocument document) {
        return document.outcome() == TextOutcome.TEXT ? Optional.of(document.text()) : Optional.empty();
    }
}
