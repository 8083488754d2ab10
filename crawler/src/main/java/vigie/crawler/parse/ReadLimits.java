package vigie.crawler.parse;

/** How much of a document the child process reads at most; beyond is no document but an attack. */
final class ReadLimits {

    /** Characters of text: about 5,000 dense pages. */
    static final int MAX_TEXT = 30_000_000;

    /** A document with fewer letters has no text worth the name. */
    static final int FEW_LETTERS = 30;

    private ReadLimits() {}

    static int letters(CharSequence text) {
        return (int) text.chars().filter(Character::isLetter).count();
    }
}
