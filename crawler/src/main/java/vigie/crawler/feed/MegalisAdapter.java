package vigie.crawler.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Reading.Entry;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.config.Communes;
import vigie.model.id.Digest;

/**
 * Acts on the publication platform of Mégalis Bretagne, which further regions run under other addresses: a search that
 * gives {@code resultats} and the cursor {@code page_suivante}, or a bare list as its dumps do. Each act and each of its
 * annexes is a file to fetch.
 *
 * <p>Options: {@code siren} of one body; {@code words}, each searched for by the platform in the acts' text. At least
 * one of the two, or the whole platform is read.
 */
final class MegalisAdapter implements SourceAdapter {

    private static final int PAGE = 100;

    /** Kinds of the ACTES protocol by which acts are transmitted to the prefecture. */
    private static final Map<String, DocumentKind> KINDS = Map.of(
            "99_DE", DocumentKind.DELIBERATION,
            "99_AR", DocumentKind.ARRETE,
            "99_AI", DocumentKind.ARRETE,
            "99_AT", DocumentKind.ARRETE,
            "99_BU", DocumentKind.AUTRE,
            "99_CO", DocumentKind.MARCHE_CONCLU,
            "99_CC", DocumentKind.MARCHE_CONCLU,
            "99_AU", DocumentKind.AUTRE,
            "99_HP", DocumentKind.AUTRE);

    /** Kinds of acts that are not transmitted ({@code nature_autre_detail}): minutes, list of deliberations. */
    private static final Map<String, DocumentKind> OTHERS =
            Map.of("PV", DocumentKind.PROCES_VERBAL, "LD", DocumentKind.DELIBERATION);

    private final JsonMapper json;
    private final ActDocuments acts;

    MegalisAdapter(JsonMapper json, Communes communes) {
        this.json = json;
        this.acts = new ActDocuments(communes);
    }

    @Override
    public boolean isWindowed() {
        return true;
    }

    @Override
    public void collect(Source source, Window window, FeedPages pages) throws IOException {
        List<String> words = ActDocuments.words(source);
        for (String query : words.isEmpty() ? List.of("") : words) {
            String next = "";
            boolean isMore = true;
            while (isMore) {
                Optional<Reading> page = pages.get(address(source, window, query, next));
                if (page.isEmpty()) {
                    return;
                }
                List<String> following = page.get().next();
                isMore = !page.get().entries().isEmpty() && !following.isEmpty() && !following.contains(next);
                next = isMore ? following.get(0) : next;
            }
        }
    }

    private static URI address(Source source, Window window, String query, String next) {
        StringBuilder address = new StringBuilder(source.url() + "?query=" + encoded(query));
        String siren = source.options().get("siren");
        if (siren != null) {
            address.append("&siren=").append(encoded(siren));
        }
        address.append("&lignes=" + PAGE + "&date_debut=" + window.from() + "&date_fin=" + window.to());
        if (!next.isEmpty()) {
            address.append("&page_suivante=").append(encoded(next));
        }
        return URI.create(address.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Reading read(Source source, Capture capture, byte[] payload) throws ShapeException {
        JsonNode answer;
        try {
            answer = json.readTree(payload);
        } catch (IOException e) {
            throw new ShapeException("the answer is no JSON", e);
        }
        JsonNode results = answer.isArray() ? answer : answer.path("resultats");
        if (!results.isArray()) {
            throw new ShapeException("the answer has no resultats");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode result : results) {
            act(source, Element.of("acte", result), entries);
        }
        String next = answer.path("page_suivante").asText("");
        return new Reading(entries, null, next.isEmpty() || next.equals("null") ? List.of() : List.of(next));
    }

    private void act(Source source, Element act, List<Entry> entries) {
        Strict fields = new Strict(act);
        for (String technical : List.of(
                "blockchain_transaction_hash",
                "blockchain_url",
                "content_type",
                "id_publication",
                "publication_id",
                "resultat_recherche",
                "type",
                "annexes/content_type",
                "annexes/resultat_recherche")) {
            fields.leave(act, technical);
        }
        List<Remark> remarks = new ArrayList<>();
        String subject = fields.text(act, "objet").orElse("acte sans objet").replace('_', ' ');
        Publisher publisher =
                acts.publisher(source, null, fields.text(act, "siren").orElse(null));
        PartialDate date = Stream.of("date_acte", "date_publication")
                .flatMap(field -> day(fields, act, field, remarks).stream())
                .findFirst()
                .orElse(null);
        DocumentKind kind = kind(fields, act, remarks);
        Map<String, String> metadata = metadata(fields, act);
        entries.add(entry(fields, act, subject, date, kind, publisher, metadata, remarks));
        List<Element> annexes = act.all("annexes");
        for (int i = 0; i < annexes.size(); i++) {
            String title = subject + " (annexe " + (i + 1) + ")";
            entries.add(entry(fields, annexes.get(i), title, date, kind, publisher, metadata, new ArrayList<>()));
        }
        fields.leftOver().forEach(path -> remarks.add(new Remark("field-left-over", "nobody reads the field " + path)));
        if (!remarks.isEmpty()) {
            int first = entries.size() - 1 - annexes.size();
            Entry plain = entries.get(first);
            entries.set(first, new Entry(plain.id(), plain.digest(), plain.document(), plain.linked(), remarks));
        }
    }

    private static Optional<PartialDate> day(Strict fields, Element act, String field, List<Remark> remarks) {
        Optional<String> text = fields.text(act, field);
        Optional<PartialDate> day = text.flatMap(ActDocuments::day);
        if (text.isPresent() && day.isEmpty()) {
            remarks.add(new Remark("unknown-value", field + " is no day: " + text.get()));
        }
        return day;
    }

    private static DocumentKind kind(Strict fields, Element act, List<Remark> remarks) {
        String type = fields.text(act, "typologie").orElse("");
        for (String detail : fields.texts(act, "nature_autre_detail")) {
            DocumentKind other = OTHERS.get(detail);
            if (other != null) {
                return other;
            }
            remarks.add(new Remark("unknown-value", "nature_autre_detail is " + detail));
        }
        DocumentKind kind = KINDS.get(type);
        if (kind == null) {
            remarks.add(new Remark("unknown-value", "typologie is " + type));
            return DocumentKind.AUTRE;
        }
        return kind;
    }

    private static Map<String, String> metadata(Strict fields, Element act) {
        Map<String, String> metadata = new TreeMap<>();
        for (String name : List.of("classification_code", "classification_libelle", "date_publication")) {
            fields.text(act, name).ifPresent(value -> metadata.put(name, value));
        }
        return metadata;
    }

    private static Entry entry(
            Strict fields,
            Element file,
            String title,
            @Nullable PartialDate date,
            DocumentKind kind,
            Publisher publisher,
            Map<String, String> metadata,
            List<Remark> remarks) {
        String id = fields.text(file, "id").orElse("?");
        String digest = fields.text(file, "hash")
                .orElseGet(() -> Digest.sha256(file.toString().getBytes(StandardCharsets.UTF_8)));
        String url = fields.text(file, "url").orElse("");
        try {
            URI address = new URI(url);
            if (address.getHost() == null) {
                remarks.add(new Remark("record-unreadable", "an act without address: " + title));
                return new Entry(id, digest, null, null, remarks);
            }
            Linked linked = new Linked(address, title, date, kind, publisher, metadata);
            return new Entry(id, digest, null, linked, remarks);
        } catch (URISyntaxException e) {
            remarks.add(new Remark("record-unreadable", "the act's address is none: " + url));
            return new Entry(id, digest, null, null, remarks);
        }
    }
}
