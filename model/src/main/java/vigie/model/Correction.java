package vigie.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.CorrectionException.Fault;
import vigie.model.id.InseeCode;

/**
 * Other values for a claim, as a reader gives them; written {@code stage=ended; vendor=; date=2021-03}. An empty value says
 * that it is unknown.
 *
 * @param values what is corrected; each value has the outer form that the claim's JSON has, an amount is written
 *     {@code 63200.00 EUR HT}
 */
public record Correction(Map<Field, String> values) {

    /** What can be corrected. */
    public enum Field implements Term {
        COMMUNE(false),
        TECHNOLOGY(false),
        VENDOR(true),
        PRODUCT(true),
        INTEGRATOR(true),
        STAGE(false),
        MODALITY(false),
        AMOUNT(true),
        DATE(true);

        private final boolean canBeUnknown;

        Field(boolean canBeUnknown) {
            this.canBeUnknown = canBeUnknown;
        }
    }

    /** Nothing corrected. */
    public static final Correction NONE = new Correction(Map.of());

    private static final Pattern VENDOR_ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d{1,2})?)(?: ([A-Z]{3}))?(?: (HT|TTC))?");

    /**
     * Checks the values.
     *
     * @throws CorrectionException if one has not its form
     */
    public Correction {
        values.forEach(Correction::check);
        values = values.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(values));
    }

    /**
     * Reads the written form.
     *
     * @throws CorrectionException if it is none
     */
    public static Correction parse(String text) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (String part : text.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new CorrectionException(Fault.NOT_A_PAIR, null, part.strip());
            }
            String name = part.substring(0, equals).strip();
            Field field = Term.find(Field.class, name)
                    .orElseThrow(() -> new CorrectionException(Fault.UNKNOWN_FIELD, null, name));
            if (values.put(field, part.substring(equals + 1).strip()) != null) {
                throw new CorrectionException(Fault.TWICE, field, part.strip());
            }
        }
        return new Correction(values);
    }

    private static void check(Field field, String value) {
        if (value.isEmpty()) {
            if (!field.canBeUnknown) {
                throw new CorrectionException(Fault.NEEDED, field, value);
            }
            return;
        }
        try {
            read(field, value);
        } catch (IllegalArgumentException e) {
            throw new CorrectionException(Fault.VALUE, field, value);
        }
    }

    private static void read(Field field, String value) {
        switch (field) {
            case COMMUNE -> new InseeCode(value);
            case TECHNOLOGY -> Term.of(Technology.class, value);
            case STAGE -> Term.of(Stage.class, value);
            case MODALITY -> Term.of(Modality.class, value);
            case AMOUNT -> amount(value);
            case DATE -> PartialDate.parse(value);
            case VENDOR, PRODUCT, INTEGRATOR -> {
                if (!VENDOR_ID.matcher(value).matches()) {
                    throw new IllegalArgumentException("not an id of a " + field.id() + ": '" + value + "'");
                }
            }
        }
    }

    private static Amount amount(String value) {
        Matcher parts = AMOUNT.matcher(value);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an amount (63200.00 EUR HT): '" + value + "'");
        }
        return new Amount(
                new BigDecimal(parts.group(1)),
                parts.group(2) == null ? "EUR" : parts.group(2),
                parts.group(3) == null ? null : Amount.Vat.valueOf(parts.group(3)));
    }

    /**
     * The claim with these values in place of its own; {@link Claim#because} then tells of it.
     *
     * @param names the commune of a code; one that is not known is called by its code
     * @param days when it was corrected, for people
     */
    public Claim applied(Claim claim, Function<InseeCode, Optional<CommuneRef>> names, String days) {
        List<String> because = new ArrayList<>(claim.because());
        because.add("corrected by a reader (" + days + "): " + this + "; extracted was " + before(claim));
        return new Claim(
                claim.id(),
                claim.document(),
                value(Field.COMMUNE, claim.commune(), code -> commune(code, names)),
                required(Field.TECHNOLOGY, claim.technology(), id -> Term.of(Technology.class, id)),
                value(Field.VENDOR, claim.vendor(), id -> id),
                value(Field.PRODUCT, claim.product(), id -> id),
                value(Field.INTEGRATOR, claim.integrator(), id -> id),
                required(Field.STAGE, claim.stage(), id -> Term.of(Stage.class, id)),
                required(Field.MODALITY, claim.modality(), id -> Term.of(Modality.class, id)),
                value(Field.AMOUNT, claim.amount(), Correction::amount),
                value(Field.DATE, claim.date(), PartialDate::parse),
                claim.purchase(),
                claim.references(),
                claim.functions(),
                claim.vote(),
                claim.confidence(),
                claim.evidence(),
                because);
    }

    private String before(Claim claim) {
        return values.keySet().stream()
                .sorted()
                .map(field -> field.id() + "=" + value(claim, field))
                .collect(Collectors.joining("; "));
    }

    /** What a claim says there, in the form that a correction has; empty where it is unknown. */
    public static String value(Claim claim, Field field) {
        return switch (field) {
            case COMMUNE ->
                claim.commune() == null ? "" : claim.commune().insee().value();
            case TECHNOLOGY -> claim.technology().id();
            case VENDOR -> Objects.requireNonNullElse(claim.vendor(), "");
            case PRODUCT -> Objects.requireNonNullElse(claim.product(), "");
            case INTEGRATOR -> Objects.requireNonNullElse(claim.integrator(), "");
            case STAGE -> claim.stage().id();
            case MODALITY -> claim.modality().id();
            case AMOUNT -> claim.amount() == null ? "" : written(claim.amount());
            case DATE -> Objects.toString(claim.date(), "");
        };
    }

    private static String written(Amount amount) {
        return amount.value().toPlainString() + " " + amount.currency()
                + (amount.vat() == null ? "" : " " + amount.vat());
    }

    private static CommuneRef commune(String code, Function<InseeCode, Optional<CommuneRef>> names) {
        InseeCode insee = new InseeCode(code);
        return names.apply(insee).orElse(new CommuneRef(insee, code));
    }

    private <T> @Nullable T value(Field field, @Nullable T own, Function<String, T> reading) {
        String given = values.get(field);
        return given == null ? own : given.isEmpty() ? null : reading.apply(given);
    }

    private <T> T required(Field field, T own, Function<String, T> reading) {
        String given = values.get(field);
        return given == null ? own : reading.apply(given);
    }

    /** The written form, fields in their order. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().id() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
