package vigie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.indexer.index.IndexException;
import vigie.model.Issue;
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;
import vigie.model.archive.DataDirectoryException;
import vigie.model.config.Problem;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.reports.query.Queries;

/** {@code vigie doctor}: whether everything that a run needs is there; one line per check. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final long LEAST_DISK = 2L << 30;

    @ParentCommand
    Main main;

    @Option(names = "--archive", descriptionKey = "doctor-archive")
    boolean isArchiveRead;

    private boolean failed;

    @Override
    public Integer call() {
        say(true, "doctor.java", Runtime.version().toString());
        configuration();
        data();
        program("tesseract", "tesseract-ocr tesseract-ocr-fra", "doctor.ocr");
        program("chromium", "chromium", "doctor.chromium");
        return failed ? Main.FAILED : Main.OK;
    }

    private void configuration() {
        try {
            Project project = main.options.project();
            say(
                    true,
                    "doctor.project",
                    project.lexicon().vendors().size(),
                    project.lexicon().entries().size(),
                    project.sources().size());
            if (project.crawl().contact() == null) {
                hint("doctor.contact");
            }
        } catch (ProjectException e) {
            say(false, "doctor.project.broken", e.problems().size());
            for (Problem problem : e.problems()) {
                main.terminal().out().println("       " + problem);
            }
        }
    }

    private void data() {
        DataDirectory data = main.options.dataDirectory();
        if (!Files.exists(data.root())) {
            hint("doctor.data.none", data.root());
            return;
        }
        try (DataDirectory.Lock lock = data.lock()) {
            say(true, "doctor.data.free", data.root());
            lock.stale().ifPresent(holder -> hint("lock.stale", holder));
        } catch (DataDirectoryException | IOException e) {
            say(false, "doctor.data.held", String.valueOf(e.getMessage()));
        }
        disk(data.root());
        if (isArchiveRead) {
            archive(data);
        }
        try (Queries queries = Queries.open(data.index())) {
            say(true, "doctor.index", queries.statistics().documents());
        } catch (IndexException e) {
            boolean none = e.kind() == IndexException.Kind.NONE;
            if (none) {
                hint("doctor.index.none");
            } else {
                say(false, "doctor.index.broken", String.valueOf(e.getMessage()));
            }
        }
    }

    /** Reads every byte of it. */
    private void archive(DataDirectory data) {
        List<Issue> damages = new ArrayList<>();
        try {
            Archive archive = Archive.open(data.archive(), damages::add);
            List<String> segments = archive.segments();
            for (String segment : segments) {
                archive.check(segment);
            }
            for (Issue damage : damages) {
                say(false, "doctor.archive.damaged", String.valueOf(damage.url()), damage.message());
            }
            if (damages.isEmpty()) {
                say(true, "doctor.archive", segments.size());
            } else {
                keep(damages, data);
            }
        } catch (IOException e) {
            say(false, "doctor.archive.damaged", data.archive(), String.valueOf(e.getMessage()));
        }
    }

    /** For the health report. */
    private static void keep(List<Issue> damages, DataDirectory data) throws IOException {
        try {
            DataDirectory.Lock lock = data.lock();
            try {
                damages.forEach(data::issue);
            } finally {
                lock.close();
            }
        } catch (DataDirectoryException | UncheckedIOException e) {
            // That somebody holds the collection, or that it cannot be written, was said above.
        }
    }

    private void disk(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            say(free > LEAST_DISK, "doctor.disk", free >> 20);
        } catch (IOException e) {
            say(false, "doctor.data.held", String.valueOf(e.getMessage()));
        }
    }

    private void program(String name, String packages, String purpose) {
        if (runs(name)) {
            say(true, "doctor.program", name);
        } else {
            hint("doctor.program.none", name, main.messages().get(purpose), packages);
        }
    }

    private static boolean runs(String name) {
        try {
            Process process = new ProcessBuilder(name, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void say(boolean good, String key, Object... values) {
        failed |= !good;
        main.terminal()
                .out()
                .println((good ? "  ok   " : "FAIL   ") + main.messages().get(key, values));
    }

    private void hint(String key, Object... values) {
        main.terminal().out().println("  --   " + main.messages().get(key, values));
    }
}
