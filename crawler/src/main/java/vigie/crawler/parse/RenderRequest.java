package vigie.crawler.parse;

/**
 * A page of a PDF or of an image file to draw.
 *
 * @param page from 1
 */
record RenderRequest(int page, byte[] payload) implements ChildRequest {}
