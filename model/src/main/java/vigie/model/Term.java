package vigie.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A word of the controlled vocabulary: an enumeration constant whose outer form is kebab-case ({@code in-use}). */
public interface Term {

    /** The Java name of the constant. */
    String name();

    /** The outer form, as in JSON, YAML, the command line and the index. */
    @JsonValue
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of {@code type} whose outer form is {@code id}, or empty. */
    static <E extends Enum<E> & Term> Optional<E> find(Class<E> type, String id) {
        return Arrays.stream(type.getEnumConstants())
                .filter(term -> term.id().equals(id))
                .findFirst();
    }

    /**
     * The constant of {@code type} whose outer form is {@code id}.
     *
     * @throws IllegalArgumentException if there is none; the message names the permitted forms
     */
    static <E extends Enum<E> & Term> E of(Class<E> type, String id) {
        return find(type, id)
                .orElseThrow(() -> new IllegalArgumentException("unknown " + type.getSimpleName() + " '" + id
                        + "'; permitted: "
                        + Arrays.stream(type.getEnumConstants()).map(Term::id).collect(Collectors.joining(", "))));
    }
}
