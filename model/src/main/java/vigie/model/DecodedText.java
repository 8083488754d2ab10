package vigie.model;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * French text of which nobody says how it is encoded. Valid UTF-8 is UTF-8. Else the letters tell: of windows-1252, Mac Roman
 * and CP850, which old spreadsheets write, the one in which the bytes give most French letters where French has them.
 *
 * @param charset that most of it is in
 * @param isSure whether the letters are French ones, and in no other of the charsets as many
 */
public record DecodedText(String text, Charset charset, boolean isSure) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final List<String> LEGACY = List.of("windows-1252", "x-MacRoman", "IBM850");

    private static final String SMALL = "àâçéèêëîïôùûüœ";
    private static final String LARGE = "ÀÂÇÉÈÊËÎÏÔÙÛÜŒ";

    /** What is no letter and stands in French texts: it speaks for nothing. */
    private static final String SIGNS = "‘“”«»…–—°€²³§½·•×±©®™ªº\u00a0\u202f";

    private static final int REPLACED = 0xfffd;

    /** One French letter in UTF-8 for so many broken bytes is no chance: pages are glued together from several sources. */
    private static final int GLUED = 4;

    /** Of so many signs and letters one may be foreign. */
    private static final int FEW = 10;

    /** Reads {@code bytes}, which begin with no byte order mark. */
    public static DecodedText of(byte[] bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), out, true);
        if (!result.isError()) {
            return new DecodedText(out.flip().toString(), StandardCharsets.UTF_8, true);
        }
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        long broken = utf8.chars().filter(c -> c == REPLACED).count();
        Reading whole = Reading.of(utf8, StandardCharsets.UTF_8);
        long french = (long) whole.points() + whole.foreign();
        if (french * GLUED < broken) {
            return legacy(bytes);
        }
        return new DecodedText(patched(bytes), broken < french ? StandardCharsets.UTF_8 : WINDOWS_1252, true);
    }

    /** UTF-8 in which each broken byte is read as windows-1252. */
    public static String patched(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            int broken = result.isError() ? result.length() : in.remaining();
            if (broken == 0) {
                return out.flip().toString();
            }
            byte[] bad = new byte[broken];
            in.get(bad);
            out.put(new String(bad, WINDOWS_1252));
            decoder.reset();
        }
    }

    private static DecodedText legacy(byte[] bytes) {
        Reading best = null;
        boolean isTied = false;
        for (String name : LEGACY) {
            Reading reading = Reading.of(new String(bytes, Charset.forName(name)), Charset.forName(name));
            if (best == null || reading.points() > best.points()) {
                best = reading;
                isTied = false;
            } else {
                isTied |= reading.points() == best.points();
            }
        }
        if (best == null) {
            throw new IllegalStateException("no charset");
        }
        return new DecodedText(best.text(), best.charset(), !isTied && best.foreign() * FEW <= best.all());
    }

    /**
     * What one charset makes of the bytes.
     *
     * @param all characters beyond ASCII
     * @param foreign those that French does not have, or not there
     */
    private record Reading(String text, Charset charset, int all, int foreign, int points) {

        static Reading of(String text, Charset charset) {
            int all = 0;
            int french = 0;
            int foreign = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    continue;
                }
                all++;
                if (isFrench(text, i)) {
                    french++;
                } else if (SIGNS.indexOf(c) < 0) {
                    foreign++;
                }
            }
            return new Reading(text, charset, all, foreign, french - foreign);
        }

        private static boolean isFrench(String text, int at) {
            char c = text.charAt(at);
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
            if (SMALL.indexOf(c) >= 0) {
                boolean isInCapitals =
                        Character.isUpperCase(before) && at > 1 && Character.isUpperCase(text.charAt(at - 2));
                return !isInCapitals;
            }
            if (LARGE.indexOf(c) >= 0) {
                boolean isAlone = !Character.isLetter(before) && !Character.isLetter(after);
                return !Character.isLowerCase(before) && (!isAlone || c == 'À');
            }
            return c == '’' && Character.isLetter(before);
        }
    }
}
