package vigie.reports.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.Correction;
import vigie.model.Correction.Field;
import vigie.model.Review;
import vigie.model.Verdict;

/**
 * What a reader typed about a claim.
 *
 * @param reader what they call themselves
 * @param values the fields of the claim as they should be
 * @param faults name of a part of the form → key of the text that says what is wrong with it
 */
public record ReviewForm(String reader, String note, Map<Field, String> values, Map<String, String> faults) {

    static final String READER = "reader";
    static final String NOTE = "note";
    /** For what concerns all fields together. */
    static final String FIELDS = "fields";

    private static final int LONGEST_NOTE = 2000;

    public ReviewForm {
        values = Map.copyOf(values);
        faults = Map.copyOf(faults);
    }

    /** Nothing typed yet: the values of {@code claim} to start from. */
    static ReviewForm of(Claim claim, String reader) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            values.put(field, Correction.value(claim, field));
        }
        return new ReviewForm(reader, "", values, Map.of());
    }

    /** As it was sent. */
    static ReviewForm of(Context context) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            values.put(field, typed(context, field.id()));
        }
        return new ReviewForm(typed(context, READER), typed(context, NOTE), values, Map.of());
    }

    private static String typed(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "").strip();
    }

    /** What is in that field. */
    public String value(Field field) {
        return values.getOrDefault(field, "");
    }

    /** The key of what is wrong with that part, or null. */
    public @Nullable String fault(String part) {
        return faults.get(part);
    }

    /** Whether a field of the claim has a fault, so that the fields should be seen. */
    public boolean isOpen() {
        return faults.keySet().stream().anyMatch(part -> !part.equals(READER) && !part.equals(NOTE));
    }

    /** The same with what is wrong for that verdict about {@code claim}; nothing, if it can be written down. */
    ReviewForm checked(Verdict verdict, Claim claim, Meant meant) {
        Map<String, String> found = new HashMap<>();
        if (reader.isEmpty() || reader.length() > ReaderName.LONGEST) {
            found.put(READER, "review.fault.reader");
        }
        if (note.length() > LONGEST_NOTE) {
            found.put(NOTE, "review.fault.note.long");
        } else if (verdict == Verdict.NOTE && note.isEmpty()) {
            found.put(NOTE, "review.fault.note");
        }
        if (verdict == Verdict.CORRECT) {
            for (Field field : Field.values()) {
                if (!isAsBefore(claim, field) && read(field, meant).isEmpty()) {
                    found.put(field.id(), "review.fault." + field.id());
                }
            }
            if (found.isEmpty() && correction(claim, meant).values().isEmpty()) {
                found.put(FIELDS, "review.fault.fields");
            }
        }
        return new ReviewForm(reader, note, values, found);
    }

    /** What it corrects of {@code claim}; fields that are not understood are left as they were. */
    Correction correction(Claim claim, Meant meant) {
        Map<Field, String> changed = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            Optional.of(field)
                    .filter(one -> !isAsBefore(claim, one))
                    .flatMap(one -> read(one, meant))
                    .filter(value -> !value.equals(Correction.value(claim, field)))
                    .ifPresent(value -> changed.put(field, value));
        }
        return new Correction(changed);
    }

    /** Whether a field has what the claim has, which may be the name of a firm that no vendor file knows. */
    private boolean isAsBefore(Claim claim, Field field) {
        return value(field).equals(Correction.value(claim, field));
    }

    /** The review that it makes. */
    Review review(Instant time, Verdict verdict, Claim claim, Meant meant) {
        Correction correction = verdict == Verdict.CORRECT ? correction(claim, meant) : Correction.NONE;
        return new Review(time, reader, verdict, Review.Subject.of(claim), correction, note);
    }

    /** The value of a field in the form that a correction has; empty if it cannot be understood. */
    private Optional<String> read(Field field, Meant meant) {
        String typed = value(field);
        Optional<String> value = typed.isEmpty()
                ? Optional.of("")
                : switch (field) {
                    case COMMUNE -> meant.commune(typed).map(Commune::code).map(code -> code.value());
                    case VENDOR, INTEGRATOR -> meant.vendor(typed);
                    case PRODUCT -> meant.product(typed);
                    case AMOUNT ->
                        Optional.of(typed.replaceAll("(?<=\\d)[\\s\\u00a0\\u202f](?=\\d{3})", "")
                                .replace(',', '.')
                                .replaceAll("[\\s\\u00a0\\u202f]*€", " EUR"));
                    case TECHNOLOGY, STAGE, MODALITY, DATE -> Optional.of(typed);
                };
        return value.filter(text -> isValue(field, text));
    }

    private static boolean isValue(Field field, String text) {
        try {
            return new Correction(Map.of(field, text)).values().containsKey(field);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
