package vigie.crawler.parse;

/**
 * What character recognition read on a page.
 *
 * @param text lines as they stand there, a blank line between paragraphs
 * @param confidence how sure it is, 0 to 100: the mean over its letters
 */
record PageText(String text, double confidence) {

    /** Below, letters are guessed: pictures, drawings, handwriting, another script. */
    private static final double GUESSED = 50;

    static final PageText NOTHING = new PageText("", 0);

    /** Whether this is text rather than what a picture was mistaken for. */
    boolean plausible() {
        return confidence >= GUESSED && ReadLimits.letters(text) > 0;
    }
}
