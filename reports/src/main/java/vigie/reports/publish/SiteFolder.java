package vigie.reports.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.reports.publish.SiteContents.PageRecord;

/**
 * A folder that is replaced as a whole. What is written goes to a folder beside it, {@code .NAME.new}; only when all of it is
 * there are the two exchanged, by two renames. A process that ends between them leaves the former site as {@code .NAME.old},
 * and the next publication puts it back. Not thread-safe; one publication at a time.
 */
public final class SiteFolder implements AutoCloseable {

    /** The page that a site begins with. */
    public static final String HOME = "index.html";

    private final Path target;
    private final Path fresh;
    private final Path former;
    private final SiteContents before;

    private SiteFolder(Path target, Path fresh, Path former) throws IOException {
        this.target = target;
        this.fresh = fresh;
        this.former = former;
        this.before = SiteContents.read(target);
    }

    /** Begins a publication; what an interrupted one left is cleared away. */
    public static SiteFolder begin(Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        Path former = recovered(target);
        Path fresh = beside(target, "new");
        delete(fresh);
        Files.createDirectories(fresh);
        return new SiteFolder(target, fresh, former);
    }

    /** A file or folder that no publication of ours wrote there; empty if the folder may be replaced. */
    public static Optional<Path> stranger(Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        if (target.getParent() == null || (Files.exists(target) && !Files.isDirectory(target))) {
            return Optional.of(target);
        }
        recovered(target);
        if (!Files.exists(target)) {
            return Optional.empty();
        }
        SiteContents contents = SiteContents.read(target);
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .filter(file -> !isOurs(contents, path(target, file)))
                    .sorted()
                    .findFirst();
        }
    }

    private static boolean isOurs(SiteContents contents, String path) {
        return path.equals(SiteContents.FILE)
                || contents.pages().containsKey(path)
                || contents.files().contains(path);
    }

    /** Puts the former site back where a publication ended between the two renames. */
    private static Path recovered(Path target) throws IOException {
        Path former = beside(target, "old");
        if (Files.exists(former)) {
            if (Files.exists(target)) {
                delete(former);
            } else {
                Files.move(former, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return former;
    }

    private static Path beside(Path target, String ending) {
        return target.resolveSibling("." + target.getFileName() + "." + ending);
    }

    /** What was published here before. */
    SiteContents before() {
        return before;
    }

    /** Where a file of the new site goes; its folder is there. */
    public Path file(String path) throws IOException {
        Path file = fresh.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    void write(String path, String text) throws IOException {
        Files.write(file(path), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts the new site in place of the former. */
    void finish(Map<String, PageRecord> pages) throws IOException {
        TreeSet<String> files = new TreeSet<>();
        try (Stream<Path> written = Files.walk(fresh)) {
            written.filter(Files::isRegularFile)
                    .map(file -> path(fresh, file))
                    .filter(path -> !pages.containsKey(path))
                    .forEach(files::add);
        }
        write(SiteContents.FILE, SiteContents.of(pages, files).json());
        if (Files.exists(target)) {
            Files.move(target, former, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        delete(former);
    }

    private static String path(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Clears away what was not finished. */
    @Override
    public void close() throws IOException {
        delete(fresh);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
