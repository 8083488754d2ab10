package vigie.reports.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vigie.model.Evidence;
import vigie.model.Json;
import vigie.model.SourceDocument;
import vigie.model.archive.RawRecord;
import vigie.model.id.Digest;
import vigie.reports.bundle.BundleResult.Difference;
import vigie.reports.bundle.BundleResult.Fault;
import vigie.reports.bundle.Manifest.Captured;
import vigie.reports.bundle.Manifest.Cited;
import vigie.reports.bundle.Manifest.Resource;

/**
 * Checks a bundle without a network: every file has its sum and none is there without one; every captured payload has the
 * hash that the report cites; every quote stands verbatim at its place in its document's text. It does not say whether the
 * town published those bytes: for that there are the addresses and dates of capture.
 */
public final class BundleCheck {

    /** Beyond this a file is not read: no bundle of ours comes near. */
    private static final long MOST_BYTES = 1L << 30;

    private final JsonMapper json = Json.mapper();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private int quotes;
    private int captures;

    private BundleCheck() {}

    /**
     * Checks the bundle.
     *
     * @throws IOException if there is no such file, or it is no zip
     */
    public static BundleResult of(Path zip) throws IOException {
        BundleCheck check = new BundleCheck();
        check.read(zip);
        check.sums();
        check.manifest();
        return new BundleResult(check.files.size(), check.captures, check.quotes, check.differences);
    }

    private void read(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                read(zip, entry);
            }
        }
    }

    private void read(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, MOST_BYTES));
            if (in.read() >= 0 || files.put(entry.getName(), bytes) != null) {
                differ(entry.getName(), Fault.UNREADABLE, "");
            }
        } catch (IOException e) {
            differ(entry.getName(), Fault.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private void sums() {
        Map<String, String> sums = new HashMap<>();
        text(Manifest.SUMS)
                .lines()
                .filter(line -> line.length() > 66)
                .forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
        sums.forEach((file, sum) -> compare(file, sum));
        files.keySet().stream()
                .filter(file -> !file.equals(Manifest.SUMS) && !sums.containsKey(file))
                .forEach(file -> differ(file, Fault.UNLISTED, ""));
    }

    private void compare(String file, String sum) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            missing(file);
        } else if (!Digest.sha256(bytes).equals(sum)) {
            differ(file, Fault.CHANGED, "");
        }
    }

    private void missing(String file) {
        if (differences.stream().noneMatch(difference -> difference.file().equals(file))) {
            differ(file, Fault.MISSING, "");
        }
    }

    private void manifest() {
        Manifest manifest;
        try {
            manifest = json.readValue(text(Manifest.FILE), Manifest.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            differ(Manifest.FILE, Fault.UNREADABLE, "");
            return;
        }
        for (Resource resource : manifest.resources()) {
            compare(resource.path(), resource.hash().replaceFirst("^sha256:", ""));
            if (resource.capture() != null) {
                payload(resource.path(), resource.capture());
            }
        }
        Map<String, String> texts = texts();
        manifest.citations().forEach(cited -> quote(cited, texts.get(cited.document())));
    }

    private void payload(String file, Captured capture) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            return;
        }
        captures++;
        try {
            if (!Digest.sha256(new RawRecord(bytes).payload()).equals(capture.sha256())) {
                differ(file, Fault.PAYLOAD, capture.url());
            }
        } catch (IOException | RuntimeException e) {
            differ(file, Fault.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        for (String line : text(Manifest.DOCUMENTS).lines().toList()) {
            try {
                SourceDocument found = json.readValue(line, SourceDocument.class);
                texts.put(found.id(), found.text());
            } catch (JsonProcessingException | IllegalArgumentException e) {
                differ(Manifest.DOCUMENTS, Fault.UNREADABLE, "");
            }
        }
        return texts;
    }

    private void quote(Cited cited, @Nullable String text) {
        quotes++;
        if (text == null || !stands(cited, text)) {
            differ(Manifest.DOCUMENTS, Fault.QUOTE, "[" + cited.number() + "]");
        }
    }

    private static boolean stands(Cited cited, String text) {
        if (cited.start() < 0 || cited.start() > cited.end() || cited.end() > text.length()) {
            return false;
        }
        String quote = text.substring(cited.start(), cited.end());
        return Digest.sha256(quote.getBytes(StandardCharsets.UTF_8)).equals(cited.sha256())
                && shown(cited.quote()).matcher(quote).matches();
    }

    /** A quote as it is shown: anything may stand where a name is masked. */
    private static Pattern shown(String masked) {
        return Pattern.compile(
                Stream.of(masked.split(Pattern.quote(Evidence.MASK), -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".+?")),
                Pattern.DOTALL);
    }

    private String text(String file) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            missing(file);
            return "";
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void differ(String file, Fault fault, String detail) {
        Difference difference = new Difference(file, fault, detail);
        if (!differences.contains(difference)) {
            differences.add(difference);
        }
    }
}
