package vigie.model.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import vigie.model.config.Node.Mapping;
import vigie.model.config.Node.Scalar;
import vigie.model.config.Node.ScalarType;
import vigie.model.config.Node.Sequence;

/**
 * Reads YAML into {@link Node nodes} that know their lines. Plain data only: no anchors, aliases, or several documents.
 * Duplicate keys are problems, and so is whatever is not YAML.
 */
final class YamlTree {

    private static final int LONGEST = 64 << 20;

    private final YAMLParser parser;
    private final FileProblems problems;

    private YamlTree(YAMLParser parser, FileProblems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** What {@link #read} needs; worth keeping for several files. */
    static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                .build();
    }

    /** The file's keys and values; none at all for an empty file. Empty if it is broken. */
    static Optional<Mapping> read(YAMLFactory factory, String text, FileProblems problems) {
        try (YAMLParser parser = factory.createParser(text)) {
            return new YamlTree(parser, problems).root();
        } catch (JsonProcessingException e) {
            problems.add(lineOf(e), Fault.SYNTAX, sentence(e));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private Optional<Mapping> root() throws IOException {
        if (parser.nextToken() == null) {
            return Optional.of(new Mapping(Map.of(), Map.of(), 1));
        }
        Node root = node();
        if (parser.nextToken() != null) {
            problems.add(line(), Fault.SEVERAL_DOCUMENTS);
        }
        if (root instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        if (root instanceof Scalar scalar && scalar.type() == ScalarType.NOTHING) {
            return Optional.of(new Mapping(Map.of(), Map.of(), 1));
        }
        problems.add(root.line(), Fault.NOT_A_MAPPING, problems.text(root.sort()));
        return Optional.empty();
    }

    private Node node() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping();
        }
        if (token == JsonToken.START_ARRAY) {
            return sequence();
        }
        if (parser.isCurrentAlias()) {
            problems.add(line(), Fault.YAML_ALIAS, parser.getText());
        }
        return new Scalar(token == JsonToken.VALUE_NULL ? "" : parser.getText(), type(token), line());
    }

    private Mapping mapping() throws IOException {
        int line = line();
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            Node value = node();
            Integer first = lines.putIfAbsent(key, keyLine);
            if (first == null) {
                values.put(key, value);
            } else {
                problems.add(keyLine, Fault.DUPLICATE_KEY, key, first.toString());
            }
        }
        return new Mapping(values, lines, line);
    }

    private Sequence sequence() throws IOException {
        int line = line();
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Sequence(items, line);
    }

    private static ScalarType type(JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ScalarType.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> ScalarType.BOOLEAN;
            case VALUE_NULL -> ScalarType.NOTHING;
            default -> ScalarType.TEXT;
        };
    }

    private int line() {
        return line(parser);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static int lineOf(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
                return marked.getProblemMark().getLine() + 1;
            }
        }
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    private static String sentence(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked && marked.getProblem() != null) {
                return marked.getProblem();
            }
        }
        return e.getOriginalMessage().lines().findFirst().orElse("?");
    }
}
