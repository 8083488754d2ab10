/** Assembles what a city report says from what the index knows. */
@org.jspecify.annotations.NullMarked
package vigie.reports.city;
