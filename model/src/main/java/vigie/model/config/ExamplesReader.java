package vigie.model.config;

import java.util.List;
import java.util.Optional;

/** Reads the sentences that an entry must and must not be found in. */
final class ExamplesReader {

    private static final List<String> KEYS = List.of("match", "no-match");

    private final Values values;

    ExamplesReader(Values values) {
        this.values = values;
    }

    Optional<Examples> examples(Node node) {
        return values.fields(node, KEYS).map(fields -> {
            List<String> match = fields.required("match")
                    .map(list -> values.fullList(list, values::text))
                    .orElse(List.of());
            List<String> noMatch =
                    fields.optional("no-match").map(values::texts).orElse(List.of());
            return new Examples(match, noMatch);
        });
    }
}
