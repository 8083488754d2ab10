package vigie.model.config;

import java.util.List;
import java.util.Map;

/** A value in a YAML file, and the line where it begins. */
sealed interface Node {

    int line();

    /** Key of the message that names this sort of value. */
    String sort();

    /** A single value; {@code text} is verbatim, whatever YAML takes it for. */
    record Scalar(String text, ScalarType type, int line) implements Node {

        @Override
        public String sort() {
            return type.sort;
        }
    }

    /** What YAML takes an unquoted value for; a quoted one is text. */
    enum ScalarType {
        TEXT("a.text"),
        NUMBER("a.number"),
        BOOLEAN("a.boolean"),
        NOTHING("a.nothing");

        private final String sort;

        ScalarType(String sort) {
            this.sort = sort;
        }
    }

    /** A list. */
    record Sequence(List<Node> items, int line) implements Node {

        @Override
        public String sort() {
            return "a.list";
        }
    }

    /** Keys and values, in the order of the file; {@code lines} says where each key stands. */
    record Mapping(Map<String, Node> values, Map<String, Integer> lines, int line) implements Node {

        @Override
        public String sort() {
            return "a.mapping";
        }
    }
}
