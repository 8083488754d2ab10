package vigie.reports.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Capture;
import vigie.model.WarcPosition;
import vigie.reports.query.Queries;
import vigie.reports.web.Refusal.Reason;

/**
 * {@code /document/ID/original} and {@code /document/ID/version/NUMBER/original}: the archived bytes as a file to keep. Browsers never show it as a page of ours: it is an
 * attachment, of a type that runs nothing, in a sandbox.
 */
final class OriginalFile {

    /** Types that are told as they are; all others are bytes. */
    private static final Map<String, String> TYPES = Map.of(
            "application/pdf",
            "pdf",
            "application/vnd.oasis.opendocument.text",
            "odt",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx",
            "application/msword",
            "doc",
            "application/rtf",
            "rtf");

    private static final Map<String, String> ENDINGS = Map.of(
            "text/html", "html", "application/xhtml+xml", "html", "application/json", "json", "text/plain", "txt");

    private final Queries queries;
    private final Originals originals;

    OriginalFile(Queries queries, Originals originals) {
        this.queries = queries;
        this.originals = originals;
    }

    /** Sends it. */
    void send(Context context) {
        String id = context.pathParam("id");
        send(
                context,
                id,
                queries.document(id)
                        .orElseThrow(() -> new Refusal(Reason.NO_DOCUMENT, id))
                        .capture());
    }

    /** Sends that of an earlier version. */
    void sendVersion(Context context) {
        String id = context.pathParam("id");
        send(
                context,
                id,
                Versions.of(queries, id)
                        .version(context.pathParam("number"))
                        .version()
                        .capture());
    }

    private void send(Context context, String id, Capture capture) {
        WarcPosition position = capture.warc();
        if (position == null) {
            throw new Refusal(Reason.NO_ORIGINAL, id);
        }
        String type = type(capture.mediaType());
        try {
            context.result(originals.open(position));
        } catch (IOException e) {
            throw new Refusal(Reason.NO_ORIGINAL, id);
        }
        context.contentType(TYPES.containsKey(type) ? type : "application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"" + name(id, type) + "\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                .header("Repr-Digest", "sha-256=:" + base64(capture.sha256()) + ":")
                .header("Cache-Control", "private, no-cache");
    }

    private static String type(@Nullable String mediaType) {
        return mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
    }

    private static String name(String id, String type) {
        return "vigie-" + id.replaceAll("[^A-Za-z0-9-]", "") + "."
                + TYPES.getOrDefault(type, ENDINGS.getOrDefault(type, "bin"));
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
