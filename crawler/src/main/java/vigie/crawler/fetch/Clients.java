package vigie.crawler.fetch;

import java.io.IOException;
import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.model.config.CrawlSettings;

/**
 * Two HTTP clients that share nothing: one that reaches public addresses alone, and one for the hosts that a seed
 * allows to be elsewhere. Neither follows redirects, keeps cookies, answers challenges or goes through a proxy.
 */
final class Clients implements AutoCloseable {

    private final OkHttpClient open;
    private final OkHttpClient unrestricted;

    Clients(CrawlSettings settings, Dns resolver) {
        this.open = client(new OkHttpClient(), settings, resolver, true);
        this.unrestricted = client(open, settings, resolver, false);
    }

    /** Takes from {@code other} whom TLS trusts, which takes long to read. */
    private static OkHttpClient client(OkHttpClient other, CrawlSettings settings, Dns resolver, boolean publicOnly) {
        OkHttpClient.Builder client = other.newBuilder();
        client.networkInterceptors().clear();
        return client.dispatcher(new Dispatcher())
                .dns(new GuardedDns(resolver, publicOnly))
                .socketFactory(new GuardedSockets(publicOnly))
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.connectTimeout())
                .writeTimeout(settings.connectTimeout())
                .connectionPool(new ConnectionPool(2 * settings.threads(), 30, TimeUnit.SECONDS))
                .addNetworkInterceptor(Clients::neverRepeat)
                .build();
    }

    /** On these answers OkHttp repeats the request at once, past our gate, or takes offence. */
    private static Response neverRepeat(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        int status = response.code();
        String length = response.header("Content-Length", "");
        if (length.startsWith("-")) {
            // Not closed: to close it is to read what is left of it, which is less than nothing.
            throw StopException.failed(Failure.BROKEN, status, "a negative length " + length);
        }
        if (status == 407 || status == 408) {
            response.close();
            throw StopException.failed(Failure.CLIENT_ERROR, status, "HTTP " + status);
        }
        String wait = response.header("Retry-After", "");
        if (status == 503 && wait.matches("0+|\\d{10,}")) {
            String readable = wait.matches("0+") ? "1" : "999999999";
            return response.newBuilder().header("Retry-After", readable).build();
        }
        return response;
    }

    OkHttpClient of(Ask ask) {
        return ask.source().allowedAddresses().contains(ask.url().host()) ? unrestricted : open;
    }

    @Override
    public void close() {
        for (OkHttpClient client : List.of(open, unrestricted)) {
            client.dispatcher().cancelAll();
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
