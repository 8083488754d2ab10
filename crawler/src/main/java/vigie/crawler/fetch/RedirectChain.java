package vigie.crawler.fetch;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.model.config.CrawlSettings;

/**
 * Goes from the address asked for to the one that answers; every hop passes robots.txt, the host's gate and the address
 * guard anew. Meant for one fetch.
 */
final class RedirectChain {

    /** What a caller's headers may tell a server that it was not meant for. */
    private static final Set<String> HARMLESS = caseless("Accept", "Accept-Language", "Content-Type");

    private final Exchange exchange;
    private final Robots robots;
    private final CrawlSettings settings;
    private final BodyLimits limits;
    private final RequestHeaders standard;

    RedirectChain(
            Exchange exchange, Robots robots, CrawlSettings settings, BodyLimits limits, RequestHeaders standard) {
        this.exchange = exchange;
        this.robots = robots;
        this.settings = settings;
        this.limits = limits;
        this.standard = standard;
    }

    Answer follow(FetchRequest request, HttpUrl first) throws StopException {
        Budget budget = new Budget(settings.totalTime());
        Ask ask = ask(request, first, request.body(), standard.of(request));
        for (int redirects = 0; ; redirects++) {
            Answer answer = exchange.send(ask, budget);
            if (!answer.isRedirect()) {
                return answer;
            }
            if (redirects == settings.maxRedirects()) {
                throw StopException.refused(Refusal.REDIRECTS, "more than " + redirects + " redirects");
            }
            ask = next(request, ask, answer);
        }
    }

    private Ask next(FetchRequest request, Ask last, Answer answer) throws StopException {
        HttpUrl target = Redirect.target(answer);
        boolean keepsMethod = answer.status() == 307 || answer.status() == 308;
        byte[] body = keepsMethod ? last.body() : new byte[0];
        // The date was that of another address; a tag is at least unlikely to be met by chance.
        Headers.Builder headers = last.headers().newBuilder().removeAll("If-Modified-Since");
        if (!sameOrigin(last.url(), target)) {
            standard.removeOthers(headers, HARMLESS);
        }
        return ask(request, target, body, headers.build());
    }

    private Ask ask(FetchRequest request, HttpUrl url, byte[] body, Headers headers) throws StopException {
        Duration wanted = Ask.gap(request.source(), settings);
        Duration asked = url.encodedPath().equals("/robots.txt")
                ? Duration.ZERO
                : robots.verdict(request.source(), url).check(url, settings.maxCrawlDelay());
        return new Ask(request.source(), url, body, headers, longer(wanted, asked), limits);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static boolean sameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }

    private static Set<String> caseless(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return Collections.unmodifiableSet(set);
    }
}
