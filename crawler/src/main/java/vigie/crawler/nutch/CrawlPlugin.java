package vigie.crawler.nutch;

import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.plugin.Plugin;
import org.apache.nutch.plugin.PluginDescriptor;

/** Gives access to the very configuration with which Nutch makes the extensions of our plugin: a copy of its own. */
public final class CrawlPlugin extends Plugin {

    static final String ID = "vigie";

    public CrawlPlugin(PluginDescriptor descriptor, Configuration conf) {
        super(descriptor, conf);
    }

    Configuration conf() {
        return conf;
    }
}
