package vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BroadCatchesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { a(); } catch (Exception e) { log(e); }",
                "try { a(); } catch (final RuntimeException e) { }",
                "try { a(); } catch (IOException | RuntimeException e) { if (x) { throw e; } count++; }",
                "try { a(); } catch (RuntimeException | IOException e) { count++; }",
                "try { a(); } catch (Throwable t) { throw new IllegalStateException(t); }",
            })
    void swallowingIsFound(String source) {
        assertThat(BroadCatches.in(source)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { a(); } catch (IOException e) { log(e); }",
                "try { a(); } catch (IndexException | CrawlException e) { log(e); }",
                "try { a(); } catch (NumberFormatException e) { return 0; }",
            })
    void narrowCatchPasses(String source) {
        assertThat(BroadCatches.in(source)).isEmpty();
    }

    @Test
    void cleaningUpAndThrowingOnPasses() {
        assertThat(BroadCatches.in("try { a(); } catch (IOException | RuntimeException e) { close(); throw e; }"))
                .isEmpty();
    }
}
