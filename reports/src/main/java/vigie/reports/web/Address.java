package vigie.reports.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the server listens, and by what names it may be called.
 *
 * <p>A page of a stranger can make a browser ask us under the stranger's name (DNS rebinding); so a request is answered only
 * where its {@code Host} is a name of ours. The port is not looked at: behind a tunnel it is another.
 *
 * @param host name or address of the interface; a loopback one unless people are to reach it from elsewhere
 * @param port 0 = any that is free
 * @param names under which a proxy in front of it is reached, lower case
 */
public record Address(String host, int port, Set<String> names) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    public Address {
        names = Set.copyOf(names);
    }

    /** This machine only. */
    public static Address loopback(int port) {
        return new Address("127.0.0.1", port, Set.of());
    }

    /** Whether only this machine can reach it; false where that cannot be told. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether a request with that {@code Host} header means us. */
    boolean answersTo(String header) {
        String name = header.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
        return LOOPBACK.contains(name)
                || names.contains(name)
                || name.equals(host.toLowerCase(Locale.ROOT))
                || (LITERAL.matcher(name).matches() && !isLoopback());
    }
}
