/** Assembles reports across communes: about a vendor, a département, the country. */
@org.jspecify.annotations.NullMarked
package vigie.reports.atlas;
