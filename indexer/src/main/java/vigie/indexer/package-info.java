/**
 * From archive to index: {@link vigie.indexer.IndexRun} composes the steps gate, extract, resolve and index, which do not
 * know each other.
 */
@org.jspecify.annotations.NullMarked
package vigie.indexer;
