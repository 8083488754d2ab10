package vigie.crawler.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import vigie.crawler.fetch.FetchOutcome.Refusal;

/**
 * Sockets that look at the address they are about to connect to. The last gate, and the only one for addresses written
 * as numbers, which no resolver sees. Never goes through a proxy, whatever the system properties say.
 */
final class GuardedSockets extends SocketFactory {

    private final boolean publicOnly;

    GuardedSockets(boolean publicOnly) {
        this.publicOnly = publicOnly;
    }

    @Override
    public Socket createSocket() {
        return publicOnly ? new PublicSocket() : new Socket(Proxy.NO_PROXY);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private static final class PublicSocket extends Socket {

        PublicSocket() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetAddress address = endpoint instanceof InetSocketAddress internet ? internet.getAddress() : null;
            if (address == null || !PublicAddresses.isPublic(address)) {
                throw StopException.refused(Refusal.ADDRESS, endpoint + " is not a public address");
            }
            super.connect(endpoint, timeout);
        }
    }
}
