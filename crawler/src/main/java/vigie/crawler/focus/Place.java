package vigie.crawler.focus;

/**
 * A page whose links are read.
 *
 * @param list the address without what says which page of a list it is
 * @param relevance how much it is about acts of an authority, 0 to 1
 */
public record Place(String url, String list, float relevance) {}
