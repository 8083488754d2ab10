/**
 * Index to reports: {@code query} asks the index, {@code city} assembles what a report says, {@code render} writes it.
 */
@org.jspecify.annotations.NullMarked
package vigie.reports;
