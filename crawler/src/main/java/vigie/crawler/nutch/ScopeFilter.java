package vigie.crawler.nutch;

import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.net.URLFilter;
import org.jspecify.annotations.Nullable;
import vigie.crawler.focus.Traps;

/** Lets pass what belongs to a source of this run and is no trap. */
public final class ScopeFilter implements URLFilter {

    private Configuration conf = new Configuration(false);
    private @Nullable Scope scope;

    @Override
    public void setConf(Configuration conf) {
        this.conf = conf;
        this.scope = CrawlParts.of(conf).scope();
    }

    @Override
    public Configuration getConf() {
        return conf;
    }

    @Override
    public @Nullable String filter(String url) {
        boolean passes = scope != null && scope.contains(url) && !Traps.is(url);
        return passes ? url : null;
    }
}
