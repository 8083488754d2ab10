package vigie.crawler.parse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Link;
import vigie.model.PartialDate;
import vigie.model.TextOutcome;

/**
 * What parent and child say to each other: the child says {@link #READY} once, then a request to read is answered by one
 * document, a request to draw by one image (or a width or
 * length of 0, where the page cannot be drawn). Strings are a length and UTF-8, a null string has length -1.
 */
final class ParserProtocol {

    static final int READY = 0x56494731;

    /** A child that went mad must not fill the memory of its parent. */
    private static final int MAX_STRING = 4 * ReadLimits.MAX_TEXT;

    private static final int READ = 1;
    private static final int RENDER = 2;
    private static final int PICTURE = 3;

    private static final int MAX_QUOTES = 1_000;

    private ParserProtocol() {}

    static void writeRequest(DataOutputStream out, ParseRequest request) throws IOException {
        out.writeInt(READ);
        writeString(out, request.media().kind().name());
        writeString(out, request.media().type());
        writeString(out, request.url().toString());
        writeString(out, request.contentType());
        out.writeInt(request.payload().length);
        out.write(request.payload());
        out.flush();
    }

    static void writeRequest(DataOutputStream out, RenderRequest request) throws IOException {
        out.writeInt(RENDER);
        out.writeInt(request.page());
        out.writeInt(request.payload().length);
        out.write(request.payload());
        out.flush();
    }

    static void writeRequest(DataOutputStream out, PictureRequest request) throws IOException {
        out.writeInt(PICTURE);
        out.writeInt(request.page());
        int quotes = Math.min(MAX_QUOTES, request.quotes().size());
        out.writeInt(quotes);
        for (String quote : request.quotes().subList(0, quotes)) {
            writeString(out, quote);
        }
        out.writeInt(request.payload().length);
        out.write(request.payload());
        out.flush();
    }

    /** Any request, as it was sent. */
    static ChildRequest readRequest(DataInputStream in) throws IOException {
        int wish = in.readInt();
        return switch (wish) {
            case READ -> readParseRequest(in);
            case RENDER -> new RenderRequest(in.readInt(), readExactly(in, in.readInt()));
            case PICTURE -> readPictureRequest(in);
            default -> throw new IOException("not our protocol: request " + wish);
        };
    }

    private static ParseRequest readParseRequest(DataInputStream in) throws IOException {
        Media media = new Media(Media.Kind.valueOf(text(in)), text(in));
        URI url = URI.create(text(in));
        String contentType = readString(in);
        return new ParseRequest(media, url, contentType, readExactly(in, in.readInt()));
    }

    private static PictureRequest readPictureRequest(DataInputStream in) throws IOException {
        int page = in.readInt();
        List<String> quotes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            quotes.add(text(in));
        }
        return new PictureRequest(page, quotes, readExactly(in, in.readInt()));
    }

    /** @param picture a PNG; empty where the page cannot be drawn */
    static void writePicture(DataOutputStream out, byte[] picture) throws IOException {
        out.writeInt(picture.length);
        out.write(picture);
        out.flush();
    }

    static Optional<byte[]> readPicture(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_STRING) {
            throw new IOException("not our protocol: a picture of " + length + " bytes");
        }
        return length == 0 ? Optional.empty() : Optional.of(readExactly(in, length));
    }

    static void writeImage(DataOutputStream out, Optional<PageImage> image) throws IOException {
        if (image.isEmpty()) {
            out.writeInt(0);
        } else {
            out.writeInt(image.get().width());
            out.writeInt(image.get().height());
            out.writeInt(image.get().dpi());
            out.write(image.get().grey());
        }
        out.flush();
    }

    static Optional<PageImage> readImage(DataInputStream in) throws IOException {
        int width = in.readInt();
        if (width == 0) {
            return Optional.empty();
        }
        int height = in.readInt();
        int dpi = in.readInt();
        if ((long) width * height > MAX_STRING) {
            throw new IOException("not our protocol: an image of " + width + " x " + height);
        }
        return Optional.of(new PageImage(width, height, dpi, readExactly(in, width * height)));
    }

    static void writeDocument(DataOutputStream out, ParsedDocument document) throws IOException {
        writeString(out, document.outcome().name());
        writeString(out, document.cause());
        writeString(out, document.mediaType());
        writeString(out, document.text());
        out.writeInt(document.pageStarts().size());
        for (int start : document.pageStarts()) {
            out.writeInt(start);
        }
        writeString(out, document.title());
        writeString(
                out, document.published() == null ? null : document.published().toString());
        out.writeInt(document.links().size());
        for (Link link : document.links()) {
            writeString(out, link.url());
            writeString(out, link.anchor());
            writeString(out, link.section());
        }
        writeMap(out, document.metadata());
        out.flush();
    }

    static ParsedDocument readDocument(DataInputStream in) throws IOException {
        TextOutcome outcome = outcome(text(in));
        String cause = readString(in);
        String mediaType = text(in);
        String text = text(in);
        List<Integer> pageStarts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            pageStarts.add(in.readInt());
        }
        String title = readString(in);
        String published = readString(in);
        List<Link> links = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            links.add(new Link(text(in), text(in), readString(in)));
        }
        PartialDate date = published == null ? null : date(published);
        return new ParsedDocument(outcome, cause, mediaType, text, pageStarts, title, date, links, readMap(in));
    }

    private static TextOutcome outcome(String name) throws IOException {
        try {
            return TextOutcome.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("not our protocol: outcome " + name, e);
        }
    }

    private static PartialDate date(String text) throws IOException {
        try {
            return PartialDate.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("not our protocol: date " + text, e);
        }
    }

    private static void writeMap(DataOutputStream out, Map<String, String> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<String, String> entry : map.entrySet()) {
            writeString(out, entry.getKey());
            writeString(out, entry.getValue());
        }
    }

    private static Map<String, String> readMap(DataInputStream in) throws IOException {
        Map<String, String> map = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(text(in), text(in));
        }
        return map;
    }

    private static void writeString(DataOutputStream out, @Nullable String string) throws IOException {
        if (string == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String readString(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length > MAX_STRING) {
            throw new IOException("not our protocol: length " + length);
        }
        return length < 0 ? null : new String(readExactly(in, length), StandardCharsets.UTF_8);
    }

    private static String text(DataInputStream in) throws IOException {
        String string = readString(in);
        if (string == null) {
            throw new IOException("not our protocol: a missing string");
        }
        return string;
    }

    private static byte[] readExactly(DataInputStream in, int length) throws IOException {
        if (length < 0) {
            throw new IOException("not our protocol: length " + length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
