package vigie.crawler.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.DecodedText;

/**
 * Turns bytes into characters. Declarations of small sites are often wrong, so the bytes speak first: byte order mark,
 * UTF-16 by its zeros, valid UTF-8; only then the declared charset, and else what the letters tell ({@link DecodedText}).
 */
final class TextDecoder {

    /** Text and the charset that most of it was in. */
    record Decoded(String text, Charset charset) {}

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern INNER = Pattern.compile(
            "<(?:meta\\b[^>]{0,200}?charset|\\?xml\\b[^>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)", Pattern.CASE_INSENSITIVE);
    private static final int SAMPLE = 4096;

    private TextDecoder() {}

    /**
     * Decodes.
     *
     * @param contentType the header, for its charset parameter, or null
     * @param markup whether a charset named in {@code meta} or the XML declaration counts
     */
    static Decoded decode(byte[] bytes, @Nullable String contentType, boolean markup) {
        Decoded unicode = byMark(bytes);
        if (unicode != null) {
            return unicode;
        }
        Charset utf16 = utf16ByZeros(bytes);
        if (utf16 != null) {
            return new Decoded(new String(bytes, utf16), utf16);
        }
        String utf8 = strictUtf8(bytes);
        if (utf8 != null) {
            return new Decoded(utf8, StandardCharsets.UTF_8);
        }
        Charset declared = declared(bytes, contentType, markup);
        if (declared != null) {
            return new Decoded(new String(bytes, declared), declared);
        }
        DecodedText read = DecodedText.of(bytes);
        return new Decoded(read.text(), read.charset());
    }

    /** The first {@code length} bytes as characters, good enough to look for markup. */
    static String head(byte[] bytes, int length) {
        byte[] head = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, length & ~1));
        return decode(head, null, false).text();
    }

    /** Whether there are hardly any control characters, in one of the charsets that we know. */
    static boolean looksLikeText(byte[] bytes) {
        if (byMark(java.util.Arrays.copyOf(bytes, Math.min(bytes.length, 8))) != null || utf16ByZeros(bytes) != null) {
            return true;
        }
        int length = Math.min(bytes.length, SAMPLE);
        int controls = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xff;
            boolean ordinary = b >= 0x20 || b == '\t' || b == '\n' || b == '\r' || b == '\f';
            controls += ordinary ? 0 : 1;
        }
        return controls * 50 <= length;
    }

    private static @Nullable Decoded byMark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
            return new Decoded(
                    DecodedText.patched(java.util.Arrays.copyOfRange(b, 3, b.length)), StandardCharsets.UTF_8);
        }
        if (b.length >= 2 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe) {
            return utf16(b, StandardCharsets.UTF_16LE);
        }
        return b.length >= 2 && b[0] == (byte) 0xfe && b[1] == (byte) 0xff ? utf16(b, StandardCharsets.UTF_16BE) : null;
    }

    private static Decoded utf16(byte[] bytes, Charset charset) {
        return new Decoded(new String(bytes, 2, bytes.length - 2, charset), charset);
    }

    private static @Nullable Charset utf16ByZeros(byte[] bytes) {
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++) {
            even += bytes[2 * i] == 0 ? 1 : 0;
            odd += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs < 4 || Math.min(even, odd) * 20 > pairs) {
            return null;
        }
        if (odd * 2 > pairs) {
            return StandardCharsets.UTF_16LE;
        }
        return even * 2 > pairs ? StandardCharsets.UTF_16BE : null;
    }

    private static @Nullable String strictUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, true);
        return result.isError() ? null : out.flip().toString();
    }

    private static @Nullable Charset declared(byte[] bytes, @Nullable String contentType, boolean markup) {
        Charset header = contentType == null ? null : named(HEADER.matcher(contentType));
        if (header != null || !markup) {
            return header;
        }
        String head = new String(bytes, 0, Math.min(bytes.length, SAMPLE), StandardCharsets.ISO_8859_1);
        return named(INNER.matcher(head));
    }

    /** The charset named, as browsers take it; null for UTF-8 and ASCII, which the bytes have refuted by now. */
    private static @Nullable Charset named(Matcher label) {
        if (!label.find()) {
            return null;
        }
        try {
            Charset charset = Charset.forName(label.group(1));
            if (charset.equals(StandardCharsets.ISO_8859_1)) {
                return WINDOWS_1252;
            }
            boolean refuted = charset.equals(StandardCharsets.US_ASCII)
                    || charset.name().startsWith("UTF-")
                    || !charset.canEncode();
            return refuted ? null : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
