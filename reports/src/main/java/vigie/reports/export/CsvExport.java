package vigie.reports.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vigie.reports.render.CsvCells;

/** CSV files, one per table, with a Frictionless Data Package and a dictionary that people can read. */
final class CsvExport implements Export {

    @Override
    public void write(Towns towns, About about, Path folder) throws IOException {
        List<OpenTable> open = new ArrayList<>();
        try {
            for (Table<?> table : Tables.all()) {
                open.add(OpenTable.in(folder, table));
            }
            towns.each(town -> open.forEach(table -> table.add(town)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (OpenTable table : open) {
                table.csv().close();
            }
        }
        new DataPackage(about).write(folder.resolve("datapackage.json"));
        Files.writeString(folder.resolve("DICTIONARY.md"), new DictionaryPage(about).text());
    }

    private record OpenTable(CsvCells csv, Table<?>.Cells cells) {

        static OpenTable in(Path folder, Table<?> table) throws IOException {
            CsvCells csv = new CsvCells(Files.newBufferedWriter(folder.resolve(table.name() + ".csv")));
            csv.row(table.columns().stream().map(Column::name).toList());
            return new OpenTable(csv, table.cells());
        }

        void add(Town town) {
            cells.of(town).forEach(csv::row);
        }
    }
}
