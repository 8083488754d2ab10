package vigie.crawler.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.FetchOutcome.Failed;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Fetched;
import vigie.crawler.fetch.FetchOutcome.NotModified;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.crawler.fetch.FetchOutcome.Refused;
import vigie.model.id.Digest;

/** Says what the last answer of a chain comes to. */
final class Outcomes {

    private final Clock clock;

    Outcomes(Clock clock) {
        this.clock = clock;
    }

    FetchOutcome of(FetchRequest request, Answer answer) {
        Instant now = clock.instant();
        if (answer.isSuccess()) {
            return success(request, answer, now);
        }
        if (answer.status() == 304 && (request.etag() != null || request.lastModified() != null)) {
            return notModified(request, answer, now);
        }
        if (answer.isOverload()) {
            Instant until = RetryAfter.until(answer.headers().get("Retry-After"), now);
            String told = "HTTP " + answer.status() + ", the host is to be left alone until " + until;
            return new Refused(request.url(), now, Refusal.BACK_OFF, told);
        }
        return new Failed(request.url(), now, kind(answer.status()), answer.status(), "HTTP " + answer.status());
    }

    private static FetchOutcome success(FetchRequest request, Answer answer, Instant now) {
        if (request.known().test(answer.body())) {
            return notModified(request, answer, now);
        }
        String sha256 = Digest.sha256(answer.body());
        if (sha256.equalsIgnoreCase(request.knownSha256())) {
            return notModified(request, answer, now);
        }
        URI answered = answer.url().uri();
        Map<String, List<String>> headers = headers(answer.headers());
        @Nullable String mediaType = mediaType(answer.headers().get("Content-Type"));
        return new Fetched(request.url(), now, answered, answer.status(), headers, mediaType, answer.body(), sha256);
    }

    private static NotModified notModified(FetchRequest request, Answer answer, Instant now) {
        @Nullable String etag = answer.headers().get("ETag");
        @Nullable String lastModified = answer.headers().get("Last-Modified");
        return new NotModified(
                request.url(),
                now,
                answer.status(),
                etag == null ? request.etag() : etag,
                lastModified == null ? request.lastModified() : lastModified);
    }

    private static Failure kind(int status) {
        if (status >= 500) {
            return Failure.SERVER_ERROR;
        }
        return switch (status) {
            case 404 -> Failure.NOT_FOUND;
            case 410 -> Failure.GONE;
            default -> status >= 400 ? Failure.CLIENT_ERROR : Failure.BROKEN;
        };
    }

    /** In the order received; values of a name that comes twice are kept together. */
    private static Map<String, List<String>> headers(Headers headers) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (String name : headers.names()) {
            map.put(name, headers.values(name));
        }
        return map;
    }

    static @Nullable String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches("[^\\s/,]+/[^\\s/,]+") ? type : null;
    }
}
