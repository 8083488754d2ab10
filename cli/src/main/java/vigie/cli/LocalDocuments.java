package vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.parse.DocumentParser;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.archive.DataDirectory;
import vigie.model.config.Communes;
import vigie.model.config.CrawlSettings;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;

/** Files of this machine as documents: read as crawled ones are, with what a list says of their publishers. */
final class LocalDocuments implements AutoCloseable {

    private final Main main;
    private final long mostBytes;
    private final DocumentParser parser;
    private final Map<String, Known> known;

    /** What {@code --meta} says of a file. */
    private record Known(Publisher publisher, @Nullable PartialDate date) {}

    /**
     * Gets ready to read.
     *
     * @param meta the list, or null where nothing is known
     * @throws UserException if {@code meta} is broken
     */
    LocalDocuments(Main main, CrawlSettings settings, @Nullable Path meta) throws IOException {
        this.main = main;
        this.mostBytes = settings.maxBytes();
        this.known = meta == null ? Map.of() : known(meta);
        this.parser = new DocumentParser(settings, ocr(main.options.dataDirectory()));
    }

    /** Shares what a collection has recognised already, and makes none. */
    private static @Nullable Path ocr(DataDirectory data) {
        return Files.isDirectory(data.root()) ? data.ocr() : null;
    }

    /**
     * The files, and those in the folders, that {@code given} names, in order.
     *
     * @throws UserException if one does not exist
     */
    static List<Path> list(List<Path> given, Messages messages) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path path : given) {
            if (path.toString().equals("-")) {
                all.add(path);
            } else if (Files.isDirectory(path)) {
                try (Stream<Path> walk = Files.walk(path)) {
                    walk.filter(Files::isRegularFile).sorted().forEach(all::add);
                }
            } else if (Files.exists(path)) {
                all.add(path);
            } else {
                throw new UserException(Main.USAGE, messages.get("extract.missing", path));
            }
        }
        return all;
    }

    /** The codes in the list that the register does not have: what is said with them is not believed. */
    Set<String> unknownCodes(Communes communes) {
        return known.values().stream()
                .map(about -> about.publisher().insee())
                .filter(Objects::nonNull)
                .filter(code -> communes.currentOf(code).isEmpty())
                .map(InseeCode::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The document in {@code file} ({@code -} is standard input); where it has no text, that is told and it is empty. */
    Optional<SourceDocument> read(Path file) {
        byte[] bytes;
        try {
            bytes = bytes(file);
        } catch (IOException e) {
            tell(file, main.messages().get("outcome.failed") + " (" + e.getMessage() + ")");
            return Optional.empty();
        }
        ParsedDocument parsed = parser.parse(file.toAbsolutePath().toUri(), null, bytes);
        if (parsed.outcome() != TextOutcome.TEXT) {
            String cause = parsed.cause() == null ? "" : " (" + parsed.cause() + ")";
            tell(file, main.messages().get("outcome." + parsed.outcome().id()) + cause + unrecognised(parsed));
            return Optional.empty();
        }
        if (!unrecognised(parsed).isEmpty()) {
            String pages = parsed.metadata().getOrDefault("pages-without-text", "");
            tell(file, main.messages().get("extract.pages") + " " + pages + unrecognised(parsed));
        }
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        Known about = known.getOrDefault(name, known.get(name.replaceFirst("\\.[^.]*$", "")));
        return Optional.of(document(file, bytes, parsed, about));
    }

    /** The file's bytes; never more than the parser would take. */
    private byte[] bytes(Path file) throws IOException {
        int most = (int) Math.min(mostBytes, Integer.MAX_VALUE - 16) + 1;
        if (file.toString().equals("-")) {
            return System.in.readNBytes(most);
        }
        if (Files.size(file) > mostBytes) {
            throw new IOException("larger than " + mostBytes + " bytes");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    private void tell(Path file, String what) {
        main.terminal().err().println(file + ": " + what);
    }

    /** Why images in it were not read. */
    private String unrecognised(ParsedDocument parsed) {
        String reason = parsed.metadata().getOrDefault("ocr", "");
        return reason.isEmpty() ? "" : " ; " + main.messages().get("ocr." + reason);
    }

    @Override
    public void close() {
        parser.close();
    }

    private static SourceDocument document(Path file, byte[] bytes, ParsedDocument parsed, @Nullable Known about) {
        Map<String, String> metadata = new HashMap<>(parsed.metadata());
        if (about != null && about.date() != null) {
            metadata.remove(SourceDocument.PUBLISHED_FROM);
        }
        return new SourceDocument(
                file.toString(),
                "file",
                new Capture(
                        file.toString(),
                        Instant.EPOCH,
                        0,
                        parsed.mediaType(),
                        Digest.sha256(bytes),
                        bytes.length,
                        null,
                        null,
                        null),
                "",
                DocumentKind.AUTRE,
                parsed.title(),
                about == null || about.date() == null ? parsed.published() : about.date(),
                about == null ? Publisher.unknown() : about.publisher(),
                TextOutcome.TEXT,
                null,
                parsed.text(),
                parsed.pageStarts(),
                List.of(),
                metadata);
    }

    /**
     * Reads {@code name<TAB>commune name<TAB>insee<TAB>publication date}; empty fields are unknown, all faults are told. A
     * fifth column {@code no} withholds the line, as lists for {@code eval} do.
     */
    private Map<String, Known> known(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new UserException(Main.USAGE, main.messages().get("extract.missing", file));
        }
        Map<String, Known> known = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            try {
                if (cells.length >= 5 && cells[4].equals("no")) {
                    continue;
                }
                if (cells.length >= 4 && !cells[2].toLowerCase(Locale.ROOT).equals("insee")) {
                    known.put(cells[0], known(cells));
                } else if (!lines.get(i).isBlank() && cells.length < 4) {
                    throw new IllegalArgumentException(main.messages().get("extract.meta.columns"));
                }
            } catch (IllegalArgumentException e) {
                faults.add(file + ":" + (i + 1) + ": " + e.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new UserException(Main.USAGE, String.join("\n", faults));
        }
        return known;
    }

    private static Known known(String[] cells) {
        InseeCode insee = cells[2].isBlank() ? null : new InseeCode(cells[2].strip());
        String name = cells[1].isBlank() ? null : cells[1].strip();
        PartialDate date = cells[3].isBlank() ? null : PartialDate.parse(cells[3].strip());
        return new Known(new Publisher(name, insee, null, null), date);
    }
}
