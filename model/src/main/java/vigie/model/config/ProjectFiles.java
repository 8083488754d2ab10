package vigie.model.config;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.model.config.Node.Mapping;
import vigie.model.id.Digest;

/** Finds and reads the YAML files, keeps what is wrong with them, and digests what was read. */
final class ProjectFiles {

    private final Messages messages;
    private final YAMLFactory yaml = YamlTree.factory();
    private final List<FileProblems> problems = new ArrayList<>();
    private final Map<String, String> digests = new TreeMap<>();

    ProjectFiles(Messages messages) {
        this.messages = messages;
    }

    /**
     * A file that is YAML.
     *
     * @param root nothing in it where it is empty
     */
    record YamlFile(Path path, Mapping root, FileProblems problems) {

        /** The file's name without {@code .yml}. */
        String id() {
            return ProjectFiles.id(path);
        }
    }

    /** The id of what a file of its own is about: its name without {@code .yml}. */
    static String id(Path path) {
        return path.getFileName().toString().replaceAll("\\.yml$", "");
    }

    /** The files below a folder, sorted; hidden ones are left out, a missing folder is a problem. */
    List<Path> list(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            problemsOf(folder).add(0, Fault.FOLDER_MISSING);
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .filter(path -> !isHidden(folder.relativize(path)))
                    .filter(this::isYaml)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problemsOf(folder).add(0, Fault.FILE_UNREADABLE, e.toString());
            return List.of();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private boolean isYaml(Path path) {
        String name = path.getFileName().toString();
        if (name.endsWith(".yaml")) {
            problemsOf(path).add(0, Fault.FILE_EXTENSION, name.replaceAll("\\.yaml$", ".yml"));
        }
        return name.endsWith(".yml");
    }

    /** Reads a file of {@code folder}; empty if it is not YAML, and then that is a problem. */
    Optional<YamlFile> read(String label, Path folder, Path path) {
        FileProblems of = problemsOf(path);
        return text(label, folder, path, of)
                .flatMap(text -> YamlTree.read(yaml, text, of))
                .map(root -> new YamlFile(path, root, of));
    }

    /** The text of a file, which becomes part of the digest; empty if it cannot be read, and then that is a problem. */
    Optional<String> text(String label, Path folder, Path path, FileProblems of) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            String relative = folder.relativize(path).toString().replace('\\', '/');
            digests.put(label + "/" + relative, Digest.sha256(bytes));
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            of.add(0, Fault.NOT_UTF8);
        } catch (IOException e) {
            of.add(0, Fault.FILE_UNREADABLE, e.toString());
        }
        return Optional.empty();
    }

    FileProblems problemsOf(Path path) {
        FileProblems of = new FileProblems(path.toString(), messages);
        problems.add(of);
        return of;
    }

    /** All problems of all files, by file and line. */
    List<Problem> problems() {
        return problems.stream()
                .flatMap(file -> file.found().stream())
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .toList();
    }

    /** The digest over names and bytes of all files read. */
    String digest() {
        String all = digests.entrySet().stream()
                .map(file -> file.getKey() + " " + file.getValue() + "\n")
                .collect(Collectors.joining());
        return Digest.sha256(all.getBytes(StandardCharsets.UTF_8));
    }
}
