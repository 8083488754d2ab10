/** The only place where CoreNLP is used: sentences and names of short stretches of text. */
@org.jspecify.annotations.NullMarked
package vigie.indexer.extract.corenlp;
