package vigie.crawler.nutch;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vigie.model.id.Digest;

/**
 * Tells by a short keyed sum (SipHash) whether a page is the one that was captured last, at a fifth of what its SHA-256 costs
 * where the JVM has only its quick compiler. Without the secret nobody can make another page of the same sum; what it does not
 * know is judged by its SHA-256 as ever. Of one page in one run.
 */
final class Print implements Predicate<byte[]> {

    private static final int DIGITS = 16;

    private final HashFunction sum;
    private final @Nullable String known;
    private @Nullable String seen;

    /**
     * Of a page.
     *
     * @param known of the last capture, or null
     */
    Print(HashFunction sum, @Nullable String known) {
        this.sum = sum;
        this.known = known;
    }

    /** The sum under a secret. */
    static HashFunction sum(String secret) {
        String key = Digest.sha256(secret.getBytes(StandardCharsets.UTF_8));
        return Hashing.sipHash24(
                HexFormat.fromHexDigitsToLong(key, 0, DIGITS), HexFormat.fromHexDigitsToLong(key, DIGITS, 2 * DIGITS));
    }

    @Override
    public boolean test(byte[] body) {
        seen = sum.hashBytes(body).toString();
        return seen.equals(known);
    }

    /** That of the bytes that came, or null where none came. */
    @Nullable
    String seen() {
        return seen;
    }
}
