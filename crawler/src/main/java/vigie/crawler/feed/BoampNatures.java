package vigie.crawler.feed;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vigie.model.DocumentKind;
import vigie.model.Term;

/** What BOAMP's notices do: {@code nature}, in words, and the kind of document that it makes of them. */
final class BoampNatures {

    private final Map<String, Nature> natures;

    /** @param words in French, where the record has none of its own */
    record Nature(DocumentKind kind, String words) {}

    private BoampNatures(Map<String, Nature> natures) {
        this.natures = Map.copyOf(natures);
    }

    static BoampNatures load() {
        return new BoampNatures(Table.rows("boamp-natures.tsv", 3).stream()
                .collect(Collectors.toMap(
                        row -> row.get(0), row -> new Nature(Term.of(DocumentKind.class, row.get(1)), row.get(2)))));
    }

    Optional<Nature> of(String code) {
        return Optional.ofNullable(natures.get(code));
    }
}
