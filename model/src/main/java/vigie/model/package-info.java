/**
 * The vocabulary of Vigie: immutable records and enumerations that every step speaks.
 *
 * <p>Nothing here reads a file, opens a socket or knows a library other than Jackson's annotations. The terms are
 * explained for people in {@code docs/glossary.md}; a test fails when one is missing there.
 */
@org.jspecify.annotations.NullMarked
package vigie.model;
