package vigie.reports.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vigie.model.config.Project;

/**
 * Writes facts in all formats. What is written appears whole or not at all: it is made in a folder beside and moved.
 *
 * <p>The same facts give the same bytes, but for the date that {@link About} tells.
 */
public final class Exports {

    /** What the standard's documentation has for publishers that have not registered a prefix of their own. */
    public static final String UNREGISTERED = "ocds-xxxxxx";

    private final Project project;
    private final Words words;
    private final String ocdsPrefix;

    /** {@code ocdsPrefix} is the publisher's own, or {@link #UNREGISTERED}. */
    public Exports(Project project, Words words, String ocdsPrefix) {
        this.project = project;
        this.words = words;
        this.ocdsPrefix = ocdsPrefix;
    }

    /**
     * Writes the facts.
     *
     * @param to a file; for a format of several files a folder, or a file {@code *.zip}
     * @return what was written, in the order of names; nothing where the format has no file for no facts
     */
    public List<Path> write(Format format, ExportFacts facts, About about, Path to) throws IOException {
        Path target = to.toAbsolutePath();
        Path parent = Files.createDirectories(target.getParent());
        Path made = Files.createTempDirectory(parent, ".vigie-export-");
        try {
            format.export(ocdsPrefix, words).write(new Towns(facts, project, words.reasons()), about, made);
            List<Path> files = files(made);
            if (files.isEmpty()) {
                return List.of();
            }
            if (!format.isFolder()) {
                return List.of(move(files.get(0), target));
            }
            if (target.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                return List.of(move(zip(files, made.resolve("all.zip"), about), target));
            }
            Files.createDirectories(target);
            List<Path> moved = new ArrayList<>();
            for (Path file : files) {
                moved.add(move(file, target.resolve(file.getFileName())));
            }
            return moved;
        } finally {
            for (Path left : files(made)) {
                Files.delete(left);
            }
            Files.delete(made);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Path move(Path file, Path to) throws IOException {
        return Files.move(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path zip(List<Path> files, Path zip, About about) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Path file : files) {
                ZipEntry entry = new ZipEntry(file.getFileName().toString());
                entry.setLastModifiedTime(FileTime.from(about.made()));
                packed.putNextEntry(entry);
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
        return zip;
    }
}
