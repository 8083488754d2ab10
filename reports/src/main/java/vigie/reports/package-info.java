/**
 * Index to reports: {@code query} asks the index, {@code city} and {@code atlas} assemble what a
 * report says, {@code render} writes it.
 */
@org.jspecify.annotations.NullMarked
package vigie.reports;
