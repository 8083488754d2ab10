package vigie.crawler.parse;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;

/**
 * The process that reads hostile formats: requests come in on standard input, documents go out on standard output. It
 * lives as long as its input is open: a thread of its own waits there, so that it ends at once when its parent does,
 * even in the middle of a document. Memory and time are limited from outside.
 */
final class ParserChild {

    private static final int MAX_CAUSE = 300;

    private final FormatReader reader = new FormatReader();

    private ParserChild() {}

    /**
     * Serves until the input ends.
     *
     * @param args the scratch directory, which is deleted in the end
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(System.err);
        SynchronousQueue<ChildRequest> requests = new SynchronousQueue<>();
        Thread input = new Thread(() -> receive(requests, new ScratchDirectory(Path.of(args[0]))), "input");
        input.setDaemon(true);
        input.start();
        ParserChild child = new ParserChild();
        out.writeInt(ParserProtocol.READY);
        out.flush();
        while (true) {
            child.answer(requests.take(), out);
        }
    }

    private static void receive(SynchronousQueue<ChildRequest> requests, ScratchDirectory scratch) {
        try (scratch;
                DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) {
                requests.put(ParserProtocol.readRequest(in));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void answer(ChildRequest request, DataOutputStream out) throws IOException {
        if (request instanceof ParseRequest parse) {
            ParserProtocol.writeDocument(out, read(parse));
        } else if (request instanceof RenderRequest render) {
            ParserProtocol.writeImage(out, draw(render));
        } else if (request instanceof PictureRequest picture) {
            ParserProtocol.writePicture(out, draw(picture));
        }
    }

    private static Optional<PageImage> draw(RenderRequest request) {
        try {
            boolean isImage = ImageFile.is(request.payload());
            return Optional.of(isImage ? ImageFile.render(request) : PdfImages.render(request));
        } catch (Throwable t) {
            return Optional.empty();
        }
    }

    private static byte[] draw(PictureRequest request) {
        try {
            return PdfPictures.draw(request);
        } catch (Throwable t) {
            return new byte[0];
        }
    }

    /** Anything may be thrown on the way, errors included; memory running out ends the process by its own option. */
    private ParsedDocument read(ParseRequest request) {
        try {
            return reader.read(request);
        } catch (Throwable t) {
            return request.media().kind() == Media.Kind.IMAGE
                    ? ParsedDocument.unsupported(request.media().type())
                    : ParsedDocument.failed(cause(t), request.media().type());
        }
    }

    private static String cause(Throwable t) {
        String message = t.getMessage() == null
                ? ""
                : ": " + t.getMessage().lines().findFirst().orElse("");
        String cause = CleanText.of(t.getClass().getSimpleName() + message);
        return cause.length() <= MAX_CAUSE ? cause : cause.substring(0, MAX_CAUSE);
    }
}
