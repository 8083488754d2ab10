package vigie.crawler.fetch;

import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * What a server answered.
 *
 * @param body empty unless {@code status} is 2xx: nothing else is worth reading
 */
record Answer(HttpUrl url, int status, Headers headers, byte[] body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Whether the server says that it has too much to do. */
    boolean isOverload() {
        return status == 429 || status == 503;
    }
}
