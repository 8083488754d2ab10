package vigie.crawler.nutch;

import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.net.URLFilter;
import org.jspecify.annotations.Nullable;

/** Lets pass what belongs to a source of this run and is no trap. */
public final class ScopeFilter implements URLFilter {

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
    public @Nullable String filter(String url) {
        return parts != null && parts.mayAskFor(url) ? url : null;
    }
}
