package vigie.model.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vigie.model.config.Node.Mapping;

/** Reads {@code config/lexicon/fr/contexts.yml}. */
final class ContextsReader {

    private static final List<String> KEYS = List.of("id", "forms");

    private final FileProblems problems;
    private final Values values;
    private final FormReader forms;
    private final Ids ids;

    ContextsReader(FileProblems problems, Ids ids) {
        this.problems = problems;
        this.values = new Values(problems);
        this.forms = new FormReader(problems, new References(Optional.empty(), Set.of()));
        this.ids = ids;
    }

    List<ContextGroup> read(Mapping root) {
        return new Fields(root, problems, List.of("contexts"))
                .required("contexts")
                .map(list -> values.list(list, this::group))
                .orElse(List.of());
    }

    private Optional<ContextGroup> group(Node node) {
        return values.fields(node, KEYS).flatMap(fields -> {
            Optional<String> id = fields.required("id").flatMap(one -> ids.take("context", one, problems));
            Optional<List<TermForm>> written = fields.required("forms").map(forms::forms);
            written.ifPresent(all -> refuseNeeds(all, fields.lineOf("forms")));
            return id.flatMap(one -> written.map(all -> new ContextGroup(one, all)));
        });
    }

    private void refuseNeeds(List<TermForm> written, int line) {
        if (written.stream().anyMatch(form -> form.needs() != null)) {
            problems.add(line, Fault.CONTEXT_WITH_NEEDS);
        }
    }
}
