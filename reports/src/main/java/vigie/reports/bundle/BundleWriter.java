package vigie.reports.bundle;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vigie.model.Evidence;
import vigie.model.Json;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;
import vigie.model.archive.RawRecord;
import vigie.model.archive.WholeFile;
import vigie.model.id.Digest;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.bundle.Manifest.Captured;
import vigie.reports.bundle.Manifest.Cited;
import vigie.reports.bundle.Manifest.Resource;

/**
 * Writes a bundle: a zip with the report in all its forms, the documents that it cites, the captured records they were read
 * from, a manifest and the sums of all files. The same report gives the same bytes.
 *
 * @param document the document of an id, with its text
 * @param records the archive
 */
public record BundleWriter(Function<String, Optional<SourceDocument>> document, Records records) {

    /** Where captured records are. */
    @FunctionalInterface
    public interface Records {
        /** The record at that place. */
        RawRecord at(WarcPosition position) throws IOException;
    }

    private static final String README = "LISEZMOI.txt";

    /**
     * Writes it.
     *
     * @param rendered the report's files by their names
     * @return {@code to}
     */
    public Path write(CityReport report, Map<String, byte[]> rendered, String name, Path to) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(README, readme(report));
        rendered.forEach((file, bytes) -> files.put("rapport/" + file, bytes));
        Map<String, SourceDocument> documents = documents(report);
        files.put(Manifest.DOCUMENTS, lines(documents));
        Map<String, Captured> captures = captures(report, documents, files);
        Manifest manifest = new Manifest(
                Manifest.PROFILE,
                name,
                "Vigie : " + report.commune().name(),
                report.generated(),
                report.index(),
                files.entrySet().stream()
                        .map(file -> new Resource(
                                file.getKey(),
                                file.getValue().length,
                                "sha256:" + Digest.sha256(file.getValue()),
                                captures.get(file.getKey())))
                        .toList(),
                report.citations().stream()
                        .flatMap(citation -> cited(citation, documents).stream())
                        .toList());
        files.put(Manifest.FILE, json(manifest));
        files.put(Manifest.SUMS, sums(files));
        return WholeFile.write(to, zip(files, report));
    }

    private Map<String, SourceDocument> documents(CityReport report) {
        Map<String, SourceDocument> documents = new TreeMap<>();
        for (Citation citation : report.citations()) {
            document.apply(citation.claim().document()).ifPresent(found -> documents.put(found.id(), found));
        }
        return documents;
    }

    /** One record per file, so that each can be opened and checked by itself. */
    private Map<String, Captured> captures(
            CityReport report, Map<String, SourceDocument> documents, Map<String, byte[]> files) throws IOException {
        Map<WarcPosition, List<SourceDocument>> places = new LinkedHashMap<>();
        for (SourceDocument found : documents.values()) {
            WarcPosition place = found.capture().warc();
            if (place != null) {
                places.computeIfAbsent(place, unused -> new ArrayList<>()).add(found);
            }
        }
        Map<String, Captured> captures = new LinkedHashMap<>();
        for (Map.Entry<WarcPosition, List<SourceDocument>> place : places.entrySet()) {
            List<String> ids = place.getValue().stream().map(SourceDocument::id).toList();
            var capture = place.getValue().get(0).capture();
            String file = "archive/" + capture.sha256().substring(0, 16) + "-"
                    + place.getKey().offset() + ".warc.gz";
            files.put(file, records.at(place.getKey()).bytes());
            captures.put(
                    file,
                    new Captured(
                            capture.url(),
                            capture.fetched(),
                            capture.sha256(),
                            report.citations().stream()
                                    .filter(citation ->
                                            ids.contains(citation.claim().document()))
                                    .map(Citation::number)
                                    .toList()));
        }
        return captures;
    }

    private static Optional<Cited> cited(Citation citation, Map<String, SourceDocument> documents) {
        Evidence evidence = citation.claim().evidence();
        return Optional.ofNullable(documents.get(citation.claim().document()))
                .filter(found -> evidence.end() <= found.text().length())
                .map(found -> new Cited(
                        citation.number(),
                        citation.claim().id(),
                        found.id(),
                        evidence.start(),
                        evidence.end(),
                        Digest.sha256(found.text()
                                .substring(evidence.start(), evidence.end())
                                .getBytes(StandardCharsets.UTF_8)),
                        evidence.quote()));
    }

    private static byte[] lines(Map<String, SourceDocument> documents) throws IOException {
        JsonMapper json = Json.mapper();
        StringBuilder lines = new StringBuilder();
        for (SourceDocument found : documents.values()) {
            lines.append(json.writeValueAsString(found)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Manifest manifest) throws IOException {
        return (Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** In the form of coreutils, for {@code sha256sum -c}. */
    private static byte[] sums(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .map(file -> Digest.sha256(file.getValue()) + "  " + file.getKey() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] readme(CityReport report) throws IOException {
        try (var in = BundleWriter.class.getResourceAsStream("/vigie/reports/bundle/readme.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new MessageFormat(text, Locale.FRANCE)
                    .format(new Object[] {
                        report.commune().name(), report.generated().toString(), report.index()
                    })
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] zip(Map<String, byte[]> files, CityReport report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(FileTime.from(report.generated()));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
