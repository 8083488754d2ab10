package vigie.model.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses of web pages, hosts and contacts. */
final class Addresses {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*|\\[[0-9a-f:.]+\\]");
    private static final Pattern CONTACT =
            Pattern.compile("https?://[^\\s()<>\"]+|[^\\s()<>\"@]+@[^\\s()<>\"@]+\\.[^\\s()<>\"@]+");

    private final Values values;

    Addresses(Values values) {
        this.values = values;
    }

    /** A whole address with {@code http} or {@code https}, a host, and no user name. */
    Optional<URI> url(Node node) {
        return values.text(node).flatMap(text -> {
            Optional<URI> uri = parsed(text).filter(Addresses::isWeb);
            return uri.isPresent() ? uri : values.fault(node, Fault.BAD_URL, text);
        });
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI uri) {
        String scheme = uri.getScheme();
        return scheme != null
                && (scheme.equals("http") || scheme.equals("https"))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }

    /** A host name or address without port, lower case. */
    Optional<String> host(Node node) {
        return values.text(node)
                .flatMap(host ->
                        HOST.matcher(host).matches() ? Optional.of(host) : values.fault(node, Fault.BAD_HOST, host));
    }

    /** An address where the operator can be reached. */
    Optional<String> contact(Node node) {
        return values.text(node)
                .flatMap(contact -> CONTACT.matcher(contact).matches()
                        ? Optional.of(contact)
                        : values.fault(node, Fault.BAD_CONTACT, contact));
    }
}
