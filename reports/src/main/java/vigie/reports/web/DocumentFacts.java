package vigie.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.model.Capture;
import vigie.model.Presence;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;
import vigie.model.id.InseeCode;

/** What is known of a document and of the bytes that it was read from. */
final class DocumentFacts {

    private final Names names;
    private final WebTexts texts;

    DocumentFacts(Names names, WebTexts texts) {
        this.names = names;
        this.texts = texts;
    }

    /** Who published it, when and where. */
    List<Fact> origin(SourceDocument document) {
        List<Fact> facts = new ArrayList<>();
        InseeCode commune = document.publisher().insee();
        if (commune != null) {
            facts.add(new Fact(
                    texts.get("facet.commune"),
                    names.commune(commune.value()),
                    false,
                    Href.path("commune", commune.value())));
        }
        facts.add(Fact.of(texts.get("facet.kind"), texts.term("kind", document.kind())));
        facts.add(Fact.of(texts.get("document.date"), texts.words().date(document.date())));
        facts.add(new Fact(
                texts.get("facet.source"),
                names.source(document.source()),
                false,
                Href.path("coverage", document.source())));
        facts.add(new Fact(texts.get("document.address"), document.address(), false, Link.outward(document.address())));
        facts.add(Fact.of(texts.get("facet.outcome"), outcome(document)));
        return facts;
    }

    private String outcome(SourceDocument document) {
        String outcome = texts.term("outcome", document.outcome());
        String pages = document.pageStarts().isEmpty()
                ? ""
                : " · " + texts.get("document.pages", document.pageStarts().size());
        return outcome + pages + (document.cause() == null ? "" : " · " + document.cause());
    }

    /** The bytes: when they were fetched, what they are, where they lie. */
    List<Fact> bytes(SourceDocument document, @Nullable Presence presence) {
        Capture capture = document.capture();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                texts.get("document.fetched"),
                texts.get("document.fetched.at", texts.words().time(capture.fetched()))));
        if (!capture.url().equals(document.address())) {
            facts.add(new Fact(texts.get("document.from"), capture.url(), false, Link.outward(capture.url())));
        }
        if (presence != null) {
            String first = texts.words().day(presence.firstSeen());
            String last = texts.words().day(presence.lastSeen());
            facts.add(Fact.of(
                    texts.get("document.seen"),
                    first.equals(last)
                            ? texts.get("document.seen.on", first, presence.versions())
                            : texts.get("document.seen.from", first, last, presence.versions())));
        }
        facts.add(Fact.of(
                texts.get("document.file"),
                texts.get("document.size", Objects.requireNonNullElse(capture.mediaType(), "?"), capture.length())));
        facts.add(Fact.code("SHA-256", capture.sha256()));
        WarcPosition warc = capture.warc();
        if (warc != null) {
            facts.add(Fact.code(texts.get("document.archive"), warc.file() + " @ " + warc.offset()));
        }
        facts.add(Fact.code(texts.get("document.id"), document.id()));
        return facts;
    }
}
