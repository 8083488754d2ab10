package vigie.crawler.focus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Json;

/**
 * The platforms that are known, the most special first: recognises one by what a page says and links to, and knows where
 * acts are and how files hide on each. One entry serves every town on it. Immutable, thread-safe.
 */
public final class Platforms {

    private final List<Known> known;

    private record Known(
            String id,
            @Nullable Pattern generator,
            @Nullable Pattern address,
            @Nullable Pattern listing,
            @Nullable Pattern document) {

        static Known of(Platform platform) {
            return new Known(
                    platform.id(),
                    pattern(platform.generator()),
                    pattern(platform.address()),
                    pattern(platform.listing()),
                    pattern(platform.document()));
        }

        private static @Nullable Pattern pattern(@Nullable String regex) {
            return regex == null ? null : Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        }
    }

    /** Knows these. */
    public Platforms(List<Platform> platforms) {
        this.known = platforms.stream().map(Known::of).toList();
    }

    /** Those that ship with Vigie. */
    public static Platforms shipped() {
        try (InputStream in = Platforms.class.getResourceAsStream("platforms.json")) {
            return new Platforms(
                    List.of(Json.mapper().readValue(Objects.requireNonNull(in, "platforms.json"), Platform[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of platforms that ships with Vigie cannot be read", e);
        }
    }

    /**
     * The id of the platform that a page is on.
     *
     * @param generator what the page says it was made by, or null
     * @param links addresses that it links to
     */
    public Optional<String> of(@Nullable String generator, Collection<String> links) {
        String made = generator == null ? "" : generator;
        return known.stream()
                .filter(platform -> finds(platform.generator(), made)
                        || links.stream().anyMatch(link -> finds(platform.address(), link)))
                .map(Known::id)
                .findFirst();
    }

    /** Whether it is the address of a list of acts on one of the platforms. */
    boolean isListing(String url) {
        return any(url, Known::listing);
    }

    /** Whether it is the address of a file on one of the platforms. */
    boolean isDocument(String url) {
        return any(url, Known::document);
    }

    private boolean any(String url, Function<Known, @Nullable Pattern> which) {
        return known.stream()
                .flatMap(platform -> Stream.ofNullable(which.apply(platform)))
                .anyMatch(pattern -> finds(pattern, url));
    }

    private static boolean finds(@Nullable Pattern pattern, String text) {
        return pattern != null && pattern.matcher(text).find();
    }
}
