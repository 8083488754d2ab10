package vigie.crawler.parse;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vigie.model.config.CrawlSettings;

/**
 * Reads any payload; thread-safe. Owns the warm child processes that read PDF, office files and whatever is very large, and
 * has images and the pages of PDFs that are images recognised by {@link ScanReader}.
 */
public final class DocumentParser implements AutoCloseable {

    /** Markup and text of more bytes are read in the child too, where they can use up neither memory nor time. */
    private static final int MAX_HERE = 1 << 20;

    private static final String TESSERACT = "tesseract";

    private final CrawlSettings settings;
    private final MediaSniffer sniffer = new MediaSniffer();
    private final ScheduledThreadPoolExecutor clock;
    private final List<ParserProcess> processes;
    private final BlockingQueue<ParserProcess> idle;
    private final Tesseract tesseract;
    private final ScanReader scans;

    /** Reads with one child process, which starts when it is first needed; what was recognised is not remembered. */
    public DocumentParser(CrawlSettings settings) {
        this(settings, null);
    }

    /** The same, remembering what was recognised in the folder {@code ocr}, if there is one. */
    public DocumentParser(CrawlSettings settings, @Nullable Path ocr) {
        this(
                settings,
                ParserProcess.Terms.of(settings.parseTime(), settings.parseMemory()),
                1,
                TESSERACT,
                new OcrCache(ocr));
    }

    DocumentParser(CrawlSettings settings, ParserProcess.Terms terms, int processes, String tesseract, OcrCache cache) {
        this.settings = settings;
        this.clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "parser-clock");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        this.processes = IntStream.range(0, processes)
                .mapToObj(i -> new ParserProcess(terms, clock))
                .toList();
        this.idle = new LinkedBlockingQueue<>(this.processes);
        this.tesseract = new Tesseract(tesseract, clock);
        this.scans = new ScanReader(settings.ocr(), this.tesseract, this::render, cache, System::nanoTime);
    }

    /**
     * Reads {@code payload}; never throws for what is in it.
     *
     * @param contentType as declared, parameters included, or null
     */
    public ParsedDocument parse(URI url, @Nullable String contentType, byte[] payload) {
        if (payload.length == 0) {
            return ParsedDocument.failed("the document is empty", "application/octet-stream");
        }
        Media media = sniffer.sniff(payload, contentType, url.getPath());
        if (payload.length > settings.maxBytes()) {
            return ParsedDocument.failed("larger than " + settings.maxBytes() + " bytes", media.type());
        }
        ParseRequest request = new ParseRequest(media, url, contentType, payload);
        boolean here = switch (media.kind()) {
            case OTHER -> true;
            case HTML, XML, TEXT -> payload.length <= MAX_HERE;
            case PDF, OFFICE, IMAGE -> false;
        };
        return here
                ? FormatReader.readPlain(request)
                : scans.complete(payload, inChild(process -> process.read(request)));
    }

    private Optional<PageImage> render(RenderRequest request, Duration time) {
        return inChild(process -> process.render(request, time));
    }

    private <T> T inChild(Function<ParserProcess, T> work) {
        ParserProcess process = takeIdle();
        try {
            return work.apply(process);
        } finally {
            idle.add(process);
        }
    }

    private ParserProcess takeIdle() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return idle.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The child processes, for tests that hurt them. */
    List<ParserProcess> processes() {
        return processes;
    }

    @Override
    public void close() {
        tesseract.close();
        processes.forEach(ParserProcess::close);
        clock.shutdownNow();
    }
}
