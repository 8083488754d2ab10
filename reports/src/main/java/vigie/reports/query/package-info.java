/**
 * Questions to the index: {@link vigie.reports.query.Queries} answers them all. The only reader of Lucene outside the
 * indexer.
 */
@org.jspecify.annotations.NullMarked
package vigie.reports.query;
