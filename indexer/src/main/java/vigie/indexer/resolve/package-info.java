/** From names to communes of the register, and from claims to deployments. */
@org.jspecify.annotations.NullMarked
package vigie.indexer.resolve;
