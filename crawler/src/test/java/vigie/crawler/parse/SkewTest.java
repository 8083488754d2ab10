package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkewTest {

    @ParameterizedTest
    @ValueSource(doubles = {-6, -2.5, -1, 0, 0.7, 2, 5})
    void linesTellTheAngle(double degrees) {
        BufferedImage page = lines(1200, 1700);

        assertThat(Skew.angle(Skew.turned(page, degrees))).isCloseTo(degrees, within(0.25));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 2})
    void pagesOnTheirSideToo(double degrees) {
        BufferedImage upright = lines(1200, 1700);
        BufferedImage side = new BufferedImage(1700, 1200, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = side.createGraphics();
        graphics.rotate(Math.PI / 2);
        graphics.translate(0, -1700);
        graphics.drawImage(upright, 0, 0, null);
        graphics.dispose();

        assertThat(Skew.angle(Skew.turned(side, degrees))).isCloseTo(degrees, within(0.25));
    }

    @Test
    void whatHasNoLinesStaysAsItIs() {
        Random random = new Random(3);
        BufferedImage noise = new BufferedImage(800, 1100, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage blank = new BufferedImage(800, 1100, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 800 * 1100; i++) {
            noise.setRGB(i % 800, i / 800, random.nextBoolean() ? 0xffffff : 0);
            blank.setRGB(i % 800, i / 800, 0xffffff);
        }
        BufferedImage tiny = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);

        assertThat(Skew.straightened(noise)).isSameAs(noise);
        assertThat(Skew.straightened(blank)).isSameAs(blank);
        assertThat(Skew.straightened(tiny)).isSameAs(tiny);
    }

    /** Words as blocks, on lines. */
    private static BufferedImage lines(int width, int height) {
        Random random = new Random(5);
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        for (int y = 200; y < height - 200; y += 34) {
            for (int x = 150; x < width - 200; ) {
                int word = 20 + random.nextInt(80);
                graphics.fillRect(x, y, word, 16);
                x += word + 14;
            }
        }
        graphics.dispose();
        return page;
    }
}
