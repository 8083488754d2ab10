package vigie.crawler.parse;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running {@link ParserChild}, its pipes, its last words and its scratch directory. */
final class ChildProcess {

    /** Characters of standard error that are kept. */
    private static final int KEPT = 2_000;

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final ScratchDirectory scratch;
    private final StringBuilder errors = new StringBuilder();
    private final Thread listener;
    private int documents;

    private ChildProcess(Process process, ScratchDirectory scratch) {
        this.process = process;
        this.scratch = scratch;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.listener = new Thread(this::listen, "parser-errors-" + process.pid());
        listener.setDaemon(true);
        listener.start();
    }

    /** Starts {@code command}, whose first word is the Java launcher, with a scratch directory as its last word. */
    static ChildProcess start(List<String> command) throws IOException {
        ScratchDirectory scratch = ScratchDirectory.create();
        List<String> words = new ArrayList<>(command);
        Path directory = scratch.path();
        words.add(1, "-Djava.io.tmpdir=" + directory);
        words.add(directory.toString());
        try {
            return new ChildProcess(new ProcessBuilder(words).start(), scratch);
        } catch (IOException e) {
            scratch.close();
            throw e;
        }
    }

    Process process() {
        return process;
    }

    int documents() {
        return documents;
    }

    boolean saysReady() throws IOException {
        return in.readInt() == ParserProtocol.READY;
    }

    ParsedDocument ask(ParseRequest request) throws IOException {
        ParserProtocol.writeRequest(out, request);
        ParsedDocument document = ParserProtocol.readDocument(in);
        documents++;
        return document;
    }

    Optional<PageImage> ask(RenderRequest request) throws IOException {
        ParserProtocol.writeRequest(out, request);
        return ParserProtocol.readImage(in);
    }

    Optional<byte[]> ask(PictureRequest request) throws IOException {
        ParserProtocol.writeRequest(out, request);
        return ParserProtocol.readPicture(in);
    }

    /** Ends it at once, and takes its scratch directory away. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        scratch.close();
    }

    boolean endedWith(int status) {
        return !process.isAlive() && process.exitValue() == status;
    }

    /** Makes sure that it has ended, and tells how. */
    String end() {
        boolean ended = false;
        try {
            ended = process.waitFor(2, TimeUnit.SECONDS);
            kill();
            listener.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
        String said = said();
        String how = ended ? "ended with " + process.exitValue() : "stopped answering";
        return said.isEmpty() ? how : how + ": " + said;
    }

    private void listen() {
        byte[] buffer = new byte[1024];
        try (InputStream stream = process.getErrorStream()) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                keep(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            keep(String.valueOf(e.getMessage()));
        }
    }

    private synchronized void keep(String words) {
        errors.append(words);
        errors.delete(0, Math.max(0, errors.length() - KEPT));
    }

    private synchronized String said() {
        return CleanText.of(errors).strip();
    }
}
