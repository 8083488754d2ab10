package vigie.model.config;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Departement;
import vigie.model.Epci;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

/**
 * The register of communes, current and former, EPCI and départements. Immutable, thread-safe.
 *
 * <p>Cheap until it is used: each table is unpacked, and each way of looking up prepared, when it is first needed.
 */
public final class Communes {

    /** Where the invented communes of sample worlds lie. */
    private static final Departement INVENTED =
            new Departement("99", "Département imaginaire", "99", "Région imaginaire", 0, 0);

    private final Lazy<CommuneRows> rows;
    private final Lazy<List<Commune>> all = new Lazy<>(this::readAll);
    private final Lazy<List<Commune>> current = new Lazy<>(this::readCurrent);
    private final Lazy<Map<String, List<Commune>>> byName = new Lazy<>(this::indexNames);
    private final Lazy<Map<String, List<Commune>>> byPostcode = new Lazy<>(this::indexPostcodes);
    private final Lazy<Map<InseeCode, Commune>> byFormerCode = new Lazy<>(this::indexFormerCodes);
    private final Lazy<Map<Siren, Commune>> bySiren = new Lazy<>(this::indexSirens);
    private final Lazy<NearestNames> nearest = new Lazy<>(() -> new NearestNames(current.get()));
    private final Lazy<Map<Siren, Epci>> epci = new Lazy<>(Communes::readEpci);
    private final Lazy<Map<String, Departement>> departements = new Lazy<>(Communes::readDepartements);

    private Communes(byte[] invented) {
        this.rows = new Lazy<>(() -> new CommuneRows(invented));
    }

    /** The register that ships with Vigie. */
    public static Communes load() {
        return new Communes(new byte[0]);
    }

    /** The same with the invented communes of a sample world: checked rows of codes that start with 99, sorted. */
    static Communes withInvented(byte[] rows) {
        return new Communes(rows);
    }

    /** The current commune of that code. */
    public Optional<Commune> byCode(InseeCode code) {
        return row(code).filter(commune -> commune.type() == CommuneType.ACTUELLE);
    }

    /** The current commune that {@code code} means today: itself, or the one that a former or delegated one is in. */
    public Optional<Commune> currentOf(InseeCode code) {
        Optional<Commune> row = row(code);
        if (row.isEmpty()) {
            return Optional.ofNullable(byFormerCode.get().get(code));
        }
        InseeCode parent = row.get().parent();
        return parent == null ? row : byCode(parent);
    }

    /** All communes, of any type, that are called so once both are {@linkplain #fold folded}; current ones first. */
    public List<Commune> byName(String name) {
        return byName.get().getOrDefault(fold(name), List.of());
    }

    /** The current commune with that SIREN. */
    public Optional<Commune> bySiren(Siren siren) {
        return Optional.ofNullable(bySiren.get().get(siren));
    }

    /** Current communes with that postcode. */
    public List<Commune> byPostcode(String postcode) {
        return byPostcode.get().getOrDefault(postcode, List.of());
    }

    /** The EPCI with that SIREN. */
    public Optional<Epci> epci(Siren siren) {
        return Optional.ofNullable(epci.get().get(siren));
    }

    /** The département of that code. */
    public Optional<Departement> departement(String code) {
        return code.equals(INVENTED.code())
                ? Optional.of(INVENTED)
                : Optional.ofNullable(departements.get().get(code));
    }

    /** All départements and collectivities of their rank, in the order of codes. */
    public Collection<Departement> departements() {
        return departements.get().values();
    }

    /** Every row, of all types, in the order of codes. */
    public Collection<Commune> all() {
        return all.get();
    }

    /** The {@code n} official names of current communes that look most like {@code name}, nearest first. */
    public List<Commune> nearest(String name, int n) {
        return nearest.get().to(name, n);
    }

    /**
     * The form in which names are compared: lower case, no accents, œ as oe, hyphens and apostrophes as spaces. "St"
     * stays as it is.
     */
    public static String fold(String name) {
        return FoldedName.of(name);
    }

    private Optional<Commune> row(InseeCode code) {
        int index = rows.get().find(code);
        return index < 0 ? Optional.empty() : Optional.of(rows.get().get(index));
    }

    private List<Commune> readAll() {
        return List.copyOf(rows.get());
    }

    private List<Commune> readCurrent() {
        return all.get().stream()
                .filter(commune -> commune.type() == CommuneType.ACTUELLE)
                .toList();
    }

    private Map<String, List<Commune>> indexNames() {
        Stream<Commune> others = all.get().stream().filter(commune -> commune.type() != CommuneType.ACTUELLE);
        return Stream.concat(current.get().stream(), others)
                .collect(groupingBy(commune -> fold(commune.name()), toUnmodifiableList()));
    }

    private Map<String, List<Commune>> indexPostcodes() {
        Map<String, List<Commune>> index = new HashMap<>();
        for (Commune commune : current.get()) {
            for (String postcode : commune.postcodes()) {
                index.computeIfAbsent(postcode, key -> new ArrayList<>()).add(commune);
            }
        }
        index.replaceAll((postcode, communes) -> List.copyOf(communes));
        return index;
    }

    private Map<InseeCode, Commune> indexFormerCodes() {
        Map<InseeCode, Commune> index = new HashMap<>();
        current.get().forEach(commune -> commune.formerCodes().forEach(code -> index.put(code, commune)));
        return index;
    }

    private Map<Siren, Commune> indexSirens() {
        Map<Siren, Commune> index = new HashMap<>();
        for (Commune commune : current.get()) {
            Siren siren = commune.siren();
            if (siren != null) {
                index.put(siren, commune);
            }
        }
        return index;
    }

    private static Map<Siren, Epci> readEpci() {
        Map<Siren, Epci> index = new HashMap<>();
        TabbedRows rows = TabbedRows.of("epci.tsv.gz");
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.row(i);
            List<InseeCode> members =
                    CommuneRows.words(row[3]).stream().map(InseeCode::new).toList();
            Epci one = new Epci(new Siren(row[0]), row[1], row[2], members);
            index.put(one.siren(), one);
        }
        return index;
    }

    private static Map<String, Departement> readDepartements() {
        Map<String, Departement> index = new LinkedHashMap<>();
        TabbedRows rows = TabbedRows.of("departements.tsv");
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.row(i);
            double lat = Double.parseDouble(row[4]);
            double lon = Double.parseDouble(row[5]);
            index.put(row[0], new Departement(row[0], row[1], row[2], row[3], lat, lon));
        }
        return Collections.unmodifiableMap(index);
    }
}
