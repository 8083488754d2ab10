/** What is new: assembles digests and writes them as Atom. */
@org.jspecify.annotations.NullMarked
package vigie.reports.digest;
