package vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.indexer.VendorCandidates;
import vigie.indexer.VendorCandidates.Candidate;
import vigie.model.Claim;
import vigie.model.Json;
import vigie.model.config.Communes;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.Queries;
import vigie.reports.render.CsvCells;

/** {@code vigie review candidates}: firms that no vendor file knows yet. */
@Command(name = "candidates", mixinStandardHelpOptions = true)
final class CandidatesCommand implements Callable<Integer> {

    @ParentCommand
    ReviewCommand parent;

    @Option(names = "--adopt", paramLabel = "NAME", descriptionKey = "adopt")
    @Nullable
    String adopt;

    @Option(names = "--format", paramLabel = "table|json|csv", defaultValue = "table", descriptionKey = "format")
    Format format = Format.TABLE;

    enum Format {
        TABLE,
        JSON,
        CSV
    }

    @Override
    public Integer call() throws IOException, ProjectException {
        Main main = parent.main;
        Project project = main.options.project();
        List<Candidate> found;
        try (Queries queries = main.queries()) {
            found = new VendorCandidates(project, main.language()).in(queries.claims(ClaimFilter.all()));
        }
        if (adopt != null) {
            main.terminal().out().println(write(chosen(adopt, found)));
        } else {
            switch (format) {
                case JSON -> json(found);
                case CSV -> main.terminal().out().print(csv(found));
                case TABLE -> table(found);
            }
        }
        return Main.OK;
    }

    private Candidate chosen(String name, List<Candidate> found) {
        String wanted = Communes.fold(name);
        return found.stream()
                .filter(candidate -> Communes.fold(candidate.name()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = found.stream().map(Candidate::name).toList();
                    return new UserException(
                            Main.USAGE,
                            parent.main
                                    .messages()
                                    .get("candidates.unknown", name, String.join(", ", Asked.near(name, names))));
                });
    }

    /** A vendor file with what is known; the role and the namesakes are for a person to settle. */
    private Path write(Candidate candidate) throws IOException {
        Claim claim = candidate.claims().get(0);
        String id =
                Communes.fold(candidate.name()).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String source = claim.evidence().url() == null
                ? claim.document()
                : claim.evidence().url();
        String file = String.join(
                "\n",
                "# yaml-language-server: $schema=../schema/vendor.schema.json",
                "# " + parent.main.messages().get("candidates.check"),
                "id: " + id,
                "name: " + quoted(candidate.name()),
                "role: software",
                "aliases:",
                "  - " + quoted(candidate.name()),
                "examples:",
                "  match:",
                "    - " + quoted("La société " + candidate.name() + " est retenue."),
                "    - " + quoted(candidate.name().toUpperCase(Locale.FRENCH) + ", éditeur"),
                "    - " + quoted("le logiciel de " + candidate.name()),
                "  no-match:",
                "    - " + quoted("La société retenue n'est pas nommée."),
                "    - " + quoted("Le logiciel de la bibliothèque est remplacé."),
                "sources:",
                "  - " + quoted(source),
                "");
        Path into = parent.main.options.configFolder().resolve("vendors").resolve(id + ".yml");
        try {
            return Files.writeString(into, file, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UserException(Main.USAGE, parent.main.messages().get("candidates.exists", into));
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void json(List<Candidate> found) throws JsonProcessingException {
        for (Candidate candidate : found) {
            parent.main
                    .terminal()
                    .out()
                    .println(Json.mapper()
                            .writeValueAsString(Map.of(
                                    "name",
                                    candidate.name(),
                                    "communes",
                                    candidate.communes(),
                                    "claims",
                                    candidate.claims().stream().map(Claim::id).toList())));
        }
    }

    private static String csv(List<Candidate> found) {
        return CsvCells.table(
                List.of("name", "communes", "claims", "quote"),
                found.stream()
                        .map(candidate -> List.of(
                                candidate.name(),
                                String.join(", ", candidate.communes()),
                                candidate.claims().stream().map(Claim::id).collect(Collectors.joining(" ")),
                                candidate.claims().get(0).evidence().masked().quote())));
    }

    private void table(List<Candidate> found) {
        Messages messages = parent.main.messages();
        if (found.isEmpty()) {
            parent.main.terminal().out().println(messages.get("candidates.none"));
            return;
        }
        Table table = new Table(
                parent.main.terminal(),
                List.of(
                        messages.get("candidates.name"),
                        messages.get("candidates.claims"),
                        messages.get("candidates.communes"),
                        messages.get("candidates.quote")));
        for (Candidate candidate : found) {
            table.row(List.of(
                    candidate.name(),
                    String.valueOf(candidate.claims().size()),
                    String.join(", ", candidate.communes()),
                    candidate.claims().get(0).evidence().masked().quote().replaceAll("\\s+", " ")));
        }
        table.print();
        parent.main.terminal().out().println(messages.get("candidates.next"));
    }
}
