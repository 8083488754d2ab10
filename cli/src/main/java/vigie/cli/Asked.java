package vigie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Correction;
import vigie.model.CorrectionException;
import vigie.model.Departement;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;
import vigie.model.config.Communes;
import vigie.model.config.EditDistance;
import vigie.model.config.Project;
import vigie.model.config.Quantities;
import vigie.model.id.InseeCode;

/** What the words on the command line mean: communes, vendors, terms, dates; if nothing, what is nearest. */
final class Asked {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final int NEAREST = 5;

    private final GlobalOptions options;
    private final Messages messages;

    private final Function<String, Optional<String>> firms;

    /** For commands that ask for no vendor: only those that have a file are known. */
    Asked(GlobalOptions options, Messages messages) {
        this(options, messages, name -> Optional.empty());
    }

    /** @param firms the id of a firm without a file, by its name */
    Asked(GlobalOptions options, Messages messages, Function<String, Optional<String>> firms) {
        this.options = options;
        this.messages = messages;
        this.firms = firms;
    }

    /** The commune of a name or INSEE code. */
    Commune commune(String text) {
        Communes communes = Project.communes(options.seedsFolder());
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (InseeCode.isValid(code)) {
            return communes.currentOf(new InseeCode(code)).orElseThrow(() -> usage("asked.commune.code", code));
        }
        List<Commune> found = communes.byName(text).stream()
                .filter(commune -> commune.type() == CommuneType.ACTUELLE)
                .toList();
        if (found.isEmpty()) {
            found = communes.byName(text).stream()
                    .flatMap(commune -> communes.currentOf(commune.code()).stream())
                    .distinct()
                    .toList();
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw usage("asked.commune.unknown", text, names(communes.nearest(text, NEAREST)));
        }
        throw usage("asked.commune.several", text, names(found));
    }

    /** The same, or null for null. */
    @Nullable
    InseeCode code(@Nullable String text) {
        return text == null ? null : commune(text).code();
    }

    /** The id of a vendor that has a file, or by which texts name a firm that has none; null for null. */
    @Nullable
    String vendor(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<String> known = vendors();
        String id = Communes.fold(text).replace(' ', '-');
        Optional<String> found = known.stream()
                .filter(vendor -> vendor.equals(id) || vendor.replace("-", "").equals(id.replace("-", "")))
                .findFirst();
        return found.or(() -> firms.apply(text))
                .orElseThrow(() -> usage("asked.vendor.unknown", text, String.join(", ", near(id, known))));
    }

    /** The département of a code or name. */
    Departement departement(String text) {
        Communes communes = Project.communes(options.seedsFolder());
        String code = text.strip().toUpperCase(Locale.ROOT);
        String name = Communes.fold(text);
        return communes.departement(code.length() == 1 ? "0" + code : code)
                .or(() -> communes.departements().stream()
                        .filter(departement -> Communes.fold(departement.name()).equals(name))
                        .findFirst())
                .orElseThrow(() -> usage("asked.departement.unknown", text, nearest(name, communes)));
    }

    /** The code of the département of a code or name; null for null. */
    @Nullable
    String departementCode(@Nullable String text) {
        return text == null ? null : departement(text).code();
    }

    private static String nearest(String name, Communes communes) {
        List<String> names = communes.departements().stream()
                .map(departement -> Communes.fold(departement.name()))
                .toList();
        List<String> near = near(name, names);
        return communes.departements().stream()
                .filter(departement -> near.contains(Communes.fold(departement.name())))
                .map(departement -> departement.name() + " (" + departement.code() + ")")
                .collect(Collectors.joining(", "));
    }

    private List<String> vendors() {
        Path folder = options.configFolder().resolve("vendors");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yml"))
                    .map(name -> name.substring(0, name.length() - ".yml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }

    /** The term of that outer form; null for null. */
    <E extends Enum<E> & Term> @Nullable E term(Class<E> type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        String id = text.toLowerCase(Locale.ROOT).replace('_', '-');
        return Term.find(type, id).orElseThrow(() -> usage("asked.term", text, terms(type)));
    }

    /** The first day of a date of year, month or day; null for null. */
    @Nullable
    LocalDate since(@Nullable String text) {
        return text == null ? null : date(text).earliest();
    }

    /** The last day of a date of year, month or day; null for null. */
    @Nullable
    LocalDate until(@Nullable String text) {
        return text == null ? null : date(text).latest();
    }

    /** The end of a date of year, month or day, in Paris; null for null. */
    @Nullable
    Instant end(@Nullable String text) {
        return text == null
                ? null
                : date(text).latest().plusDays(1).atStartOfDay(PARIS).toInstant();
    }

    /** The first month of a date of year, month or day. */
    YearMonth month(String text) {
        return YearMonth.from(date(text).earliest());
    }

    /** What {@code field=value} corrects; a commune and a firm may be given by name. */
    Correction correction(List<String> values) {
        try {
            Correction correction =
                    Correction.parse(values.stream().map(this::meant).collect(Collectors.joining(";")));
            if (correction.values().isEmpty()) {
                throw usage("review.wrong.nothing");
            }
            return correction;
        } catch (CorrectionException e) {
            throw wrong(e);
        }
    }

    private String meant(String pair) {
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1).strip();
        if (equals < 0 || value.isEmpty()) {
            return pair;
        }
        Optional<Correction.Field> field =
                Term.find(Correction.Field.class, pair.substring(0, equals).strip());
        return field.map(found -> found.id() + "="
                        + switch (found) {
                            case COMMUNE -> commune(value).code().value();
                            case VENDOR, INTEGRATOR -> vendor(value);
                            case TECHNOLOGY, PRODUCT, STAGE, MODALITY, AMOUNT, DATE -> value;
                        })
                .orElse(pair);
    }

    private UserException wrong(CorrectionException e) {
        String field = e.field().map(Term::id).orElse("");
        return switch (e.fault()) {
            case NOT_A_PAIR -> usage("review.wrong.pair", e.text());
            case UNKNOWN_FIELD -> usage("review.wrong.field", e.text(), terms(Correction.Field.class));
            case TWICE -> usage("review.wrong.twice", field);
            case NEEDED -> usage("review.wrong.needed", field);
            case VALUE ->
                switch (e.field().orElseThrow()) {
                    case TECHNOLOGY -> usage("asked.term", e.text(), terms(Technology.class));
                    case STAGE -> usage("asked.term", e.text(), terms(Stage.class));
                    case MODALITY -> usage("asked.term", e.text(), terms(Modality.class));
                    case DATE -> usage("asked.date", e.text());
                    case AMOUNT -> usage("review.wrong.amount", e.text());
                    case COMMUNE, VENDOR, PRODUCT, INTEGRATOR -> usage("review.wrong.id", e.text(), field);
                };
        };
    }

    private static <E extends Enum<E> & Term> String terms(Class<E> type) {
        return Stream.of(type.getEnumConstants()).map(Term::id).collect(Collectors.joining(", "));
    }

    /** A duration such as {@code 2h}; null for null. */
    @Nullable
    Duration duration(@Nullable String text) {
        return text == null ? null : Quantities.duration(text).orElseThrow(() -> usage("asked.duration", text));
    }

    /** Bytes of a size such as {@code 20GB}. */
    long size(String text) {
        return Quantities.size(text).orElseThrow(() -> usage("asked.size", text));
    }

    /** The same number, if it is one from 0 to 1. */
    double confidence(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw usage("asked.confidence", value);
        }
        return value;
    }

    private PartialDate date(String text) {
        try {
            return PartialDate.parse(text);
        } catch (IllegalArgumentException e) {
            throw usage("asked.date", text);
        }
    }

    /** Of the ids that are known, those that look most like {@code id}. */
    static List<String> near(String id, List<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(
                        (String vendor) -> EditDistance.between(id, vendor, id.length() + vendor.length())))
                .limit(NEAREST)
                .toList();
    }

    private static String names(List<Commune> communes) {
        return communes.stream()
                .map(commune -> commune.name() + " (" + commune.code() + ")")
                .collect(Collectors.joining(", "));
    }

    private UserException usage(String key, Object... values) {
        return new UserException(Main.USAGE, messages.get(key, values));
    }
}
