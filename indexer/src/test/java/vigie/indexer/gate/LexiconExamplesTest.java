package vigie.indexer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vigie.model.Mention;
import vigie.model.config.Examples;
import vigie.model.config.Lexicon;
import vigie.model.config.LexiconEntry;
import vigie.model.config.Product;
import vigie.model.config.Vendor;

/** The sentences in {@code config/vendors} and {@code config/lexicon}: each entry is found where it says, only there. */
class LexiconExamplesTest {

    private final Lexicon lexicon = ProjectFolder.lexicon();
    private final Gate gate = Gate.compile(lexicon);

    @TestFactory
    Stream<DynamicTest> everyVendorIsFoundInItsSentences() {
        return lexicon.vendors().stream()
                .map(vendor -> dynamicTest(
                        "config/vendors/" + vendor.id() + ".yml", () -> check(refs(vendor), vendor.examples())));
    }

    @TestFactory
    Stream<DynamicTest> everyTermIsFoundInItsSentences() {
        return lexicon.entries().stream()
                .map(entry -> dynamicTest(
                        "config/lexicon/fr: " + entry.id(), () -> check(Set.of(ref(entry)), entry.examples())));
    }

    private void check(Set<String> refs, Examples examples) {
        List<String> unmet = new ArrayList<>();
        examples.match().stream()
                .filter(sentence -> !isFound(refs, sentence))
                .forEach(sentence -> unmet.add("not found in: " + sentence));
        examples.noMatch().stream()
                .filter(sentence -> isFound(refs, sentence))
                .forEach(sentence -> unmet.add("found in: " + sentence));
        assertThat(unmet).isEmpty();
    }

    private boolean isFound(Set<String> refs, String sentence) {
        return gate.scan(sentence).stream().map(LexiconExamplesTest::key).anyMatch(refs::contains);
    }

    /** A vendor is also found by a product of his. */
    private static Set<String> refs(Vendor vendor) {
        return Stream.concat(
                        Stream.of("VENDOR " + vendor.id()),
                        vendor.products().stream().map(Product::id).map(id -> "PRODUCT " + id))
                .collect(Collectors.toSet());
    }

    private static String ref(LexiconEntry entry) {
        return entry.kind().name() + " " + entry.id();
    }

    private static String key(Mention mention) {
        return mention.kind().name() + " " + mention.ref();
    }
}
