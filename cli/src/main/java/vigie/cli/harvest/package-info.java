/**
 * A made-up country of town web sites, and a race over it: how many requests a crawl needs until it has the acts, with
 * our scoring and without ({@link vigie.cli.harvest.Race}).
 */
@org.jspecify.annotations.NullMarked
package vigie.cli.harvest;
