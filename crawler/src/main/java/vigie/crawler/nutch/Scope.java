package vigie.crawler.nutch;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Source;

/** Which addresses belong to which source: a crawl never leaves the hosts that its sources name. */
final class Scope {

    private final Map<String, List<Source>> byHost = new HashMap<>();
    private final Map<String, Source> byId = new HashMap<>();

    Scope(List<Source> sources) {
        for (Source source : sources) {
            byId.put(source.id(), source);
            for (String host : source.hosts()) {
                byHost.computeIfAbsent(bare(host), key -> new ArrayList<>()).add(source);
            }
        }
    }

    /**
     * The source that {@code url} belongs to.
     *
     * @param preferred id of the source that led there, which wins where several share the host
     */
    Optional<Source> sourceOf(String url, @Nullable String preferred) {
        String host = host(url);
        if (host == null) {
            return Optional.empty();
        }
        List<Source> sources = byHost.getOrDefault(bare(host), List.of());
        return sources.stream()
                .filter(source -> source.id().equals(preferred))
                .findFirst()
                .or(() -> sources.stream().findFirst());
    }

    /** Whether {@code url} belongs to any source. */
    boolean contains(String url) {
        String host = host(url);
        return host != null && byHost.containsKey(bare(host));
    }

    /** Whether {@code url} belongs to {@code source}. */
    boolean contains(Source source, String url) {
        String host = host(url);
        return host != null && byHost.getOrDefault(bare(host), List.of()).contains(source);
    }

    Optional<Source> source(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static @Nullable String host(String url) {
        try {
            return URI.create(url).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A site with and without {@code www} is one site. */
    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
    }
}
