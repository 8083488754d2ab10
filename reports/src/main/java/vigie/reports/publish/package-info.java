/** Static web sites: what is published as pages, a search index, a feed and files that open without a server. */
@NullMarked
package vigie.reports.publish;

import org.jspecify.annotations.NullMarked;
