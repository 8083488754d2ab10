/**
 * Reads {@code seeds/} and {@code config/} once into immutable registers: {@link vigie.model.config.Project} is the
 * entry. Everything wrong in those files is reported at once, as file and line with a remedy.
 */
@org.jspecify.annotations.NullMarked
package vigie.model.config;
