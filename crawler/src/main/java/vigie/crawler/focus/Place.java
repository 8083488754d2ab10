package vigie.crawler.focus;

/**
 * A page whose links are read.
 *
 * @param relevance how much it is about acts of an authority, 0 to 1
 */
public record Place(String url, float relevance) {}
