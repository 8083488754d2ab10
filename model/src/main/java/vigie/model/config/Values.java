package vigie.model.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import vigie.model.PartialDate;
import vigie.model.Term;
import vigie.model.config.Node.Mapping;
import vigie.model.config.Node.Scalar;
import vigie.model.config.Node.ScalarType;
import vigie.model.config.Node.Sequence;
import vigie.model.id.Siren;

/** Makes values of nodes; what is not of the wanted form is reported and left out. */
final class Values {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final FileProblems problems;

    Values(FileProblems problems) {
        this.problems = problems;
    }

    /** A text that is not blank. */
    Optional<String> text(Node node) {
        if (node instanceof Scalar scalar && scalar.type() == ScalarType.TEXT) {
            return notBlank(scalar);
        }
        return fault(node, Fault.NOT_TEXT, problems.text(node.sort()));
    }

    /** A single value as it is written, whatever YAML takes it for: codes, durations, options. */
    Optional<String> word(Node node) {
        if (node instanceof Scalar scalar && scalar.type() != ScalarType.NOTHING) {
            return notBlank(scalar);
        }
        return fault(node, Fault.NOT_TEXT, problems.text(node.sort()));
    }

    private Optional<String> notBlank(Scalar scalar) {
        return scalar.text().isBlank() ? fault(scalar, Fault.BLANK) : Optional.of(scalar.text());
    }

    /** An identifier: lower case, digits, hyphens. */
    Optional<String> id(Node node) {
        return text(node).flatMap(id -> {
            if (ID.matcher(id).matches()) {
                return Optional.of(id);
            }
            String proposal = Communes.fold(id).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            return fault(node, Fault.BAD_ID, id, proposal.isEmpty() ? "two-i" : proposal);
        });
    }

    /** A term of the vocabulary. */
    <E extends Enum<E> & Term> Optional<E> term(Node node, Class<E> type) {
        return choice(node, Arrays.stream(type.getEnumConstants()).map(Term::id).toList())
                .flatMap(id -> Term.find(type, id));
    }

    /** One of a few words. */
    Optional<String> choice(Node node, List<String> permitted) {
        Optional<String> word = text(node);
        if (word.isPresent() && !permitted.contains(word.get())) {
            problems.addUnknown(node.line(), Fault.UNKNOWN_TERM, word.get(), permitted);
            return Optional.empty();
        }
        return word;
    }

    /** The elements of a list that {@code reader} can read. */
    <T> List<T> list(Node node, Function<Node, Optional<T>> reader) {
        if (node instanceof Sequence sequence) {
            return sequence.items().stream()
                    .map(reader)
                    .flatMap(Optional::stream)
                    .toList();
        }
        fault(node, Fault.NOT_A_LIST, problems.text(node.sort()));
        return List.of();
    }

    /** The same, and the list must have at least one element. */
    <T> List<T> fullList(Node node, Function<Node, Optional<T>> reader) {
        if (node instanceof Sequence sequence && sequence.items().isEmpty()) {
            fault(node, Fault.EMPTY_LIST);
        }
        return list(node, reader);
    }

    List<String> texts(Node node) {
        return list(node, this::text);
    }

    /** Keys and values, of which only those of {@code known} are permitted. */
    Optional<Fields> fields(Node node, List<String> known) {
        return mapping(node).map(mapping -> new Fields(mapping, problems, known));
    }

    Optional<Mapping> mapping(Node node) {
        return node instanceof Mapping mapping
                ? Optional.of(mapping)
                : fault(node, Fault.NOT_A_MAPPING, problems.text(node.sort()));
    }

    Optional<Siren> siren(Node node) {
        return word(node)
                .flatMap(word ->
                        Siren.isValid(word) ? Optional.of(new Siren(word)) : fault(node, Fault.BAD_SIREN, word));
    }

    /** ISO 3166-1 alpha-2. */
    Optional<String> country(Node node) {
        return word(node)
                .flatMap(word -> COUNTRIES.contains(word) ? Optional.of(word) : fault(node, Fault.BAD_COUNTRY, word));
    }

    /** A date known to the year, the month or the day. */
    Optional<PartialDate> partialDate(Node node) {
        return word(node).flatMap(word -> {
            try {
                return Optional.of(PartialDate.parse(word));
            } catch (IllegalArgumentException e) {
                return fault(node, Fault.BAD_PARTIAL_DATE, word);
            }
        });
    }

    /** An ISO date, or nothing for {@code no}. */
    Optional<String> dateOrNo(Node node) {
        return word(node).filter(word -> !word.equals("no")).flatMap(word -> {
            try {
                return Optional.of(LocalDate.parse(word).toString());
            } catch (DateTimeException e) {
                return fault(node, Fault.BAD_DATE, word);
            }
        });
    }

    <T> Optional<T> fault(Node node, Fault fault, String... args) {
        problems.add(node.line(), fault, args);
        return Optional.empty();
    }
}
