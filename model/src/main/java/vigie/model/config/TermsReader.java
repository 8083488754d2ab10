package vigie.model.config;

import java.util.List;
import java.util.Optional;
import vigie.model.MentionKind;
import vigie.model.Technology;
import vigie.model.Term;
import vigie.model.config.Node.Mapping;

/** Reads a file of terms of {@code config/lexicon/fr/}. */
final class TermsReader {

    private static final List<String> KEYS = List.of("kind", "terms");
    private static final List<String> TERM_KEYS = List.of("id", "technology", "label", "label-en", "forms", "examples");
    private static final List<String> KINDS = List.of("technology", "function", "euphemism", "legal", "hint");

    private final FileProblems problems;
    private final Values values;
    private final FormReader forms;
    private final Ids ids;

    TermsReader(FileProblems problems, References references, Ids ids) {
        this.problems = problems;
        this.values = new Values(problems);
        this.forms = new FormReader(problems, references);
        this.ids = ids;
    }

    /** The entries; those read before the first problem of the file. */
    List<LexiconEntry> read(Mapping root) {
        Fields fields = new Fields(root, problems, KEYS);
        Optional<MentionKind> kind = fields.required("kind")
                .flatMap(node -> values.choice(node, KINDS))
                .flatMap(id -> Term.find(MentionKind.class, id));
        return fields.required("terms")
                .map(list -> values.list(list, node -> entry(node, kind)))
                .orElse(List.of());
    }

    private Optional<LexiconEntry> entry(Node node, Optional<MentionKind> kind) {
        return values.fields(node, TERM_KEYS).flatMap(fields -> entry(fields, kind));
    }

    private Optional<LexiconEntry> entry(Fields fields, Optional<MentionKind> kind) {
        Optional<String> id = fields.required("id").flatMap(node -> ids.take("term", node, problems));
        Optional<Technology> technology =
                fields.optional("technology").flatMap(node -> values.term(node, Technology.class));
        Optional<String> label = fields.required("label").flatMap(values::text);
        Optional<String> english = fields.optional("label-en").flatMap(values::text);
        Optional<List<TermForm>> written = fields.required("forms").map(forms::forms);
        Optional<Examples> examples = fields.required("examples").flatMap(new ExamplesReader(values)::examples);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LexiconEntry(
                id.orElseThrow(),
                kind.orElseThrow(),
                technology.orElse(null),
                label.orElseThrow(),
                english.orElse(null),
                written.orElseThrow(),
                examples.orElseThrow()));
    }
}
