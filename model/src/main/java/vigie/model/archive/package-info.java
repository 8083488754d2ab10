/**
 * The archive, in which crawler and indexer meet: captures as WARC, documents as gzipped JSON lines, attempts as
 * gzipped JSON lines. It is the truth of a collection; index and crawl state can be made anew from it.
 */
@org.jspecify.annotations.NullMarked
package vigie.model.archive;
