package vigie.crawler.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a payload is by its bytes; what the server declares is asked only where the bytes leave it open (text that
 * may be CSV, JSON or a script). Containers are not opened here: that is left to the child process.
 */
final class MediaSniffer {

    private static final int HEAD = 4096;
    private static final int LONGEST_MAGIC = 16;
    private static final Pattern MARKUP = Pattern.compile(
            "<(?:!doctype\\s+html|html|head|body|title|frameset|meta\\s|table|div|p|h1|br|a\\s)[\\s/>]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_ROOT =
            Pattern.compile("\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(\\w[\\w:.-]*)[\\s/>]", Pattern.DOTALL);

    private static final Map<String, String> IMAGES = Map.of(
            "\u00ff\u00d8\u00ff", "image/jpeg",
            "\u0089PNG\r\n\u001a\n", "image/png",
            "II*\0", "image/tiff",
            "MM\0*", "image/tiff");

    private static final Pattern JSON = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]");

    Media sniff(byte[] payload, @Nullable String declared, @Nullable String path) {
        String name = declaredType(declared);
        Media binary = byMagic(payload);
        if (binary != null) {
            return binary;
        }
        return TextDecoder.looksLikeText(payload)
                ? textual(payload, name, path == null ? "" : path.toLowerCase(Locale.ROOT))
                : new Media(Media.Kind.OTHER, named(payload));
    }

    private static String named(byte[] payload) {
        try (TikaInputStream head = TikaInputStream.get(Arrays.copyOf(payload, Math.min(payload.length, 65_536)))) {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(head, new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static @Nullable Media byMagic(byte[] payload) {
        String head = ascii(payload, 1024);
        if (head.startsWith("PK\u0003\u0004")) {
            return new Media(Media.Kind.OFFICE, "application/zip");
        }
        // after archives, in which a PDF that is stored stands as it is
        if (head.contains("%PDF-")) {
            return new Media(Media.Kind.PDF, "application/pdf");
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return new Media(Media.Kind.OFFICE, "application/x-tika-msoffice");
        }
        String image = imageType(payload);
        if (image != null) {
            return new Media(Media.Kind.IMAGE, image);
        }
        return head.stripLeading().startsWith("{\\rtf") ? new Media(Media.Kind.OFFICE, "application/rtf") : null;
    }

    /** The media type of an image that we can look at; null for anything else. */
    static @Nullable String imageType(byte[] payload) {
        String head = ascii(payload, LONGEST_MAGIC);
        return IMAGES.entrySet().stream()
                .filter(image -> head.startsWith(image.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Media textual(byte[] payload, String declared, String path) {
        String head = TextDecoder.head(payload, HEAD).stripLeading();
        Matcher root = XML_ROOT.matcher(head);
        boolean xml = root.find() && (head.startsWith("<?xml") || declared.endsWith("xml"));
        if (xml && !isHtmlRoot(root.group(1))) {
            return new Media(Media.Kind.XML, "application/xml");
        }
        if ((head.startsWith("<") || declared.contains("html"))
                && MARKUP.matcher(head).find()) {
            return new Media(Media.Kind.HTML, "text/html");
        }
        return plain(head, declared, path);
    }

    private static boolean isHtmlRoot(String root) {
        return root.equalsIgnoreCase("html") || root.equalsIgnoreCase("body");
    }

    private static Media plain(String head, String declared, String path) {
        if (declared.contains("javascript") || declared.equals("text/css")) {
            return new Media(Media.Kind.OTHER, declared);
        }
        if (JSON.matcher(head).lookingAt() || (head.startsWith("[") && declared.contains("json"))) {
            return new Media(Media.Kind.TEXT, "application/json");
        }
        boolean csv = declared.contains("csv") || path.endsWith(".csv");
        return new Media(Media.Kind.TEXT, csv ? "text/csv" : "text/plain");
    }

    private static String declaredType(@Nullable String declared) {
        return declared == null ? "" : declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String ascii(byte[] payload, int length) {
        return new String(payload, 0, Math.min(payload.length, length), StandardCharsets.ISO_8859_1);
    }
}
