package vigie.model.config;

import java.util.List;
import java.util.Optional;
import vigie.model.config.Node.Mapping;
import vigie.model.config.Node.Scalar;
import vigie.model.config.Node.ScalarType;

/** The keys of one mapping: reports those that nobody knows, that are missing, and that have no value. */
final class Fields {

    private final Mapping mapping;
    private final FileProblems problems;

    Fields(Mapping mapping, FileProblems problems, List<String> known) {
        this.mapping = mapping;
        this.problems = problems;
        mapping.lines().forEach((key, line) -> {
            if (!known.contains(key)) {
                problems.addUnknown(line, Fault.UNKNOWN_KEY, key, known);
            }
        });
    }

    /** The value of a key that may be left out. */
    Optional<Node> optional(String key) {
        Node node = mapping.values().get(key);
        if (node instanceof Scalar scalar && scalar.type() == ScalarType.NOTHING) {
            problems.add(lineOf(key), Fault.NO_VALUE, key);
            return Optional.empty();
        }
        return Optional.ofNullable(node);
    }

    /** The value of a key that must be there. */
    Optional<Node> required(String key) {
        if (!has(key)) {
            problems.add(mapping.line(), Fault.MISSING_KEY, key);
        }
        return optional(key);
    }

    boolean has(String key) {
        return mapping.values().containsKey(key);
    }

    /** Whether the key is there and says {@code null}. */
    boolean isNull(String key) {
        return mapping.values().get(key) instanceof Scalar scalar && scalar.type() == ScalarType.NOTHING;
    }

    /** The line of a key, or of the mapping where it is missing. */
    int lineOf(String key) {
        return mapping.lines().getOrDefault(key, mapping.line());
    }

    int line() {
        return mapping.line();
    }
}
