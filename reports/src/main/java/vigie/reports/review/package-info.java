/** Which claims people should read, and in what order. */
@org.jspecify.annotations.NullMarked
package vigie.reports.review;
