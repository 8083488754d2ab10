package vigie.reports.export;

import java.util.Locale;

/** In what facts are exported. */
public enum Format {
    CSV(true, "vigie-csv"),
    JSONL(false, JsonLinesExport.FILE),
    GEOJSON(false, GeoJsonExport.FILE),
    SQLITE(true, "vigie-sqlite"),
    PARQUET(true, "vigie-parquet"),
    OCDS(false, OcdsExport.FILE),
    FTM(false, FtmExport.FILE);

    private final boolean folder;
    private final String file;

    Format(boolean folder, String file) {
        this.folder = folder;
        this.file = file;
    }

    /** Whether it is several files in a folder. */
    public boolean isFolder() {
        return folder;
    }

    /** How its file or folder is called, unless somebody calls it otherwise. */
    public String file() {
        return file;
    }

    /** The word for it on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Export export(String ocdsPrefix, Words words) {
        return switch (this) {
            case CSV -> new CsvExport();
            case JSONL -> new JsonLinesExport();
            case GEOJSON -> new GeoJsonExport(words);
            case SQLITE -> new SqliteExport();
            case PARQUET -> new ParquetExport();
            case OCDS -> new OcdsExport(ocdsPrefix, words);
            case FTM -> new FtmExport(words);
        };
    }
}
