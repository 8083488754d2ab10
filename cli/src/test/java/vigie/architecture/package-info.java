/** The rules that keep the shape of the code; {@code docs/architecture.md} tells them to people. */
@org.jspecify.annotations.NullMarked
package vigie.architecture;
