package vigie.crawler.focus;

import org.jspecify.annotations.Nullable;

/**
 * A system that many towns have their sites or their acts on: an entry of {@code platforms.json}. Patterns are regular
 * expressions to be found somewhere in a text, letters of either case.
 *
 * @param id stable, kebab-case
 * @param name with what is special about it, for people
 * @param generator found in what a page says it was made by
 * @param address found in an address that a page links to
 * @param listing found in the address of a list of acts
 * @param document found in the address of a file that does not look like one
 */
public record Platform(
        String id,
        String name,
        @Nullable String generator,
        @Nullable String address,
        @Nullable String listing,
        @Nullable String document) {}
