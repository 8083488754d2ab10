package vigie.model.config;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.config.Node.Mapping;

/** Reads a file of {@code config/law/}. */
final class LawReader {

    private static final List<String> KEYS =
            List.of("id", "reference", "from", "until", "technologies", "stages", "questions", "url", "verified");

    private final FileProblems problems;
    private final Values values;
    private final Addresses addresses;
    private final Ids ids;

    LawReader(FileProblems problems, Ids ids) {
        this.problems = problems;
        this.values = new Values(problems);
        this.addresses = new Addresses(values);
        this.ids = ids;
    }

    /** The rules; those read before the first problem of the file. */
    List<LegalRule> read(Mapping root) {
        return new Fields(root, problems, List.of("rules"))
                .required("rules")
                .map(list -> values.list(list, node -> values.fields(node, KEYS).flatMap(this::rule)))
                .orElse(List.of());
    }

    private Optional<LegalRule> rule(Fields fields) {
        Optional<String> id = fields.required("id").flatMap(node -> ids.take("rule", node, problems));
        Optional<String> reference = fields.required("reference").flatMap(values::text);
        Optional<PartialDate> from = fields.optional("from").flatMap(values::partialDate);
        Optional<PartialDate> until = fields.optional("until").flatMap(values::partialDate);
        if (from.isPresent()
                && until.isPresent()
                && until.get().latest().isBefore(from.get().earliest())) {
            problems.add(
                    fields.lineOf("until"),
                    Fault.END_BEFORE_BEGIN,
                    until.get().toString(),
                    from.get().toString());
        }
        Set<Technology> technologies = new LinkedHashSet<>(fields.required("technologies")
                .map(list -> values.fullList(list, node -> values.term(node, Technology.class)))
                .orElse(List.of()));
        Set<Stage> stages = new LinkedHashSet<>(fields.optional("stages")
                .map(list -> values.list(list, node -> values.term(node, Stage.class)))
                .orElse(List.of()));
        List<String> questions = fields.required("questions")
                .map(list -> values.fullList(list, this::question))
                .orElse(List.of());
        Optional<String> url = fields.optional("url").flatMap(addresses::url).map(URI::toString);
        Optional<String> verified = fields.required("verified").flatMap(values::dateOrNo);
        return problems.isEmpty()
                ? Optional.of(new LegalRule(
                        id.orElseThrow(),
                        reference.orElseThrow(),
                        from.orElse(null),
                        until.orElse(null),
                        technologies,
                        stages,
                        questions,
                        url.orElse(null),
                        verified.orElse(null)))
                : Optional.empty();
    }

    /** A report asks; it never judges. */
    private Optional<String> question(Node node) {
        return values.text(node)
                .flatMap(text ->
                        text.endsWith("?") ? Optional.of(text) : values.fault(node, Fault.NOT_A_QUESTION, text));
    }
}
