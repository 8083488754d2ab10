package vigie.reports.render;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line of a PDF may end: as the JDK tells it, but not after the apostrophe of {@code l’avis} nor behind {@code n°}. */
final class LineBreaks implements FSTextBreaker {

    private final FSTextBreaker all = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.FRENCH));
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        all.setText(newText);
    }

    @Override
    public int next() {
        int place = all.next();
        while (place != BreakIterator.DONE && staysTogether(place)) {
            place = all.next();
        }
        return place;
    }

    private boolean staysTogether(int place) {
        if (place < 2 || place >= text.length()) {
            return false;
        }
        char before = text.charAt(place - 1);
        boolean elided = (before == '’' || before == '\'')
                && Character.isLetter(text.charAt(place - 2))
                && Character.isLetter(text.charAt(place));
        return elided || text.startsWith("n° ", place - "n° ".length());
    }
}
