package vigie.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The code of a commune in the Code officiel géographique of INSEE: five characters, the first two (or three overseas)
 * of which are the département's; Corsica has 2A and 2B.
 *
 * <p>Codes of {@code 99} are foreign countries at INSEE and never a commune: the invented communes of the sample world
 * bear them.
 *
 * <p>Well formed does not mean that the commune exists: ask the register.
 */
public record InseeCode(@JsonValue String value) implements Comparable<InseeCode> {

    private static final Pattern FORM =
            Pattern.compile("(?:0[1-9]|1\\d|2[0-9AB]|[3-8]\\d|9[0-59])\\d{3}|97[1-8]\\d{2}|98[4-9]\\d{2}");

    /**
     * Takes a code.
     *
     * @throws IllegalArgumentException if {@code value} is not of that form
     */
    @JsonCreator
    public InseeCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "not an INSEE commune code (five characters such as 38239, 2A004 or 97411): '" + value + "'");
        }
    }

    /** Whether {@code value} is of the form of a commune code. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** The département's code: two characters, three overseas. */
    public String departement() {
        return value.substring(0, value.startsWith("97") || value.startsWith("98") ? 3 : 2);
    }

    @Override
    public int compareTo(InseeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
