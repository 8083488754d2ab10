/**
 * The sample world: invented communes whose sites and notices are served on loopback, for {@code vigie demo} and the
 * end-to-end tests. {@link vigie.cli.demo.WorldServer} is the entry.
 */
@org.jspecify.annotations.NullMarked
package vigie.cli.demo;
