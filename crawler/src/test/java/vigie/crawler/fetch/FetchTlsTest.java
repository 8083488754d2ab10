package vigie.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.crawler.fetch.FetchedAssert.assertFailed;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.crawler.fetch.FetchOutcome.Failure;

class FetchTlsTest {

    @TempDir
    Path folder;

    @Test
    void certificateThatNobodyVouchesForIsRefused() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context(folder)));
        server.createContext("/", exchange -> requests.incrementAndGet());
        server.start();
        try (Fetcher fetcher = FetchFixture.fetcher()) {
            URI url = URI.create("https://town.localhost:" + server.getAddress().getPort() + "/");

            assertFailed(fetcher.fetch(FetchRequest.get(FetchFixture.town(), url)), Failure.TLS);
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
