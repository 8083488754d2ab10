/**
 * How good the extraction is: gold annotations in, precision and recall out. {@link GoldReader} reads annotated passages
 * and annotated facts of real documents, {@link PassageScorer} and {@link FactScorer} compare them with claims. What
 * counts as right is told in {@code quality/README.md}.
 */
@NullMarked
package vigie.indexer.eval;

import org.jspecify.annotations.NullMarked;
