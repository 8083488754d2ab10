/** Validated identifiers of the French administration: a value that exists is well formed. */
@org.jspecify.annotations.NullMarked
package vigie.model.id;
