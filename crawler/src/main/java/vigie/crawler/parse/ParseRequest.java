package vigie.crawler.parse;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A payload to read.
 *
 * @param media what it is, as far as its first bytes tell
 * @param contentType as declared, parameters included, or null
 */
record ParseRequest(Media media, URI url, @Nullable String contentType, byte[] payload) implements ChildRequest {}
