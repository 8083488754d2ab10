/**
 * The gate: finds the terms of the lexicon in raw text, fast enough to read everything. {@link
 * vigie.indexer.gate.Gate} is the entry, {@link vigie.indexer.gate.FormFinder} the engine under it, {@link
 * vigie.indexer.gate.CommuneGate} the same for the names of communes.
 *
 * <p>No regular expressions and no copies of the text: characters are looked up in a table of symbols, and one
 * deterministic automaton runs over them, so all offsets are those of the text as it came.
 */
@org.jspecify.annotations.NullMarked
package vigie.indexer.gate;
