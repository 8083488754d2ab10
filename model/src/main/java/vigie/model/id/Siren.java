package vigie.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The nine digits by which INSEE's SIRENE register knows a body or firm; the last is a Luhn check digit. */
public record Siren(@JsonValue String value) {

    /**
     * Takes a number.
     *
     * @throws IllegalArgumentException if {@code value} is not nine digits with a right check digit
     */
    @JsonCreator
    public Siren {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a SIREN (nine digits with a Luhn check digit): '" + value + "'");
        }
    }

    /** Whether {@code value} is nine digits with a right check digit. */
    public static boolean isValid(String value) {
        return value.length() == 9 && digitsOnly(value) && luhn(value) % 10 == 0;
    }

    static boolean digitsOnly(String value) {
        return value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The Luhn sum: every second digit from the right doubled, the digits of the products added up. */
    static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }

    @Override
    public String toString() {
        return value;
    }
}
