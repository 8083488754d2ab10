package vigie.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.crawler.parse.DocumentParser;
import vigie.crawler.parse.ParsedDocument;
import vigie.indexer.Extraction;
import vigie.model.Capture;
import vigie.model.Claim;
import vigie.model.DocumentKind;
import vigie.model.Json;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;

/** {@code vigie extract}: claims found in files, as JSON lines; needs no index. */
@Command(name = "extract", mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|-", descriptionKey = "files")
    List<Path> files = new ArrayList<>();

    @Option(names = "--meta", paramLabel = "META.tsv", descriptionKey = "meta")
    @Nullable
    Path meta;

    @Option(names = "--because", descriptionKey = "because")
    boolean because;

    private final JsonMapper json = Json.mapper();

    /** What {@code --meta} says of a file. */
    private record Known(Publisher publisher, @Nullable PartialDate date) {}

    @Override
    public Integer call() throws IOException, ProjectException {
        Project project = main.options.project();
        Map<String, Known> known = meta == null ? Map.of() : known(meta);
        List<Path> all = listed();
        Extraction extraction = Extraction.of(project);
        int unread = 0;
        try (DocumentParser parser = new DocumentParser(project.crawl());
                Progress progress = new Progress(
                        main.terminal(), main.options.quiet || main.options.noProgress || all.size() < 3)) {
            for (int i = 0; i < all.size(); i++) {
                unread += extract(all.get(i), known, parser, extraction) ? 0 : 1;
                progress.at(main.messages().get("progress.extract"), i + 1L, all.size());
            }
        }
        return unread == 0 ? Main.OK : unread == all.size() ? Main.FAILED : Main.PARTLY;
    }

    private boolean extract(Path file, Map<String, Known> known, DocumentParser parser, Extraction extraction)
            throws IOException {
        byte[] bytes = file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
        ParsedDocument parsed = parser.parse(file.toAbsolutePath().toUri(), null, bytes);
        if (parsed.outcome() != TextOutcome.TEXT) {
            main.terminal()
                    .err()
                    .println(file + ": "
                            + main.messages().get("outcome." + parsed.outcome().id())
                            + (parsed.cause() == null ? "" : " (" + parsed.cause() + ")"));
            return false;
        }
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        Known about = known.getOrDefault(name, known.get(name.replaceFirst("\\.[^.]*$", "")));
        for (Claim claim : extraction.claims(document(file, bytes, parsed, about))) {
            ObjectNode line = json.valueToTree(claim);
            if (!because) {
                line.remove("because");
            }
            main.terminal().out().println(json.writeValueAsString(line));
        }
        return true;
    }

    private static SourceDocument document(Path file, byte[] bytes, ParsedDocument parsed, @Nullable Known about) {
        return new SourceDocument(
                file.toString(),
                "file",
                new Capture(
                        file.toString(),
                        java.time.Instant.EPOCH,
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
                Map.of());
    }

    private List<Path> listed() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path given : files) {
            if (given.toString().equals("-")) {
                all.add(given);
            } else if (Files.isDirectory(given)) {
                try (Stream<Path> walk = Files.walk(given)) {
                    walk.filter(Files::isRegularFile).sorted().forEach(all::add);
                }
            } else if (Files.exists(given)) {
                all.add(given);
            } else {
                throw new UserException(Main.USAGE, main.messages().get("extract.missing", given));
            }
        }
        return all;
    }

    /** Reads {@code name<TAB>commune name<TAB>insee<TAB>publication date}; empty fields are unknown, all faults are told. */
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
