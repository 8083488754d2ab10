package vigie.model.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vigie.model.config.Node.Scalar;

/** Reads written forms: a text, or a text with its conditions. */
final class FormReader {

    static final int WITHIN = 200;

    private static final int FURTHEST = 5_000;
    private static final List<String> KEYS = List.of("text", "case", "needs", "within", "not-after", "not-before");
    private static final int LONGEST = 1_000;
    /** A letter, or optional letters in parentheses. */
    private static final String PART = "(?:[^(){}|]|\\([^(){}|]+\\))";
    /** Brackets are closed, not empty, and nothing but parentheses stands within braces. */
    private static final Pattern FORM = Pattern.compile("(?:" + PART + "|\\{" + PART + "+(?:\\|" + PART + "+)*\\})+");

    private final FileProblems problems;
    private final Values values;
    private final References references;

    FormReader(FileProblems problems, References references) {
        this.problems = problems;
        this.values = new Values(problems);
        this.references = references;
    }

    /** A list of at least one form. */
    List<TermForm> forms(Node node) {
        return values.fullList(node, this::form);
    }

    private Optional<TermForm> form(Node node) {
        if (node instanceof Scalar) {
            return pattern(node).map(TermForm::plain);
        }
        return values.fields(node, KEYS).flatMap(this::conditional);
    }

    private Optional<TermForm> conditional(Fields fields) {
        Optional<String> text = fields.required("text").flatMap(this::pattern);
        boolean caseSensitive = fields.optional("case")
                .flatMap(node -> values.choice(node, List.of("sensitive")))
                .isPresent();
        Optional<String> needs = fields.optional("needs").flatMap(this::context);
        int within = within(fields);
        List<String> notAfter = fields.optional("not-after").map(values::texts).orElse(List.of());
        List<String> notBefore =
                fields.optional("not-before").map(values::texts).orElse(List.of());
        return text.map(form -> new TermForm(form, caseSensitive, needs.orElse(null), within, notAfter, notBefore));
    }

    private int within(Fields fields) {
        if (!fields.has("needs")) {
            fields.optional("within")
                    .ifPresent(node -> problems.add(fields.lineOf("within"), Fault.WITHIN_WITHOUT_NEEDS));
            return 0;
        }
        return fields.optional("within")
                .flatMap(node -> new Quantities(values).whole(node, 1, FURTHEST))
                .orElse(WITHIN);
    }

    private Optional<String> pattern(Node node) {
        return values.text(node)
                .flatMap(text -> text.length() <= LONGEST && FORM.matcher(text).matches()
                        ? Optional.of(text)
                        : values.fault(node, Fault.BAD_FORM, text));
    }

    private Optional<String> context(Node node) {
        return values.id(node).filter(id -> {
            boolean known = references.contexts().map(ids -> ids.contains(id)).orElse(true);
            if (!known) {
                problems.addUnknown(
                        node.line(),
                        Fault.UNKNOWN_CONTEXT,
                        id,
                        references.contexts().orElseThrow().stream().sorted().toList());
            }
            return known;
        });
    }
}
