package vigie.crawler.parse;

import java.util.List;

/**
 * A page of a PDF to draw for people.
 *
 * @param page from 1
 * @param quotes what of its text to mark
 */
record PictureRequest(int page, List<String> quotes, byte[] payload) implements ChildRequest {

    PictureRequest {
        quotes = List.copyOf(quotes);
    }
}
