package vigie.crawler.parse;

import java.util.List;

/**
 * Reads Tesseract's table of words (its output format {@code tsv}): level, page, block, paragraph, line, word, left, top,
 * width, height, confidence, text; words have level 5.
 */
final class TesseractWords {

    private static final String WORD = "5";
    private static final int BLOCK = 2;
    private static final int PARAGRAPH = 3;
    private static final int LINE = 4;
    private static final int CONFIDENCE = 10;
    private static final int TEXT = 11;

    private final StringBuilder text = new StringBuilder();
    private String paragraph = "";
    private String line = "";
    private double sum;
    private long letters;

    private TesseractWords() {}

    static PageText read(String table) {
        TesseractWords words = new TesseractWords();
        for (String row : table.split("\n", -1)) {
            String[] cells = row.split("\t", -1);
            if (cells.length > TEXT && cells[0].equals(WORD) && !cells[TEXT].isBlank()) {
                words.add(List.of(cells));
            }
        }
        return words.page();
    }

    private void add(List<String> cells) {
        String inParagraph = cells.get(BLOCK) + " " + cells.get(PARAGRAPH);
        String inLine = inParagraph + " " + cells.get(LINE);
        if (text.length() > 0) {
            text.append(!inParagraph.equals(paragraph) ? "\n\n" : inLine.equals(line) ? " " : "\n");
        }
        paragraph = inParagraph;
        line = inLine;
        String word = CleanText.of(cells.get(TEXT)).strip();
        text.append(word);
        sum += word.length() * Double.parseDouble(cells.get(CONFIDENCE));
        letters += word.length();
    }

    private PageText page() {
        return letters == 0 ? PageText.NOTHING : new PageText(text + "\n", Math.round(10 * sum / letters) / 10.0);
    }
}
