package vigie.crawler.nutch;

import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.net.URLNormalizer;
import org.jspecify.annotations.Nullable;

/** {@link Addresses} for Nutch, the same in every scope. */
public final class CleanUrlNormalizer implements URLNormalizer {

    private Configuration conf = new Configuration(false);
    private @Nullable CrawlParts parts;

    @Override
    public void setConf(Configuration conf) {
        this.conf = conf;
        this.parts = CrawlParts.of(conf);
    }

    @Override
    public Configuration getConf() {
        return conf;
    }

    @Override
    public @Nullable String normalize(String url, String scope) {
        return parts == null ? null : parts.addresses().normalize(url).orElse(null);
    }
}
