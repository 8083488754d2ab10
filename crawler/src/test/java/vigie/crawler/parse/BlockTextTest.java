package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BlockTextTest {

    private final BlockText text = new BlockText(1_000);

    @Test
    void whiteSpaceCollapsesAndBreaksDoNotAddUp() {
        text.paragraph();
        text.text("  Vu \n\t le ");
        text.text(" code");
        text.line();
        text.paragraph();
        text.paragraph();
        text.text(" Article");
        text.line();

        assertThat(text).hasToString("Vu le code\n\nArticle");
    }

    @Test
    void itemsAreIndentedAndEmptyOnesLeaveNothing() {
        text.item(1);
        text.text("un");
        text.item(2);
        text.text("deux");
        text.endItem();
        text.item(1);
        text.endItem();
        text.text("fin");

        assertThat(text).hasToString("- un\n  - deux\nfin");
    }

    @Test
    void cellsShareALineAndEmptyOnesKeepTheirPlace() {
        text.row();
        cell(true, "Lot");
        cell(false, "");
        cell(false, "Montant");
        text.row();
        cell(true, "1");

        assertThat(text).hasToString("Lot | | Montant\n1");
    }

    @Test
    void paragraphsOfACellShareALineUntilItIsLong() {
        text.row();
        text.cell(true);
        text.text("Un");
        text.paragraph();
        text.text("deux ");
        text.text("mot ".repeat(60));
        text.paragraph();
        text.text("Trois");
        text.endCell();

        assertThat(text.toString()).startsWith("Un deux mot").endsWith("mot\nTrois");
    }

    @Test
    void noBreakSpacesStayButMakeNoParagraph() {
        text.text("\u00a0");
        text.paragraph();
        text.text("\u00a012\u00a0€");

        assertThat(text).hasToString("12\u00a0€");
    }

    @Test
    void longTextIsCutByAnException() {
        assertThatThrownBy(() -> text.text("x".repeat(1_001))).isInstanceOf(BlockText.TooLongException.class);
    }

    private void cell(boolean first, String content) {
        text.cell(first);
        text.text(content);
        text.endCell();
    }
}
