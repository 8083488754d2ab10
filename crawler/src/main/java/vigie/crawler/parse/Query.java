package vigie.crawler.parse;

import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** A query for elements, read once: jsoup takes longer to read one than to answer it. Thread-safe. */
record Query(Evaluator evaluator) {

    static Query of(String css) {
        return new Query(QueryParser.parse(css));
    }

    /** All that are in {@code element}, itself included. */
    Elements in(Element element) {
        return element.select(evaluator);
    }

    @Nullable
    Element firstIn(Element element) {
        return element.selectFirst(evaluator);
    }
}
