package vigie.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The fourteen digits of an establishment: SIREN and a number of five digits, with a Luhn check digit over all.
 *
 * <p>Establishments of La Poste (SIREN 356000000) are checked by the plain sum of digits instead, a multiple of five, as
 * INSEE documents.
 */
public record Siret(@JsonValue String value) {

    private static final String LA_POSTE = "356000000";

    /**
     * Takes a number.
     *
     * @throws IllegalArgumentException if {@code value} is not fourteen digits with right check digits
     */
    @JsonCreator
    public Siret {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "not a SIRET (fourteen digits with a Luhn check digit): '" + value + "'");
        }
    }

    /** Whether {@code value} is fourteen digits with right check digits. */
    public static boolean isValid(String value) {
        if (value.length() != 14 || !Siren.digitsOnly(value)) {
            return false;
        }
        if (value.startsWith(LA_POSTE) && value.chars().map(c -> c - '0').sum() % 5 == 0) {
            return true;
        }
        return Siren.isValid(value.substring(0, 9)) && Siren.luhn(value) % 10 == 0;
    }

    /** The SIREN of the body or firm that the establishment belongs to. */
    public Siren siren() {
        return new Siren(value.substring(0, 9));
    }

    @Override
    public String toString() {
        return value;
    }
}
