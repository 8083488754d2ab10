package vigie.model.config;

import java.util.List;
import java.util.Optional;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.config.Node.Mapping;

/** Reads {@code config/lexicon/fr/cues.yml}. */
final class CuesReader {

    private static final List<String> KEYS = List.of("id", "stage", "modality", "weight", "forms");

    private final FileProblems problems;
    private final Values values;
    private final FormReader forms;
    private final Ids ids;

    CuesReader(FileProblems problems, References references, Ids ids) {
        this.problems = problems;
        this.values = new Values(problems);
        this.forms = new FormReader(problems, references);
        this.ids = ids;
    }

    List<Cue> read(Mapping root) {
        return new Fields(root, problems, List.of("cues"))
                .required("cues")
                .map(list -> values.list(list, node -> values.fields(node, KEYS).flatMap(this::cue)))
                .orElse(List.of());
    }

    private Optional<Cue> cue(Fields fields) {
        Optional<String> id = fields.required("id").flatMap(node -> ids.take("cue", node, problems));
        Optional<Stage> stage = fields.optional("stage").flatMap(node -> values.term(node, Stage.class));
        Optional<Modality> modality = fields.optional("modality").flatMap(node -> values.term(node, Modality.class));
        Optional<Double> weight = fields.required("weight").flatMap(node -> new Quantities(values).number(node, 0, 1));
        Optional<List<TermForm>> written = fields.required("forms").map(forms::forms);
        if (!fields.has("stage") && !fields.has("modality")) {
            problems.add(fields.line(), Fault.CUE_FOR_NOTHING);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Cue(
                id.orElseThrow(),
                stage.orElse(null),
                modality.orElse(null),
                weight.orElseThrow(),
                written.orElseThrow()));
    }
}
