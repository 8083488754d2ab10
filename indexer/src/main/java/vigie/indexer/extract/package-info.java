/**
 * From the mentions in a text to claims: layout and sections, sentences, who speaks, what stage a clause speaks of, which
 * sum and which date belong to it. Entry: {@link vigie.indexer.extract.ClaimExtractor}; what is exchangeable about it is
 * {@link vigie.indexer.extract.StageClassifier}.
 */
@org.jspecify.annotations.NullMarked
package vigie.indexer.extract;
