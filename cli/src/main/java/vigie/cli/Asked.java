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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Correction;
import vigie.model.Departement;
import vigie.model.PartialDate;
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
        return Term.find(type, id)
                .orElseThrow(() -> usage(
                        "asked.term",
                        text,
                        Stream.of(type.getEnumConstants()).map(Term::id).collect(Collectors.joining(", "))));
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

    /**
     * What {@code field=value} corrects; a commune may be given by name, a vendor as its file knows it.
     *
     * @throws IllegalArgumentException if a value has not the form of its field
     */
    Correction correction(List<String> values) {
        Map<Correction.Field, String> known = new EnumMap<>(Correction.parse(String.join(
                        ";",
                        values.stream()
                                .filter(value -> !value.startsWith("commune="))
                                .toList()))
                .values());
        values.stream()
                .filter(value -> value.startsWith("commune="))
                .forEach(value -> known.put(
                        Correction.Field.COMMUNE,
                        commune(value.substring("commune=".length())).code().value()));
        for (Correction.Field field : List.of(Correction.Field.VENDOR, Correction.Field.INTEGRATOR)) {
            known.computeIfPresent(field, (key, id) -> id.isEmpty() ? id : vendor(id));
        }
        return new Correction(known);
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
