package vigie.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import okhttp3.Dns;
import vigie.crawler.fetch.FetchOutcome.Refusal;

/**
 * Resolves names to addresses that we may connect to. OkHttp connects to the very addresses that this returns and asks
 * no second time, so a name that changes its address between check and use gains nothing.
 */
final class GuardedDns implements Dns {

    private final Dns resolver;
    private final boolean publicOnly;

    GuardedDns(Dns resolver, boolean publicOnly) {
        this.resolver = resolver;
        this.publicOnly = publicOnly;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        List<InetAddress> found = isLocalhost(hostname) ? loopback(hostname) : resolver.lookup(hostname);
        if (!publicOnly) {
            return found;
        }
        List<InetAddress> open =
                found.stream().filter(PublicAddresses::isPublic).toList();
        if (open.isEmpty()) {
            throw new RefusedNameException(hostname, found);
        }
        return open;
    }

    /** RFC 6761: these names mean this machine, and no resolver is to be asked about them. */
    private static boolean isLocalhost(String hostname) {
        String name = hostname.toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return bare.equals("localhost") || bare.endsWith(".localhost");
    }

    private static List<InetAddress> loopback(String hostname) throws UnknownHostException {
        return List.of(InetAddress.getByAddress(hostname, new byte[] {127, 0, 0, 1}));
    }

    /** The only checked exception that {@link Dns} may throw, carrying the outcome as its cause. */
    private static final class RefusedNameException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        RefusedNameException(String hostname, List<InetAddress> found) {
            super(hostname);
            String addresses =
                    found.stream().map(InetAddress::getHostAddress).toList().toString();
            initCause(StopException.refused(Refusal.ADDRESS, hostname + " is not public: " + addresses));
        }
    }
}
