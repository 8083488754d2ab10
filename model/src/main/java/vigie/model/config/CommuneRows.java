package vigie.model.config;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Coordinates;
import vigie.model.Term;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

/** The table of communes as records, each made when it is asked for. */
final class CommuneRows extends AbstractList<Commune> implements RandomAccess {

    private static final int TYPE = 1;
    private static final int NAME = 2;

    private final TabbedRows rows;

    /** The register's rows and, after them, {@code invented} ones. */
    CommuneRows(byte[] invented) {
        this.rows = TabbedRows.of("communes.tsv.gz").plus(invented);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Commune get(int index) {
        String[] row = rows.row(index);
        return new Commune(
                new InseeCode(row[0]),
                Term.of(CommuneType.class, row[TYPE]),
                row[NAME],
                row[3].isEmpty() ? null : new InseeCode(row[3]),
                row[4],
                row[5],
                siren(row[6]),
                words(row[7]),
                row[8].isEmpty() ? 0 : Integer.parseInt(row[8]),
                words(row[9]).stream().map(InseeCode::new).toList(),
                row[10].isEmpty()
                        ? null
                        : new Coordinates(Double.parseDouble(row[10]), Double.parseDouble(row[11]), row[12]),
                siren(row[13]));
    }

    boolean isCurrent(int index) {
        return rows.field(index, TYPE).equals("actuelle");
    }

    String name(int index) {
        return rows.field(index, NAME);
    }

    /** The first row of that code, or -1; "actuelle" sorts before the other types. */
    int find(InseeCode code) {
        return rows.find(code.value());
    }

    private static @Nullable Siren siren(String field) {
        return field.isEmpty() ? null : new Siren(field);
    }

    static List<String> words(String field) {
        return field.isEmpty() ? List.of() : Arrays.asList(field.split(" "));
    }
}
