package vigie.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vigie.crawler.fetch.FetchedAssert.assertBody;
import static vigie.crawler.fetch.FetchedAssert.assertFailed;
import static vigie.crawler.fetch.FetchedAssert.assertRefused;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Refusal;
import vigie.model.Source;

/** Where we may connect. */
class AddressGuardTest {

    private final TestOrigin origin = new TestOrigin();

    /** Knows one name, which leads to this machine, and must not be asked for others. */
    private final Dns rebound = name -> {
        if (name.matches("rebound\\.example\\.?")) {
            return List.of(InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1}));
        }
        return Dns.SYSTEM.lookup(name);
    };

    private final Fetcher fetcher = FetchFixture.fetcher(FetchFixture.settings(), Clock.systemUTC(), rebound);

    @BeforeEach
    void open() {
        origin.route("/page", Routes.text("hello"));
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    private FetchOutcome fetch(Source source, String host) {
        return fetcher.fetch(FetchRequest.get(source, origin.at(host, "/page")));
    }

    /** Ways to write addresses inside; all but the last few lead to this machine, where {@link #origin} listens. */
    static Stream<String> inside() {
        return Stream.of(
                "127.0.0.1",
                "127.0.0.1.",
                "127.1",
                "127.0.1",
                "127.255.255.254",
                "2130706433",
                "0x7f000001",
                "0x7F.0x0.0x0.0x1",
                "0x7f.1",
                "017700000001",
                "0177.0.0.1",
                "0000177.0.0.01",
                "%31%32%37.0.0.1",
                "0.0.0.0",
                "0",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "inner.localhost",
                "inner.localhost.",
                "public.example@127.0.0.1",
                "public.example:80@127.0.0.1",
                "rebound.example",
                "rebound.example.",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:7f00:1]",
                "[::ffff:0:127.0.0.1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "169.254.169.254",
                "2852039166",
                "[::ffff:a9fe:a9fe]",
                "[fd00:ec2::254]",
                "10.0.0.1",
                "192.168.1.1",
                "[fe80::1]");
    }

    @ParameterizedTest
    @MethodSource("inside")
    void whatIsNotPublicIsRefused(String host) {
        assertRefused(fetch(FetchFixture.source(), host), Refusal.ADDRESS);
        assertThat(origin.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1", "[fe80::1%25lo]", "[::1%25lo]", "127.0.0.1%2f.example"})
    void oddLettersDoNotLeadInside(String host) {
        assertThat(fetch(FetchFixture.source(), host)).isInstanceOf(FetchOutcome.Refused.class);
        assertThat(origin.seen()).isEmpty();
    }

    @Test
    void hostIsAllowedByTheNameInTheUrl() {
        assertBody(fetch(FetchFixture.source("rebound.example"), "rebound.example"), "hello");
        assertBody(fetch(FetchFixture.source("127.0.0.1"), "127.0.0.1"), "hello");
        assertRefused(fetch(FetchFixture.source("rebound.example"), "127.0.0.1"), Refusal.ADDRESS);
        assertRefused(fetch(FetchFixture.source("127.0.0.1"), "town.localhost"), Refusal.ADDRESS);
    }

    @Test
    void connectionOfAnAllowedHostServesNobodyElse() {
        origin.route("/page", Routes.answer(200, "hello"));
        assertBody(fetch(FetchFixture.town(), "town.localhost"), "hello");

        assertRefused(fetch(FetchFixture.source(), "town.localhost"), Refusal.ADDRESS);
    }

    @ParameterizedTest
    @MethodSource("inside")
    void redirectDoesNotLeadInside(String host) {
        origin.route("/old", Routes.redirect("http://" + host + ":" + origin.port() + "/page"));

        assertRefused(fetcher.fetch(FetchRequest.get(FetchFixture.town(), origin.at("/old"))), Refusal.ADDRESS);
        assertThat(origin.targets()).containsExactly("/robots.txt", "/old");
    }

    @Test
    void namesUnderLocalhostAskNoResolver() throws UnknownHostException {
        Dns nobody = name -> {
            throw new AssertionError("asked for " + name);
        };

        assertThat(new GuardedDns(nobody, false).lookup("a.b.LOCALHOST."))
                .containsExactly(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    @Test
    void onlyPublicAddressesOfAMixedAnswerRemain() throws UnknownHostException {
        InetAddress open = InetAddress.getByName("192.0.43.10");
        InetAddress inner = InetAddress.getByName("192.168.0.1");

        assertThat(new GuardedDns(name -> List.of(inner, open), true).lookup("mixed.example"))
                .containsExactly(open);
    }

    @Test
    void socketLooksAtTheAddressItself() throws IOException {
        try (Socket socket = new GuardedSockets(true).createSocket()) {
            assertThatThrownBy(() -> socket.connect(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), origin.port()), 1000))
                    .isInstanceOfSatisfying(
                            StopException.class,
                            stop -> assertThat(stop.isFor(Refusal.ADDRESS)).isTrue());
            assertThatThrownBy(() -> socket.connect(InetSocketAddress.createUnresolved("localhost", 1)))
                    .isInstanceOf(StopException.class);
        }
    }

    @Test
    void systemProxyIsNotUsed() {
        List<String> names = List.of("http.proxyHost", "socksProxyHost");
        names.forEach(name -> System.setProperty(name, "192.0.2.1"));
        try {
            assertBody(fetch(FetchFixture.town(), "town.localhost"), "hello");
        } finally {
            names.forEach(System::clearProperty);
        }
    }

    @Test
    void impossibleAddressIsNotLookedUp() {
        assertThat(fetcher.fetch(FetchRequest.get(FetchFixture.source(), URI.create("http://256.1.1.1/"))))
                .isInstanceOf(FetchOutcome.Refused.class);
    }

    @Test
    void nameWithoutAddressIsDns() {
        Dns nobody = name -> {
            throw new UnknownHostException(name);
        };
        try (Fetcher lost = FetchFixture.fetcher(FetchFixture.settings(), Clock.systemUTC(), nobody)) {
            assertFailed(
                    lost.fetch(FetchRequest.get(FetchFixture.source(), URI.create("http://nowhere.example/"))),
                    Failure.DNS);
        }
    }
}
