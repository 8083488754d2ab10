/**
 * The index: how documents, claims, deployments and coverage lie in Lucene, and the one place that writes them.
 *
 * <p>{@link vigie.indexer.index.IndexSchema} names the fields, {@link vigie.indexer.index.FrenchAnalysis} says how text
 * becomes terms; whoever reads the index needs these two only. {@link vigie.indexer.index.IndexStore} writes.
 */
@org.jspecify.annotations.NullMarked
package vigie.indexer.index;
