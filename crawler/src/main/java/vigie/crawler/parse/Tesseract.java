package vigie.crawler.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The program Tesseract, one process per page: what goes wrong in it takes nothing with it, and it can be killed. It finds
 * out which way is up by itself. Thread-safe.
 */
final class Tesseract implements AutoCloseable {

    /** Whether pages can be recognised here. */
    enum State {
        READY,
        /** The package tesseract-ocr is missing. */
        NO_PROGRAM,
        /** The package tesseract-ocr-fra is missing. */
        NO_FRENCH
    }

    private static final String FRENCH = "fra";
    private static final String ORIENTATION = "osd";
    private static final Duration START = Duration.ofSeconds(20);

    private final String program;
    private final ScheduledExecutorService clock;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private @Nullable List<String> languages;

    /** @param program name or path of the executable */
    Tesseract(String program, ScheduledExecutorService clock) {
        this.program = program;
        this.clock = clock;
    }

    /** Asked of the program once. */
    State state() {
        List<String> known = languages();
        if (known.contains(FRENCH)) {
            return State.READY;
        }
        return known.isEmpty() ? State.NO_PROGRAM : State.NO_FRENCH;
    }

    /** What stands on {@code page}; empty where the program fails or is not done in {@code time}. */
    Optional<PageText> read(PageImage page, Duration time) {
        // automatic segmentation, with detection of orientation where its data is installed
        String segmentation = languages().contains(ORIENTATION) ? "1" : "3";
        List<String> arguments = List.of(
                "stdin", "stdout", "-l", FRENCH, "--psm", segmentation, "--dpi", String.valueOf(page.dpi()), "tsv");
        return run(arguments, time, page).map(TesseractWords::read);
    }

    private synchronized List<String> languages() {
        if (languages == null) {
            languages = run(List.of("--list-langs"), START, null).stream()
                    .flatMap(String::lines)
                    .toList();
        }
        return languages;
    }

    private Optional<String> run(List<String> arguments, Duration time, @Nullable PageImage input) {
        if (closed) {
            return Optional.empty();
        }
        try {
            Process process = start(arguments);
            running.add(process);
            Deadline deadline = new Deadline(process, clock, time);
            try {
                write(process, input);
                String said = read(process);
                boolean good = process.waitFor() == 0;
                return deadline.met() && good ? Optional.of(said) : Optional.empty();
            } finally {
                deadline.met();
                process.destroyForcibly();
                running.remove(process);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // several threads for one page wait for each other more than they work
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        return builder.start();
    }

    private static void write(Process process, @Nullable PageImage input) throws IOException {
        try (OutputStream out = process.getOutputStream()) {
            if (input != null) {
                out.write(input.head());
                out.write(input.grey());
            }
        }
    }

    private static String read(Process process) throws IOException {
        try (InputStream in = process.getInputStream()) {
            return new String(in.readNBytes(ReadLimits.MAX_TEXT), StandardCharsets.UTF_8);
        }
    }

    /** Ends what is running. */
    @Override
    public void close() {
        closed = true;
        for (Process process : running) {
            process.destroyForcibly();
        }
    }
}
