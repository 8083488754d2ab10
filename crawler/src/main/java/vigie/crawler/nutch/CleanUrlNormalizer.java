package vigie.crawler.nutch;

import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.net.URLNormalizer;
import org.jspecify.annotations.Nullable;

/** {@link CleanUrl} for Nutch, the same in every scope. */
public final class CleanUrlNormalizer implements URLNormalizer {

    private final CleanUrl clean = new CleanUrl();
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
        return clean.of(url).orElse(null);
    }
}
