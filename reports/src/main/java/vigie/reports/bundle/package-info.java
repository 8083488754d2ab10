/** Bundles: a city report with all that it rests on, and how such a bundle is checked without a network. */
@org.jspecify.annotations.NullMarked
package vigie.reports.bundle;
