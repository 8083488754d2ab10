package vigie.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader gave for a correction is none; what to tell them is for who asked them, in their language. */
public final class CorrectionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Fault implements Term {
        /** It is not {@code field=value}. */
        NOT_A_PAIR,
        /** No field has that name. */
        UNKNOWN_FIELD,
        /** A field is given twice. */
        TWICE,
        /** A field that a claim cannot be without is empty. */
        NEEDED,
        /** A value has not the form of its field. */
        VALUE
    }

    private final Fault fault;
    private final Correction.@Nullable Field field;
    private final String text;

    CorrectionException(Fault fault, Correction.@Nullable Field field, String text) {
        super(fault.id() + (field == null ? "" : " " + field.id()) + ": '" + text + "'");
        this.fault = fault;
        this.field = field;
        this.text = text;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** Of which field; empty where none was understood. */
    public Optional<Correction.Field> field() {
        return Optional.ofNullable(field);
    }

    /** What was written. */
    public String text() {
        return text;
    }
}
