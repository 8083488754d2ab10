package vigie.crawler.nutch;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.net.URLNormalizer;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.UrlNormalizer;

/** {@link UrlNormalizer} for Nutch, the same in every scope. */
public final class CleanUrlNormalizer implements URLNormalizer {

    private final UrlNormalizer normalizer = new UrlNormalizer();
    private Configuration conf = new Configuration(false);

    @Override
    public void setConf(Configuration conf) {
        this.conf = conf;
    }

    @Override
    public Configuration getConf() {
        return conf;
    }

    @Override
    public @Nullable String normalize(String url, String scope) {
        return normalizer.normalize(url).map(URI::toString).orElse(null);
    }
}
