package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vigie.indexer.extract.ClaimExtractor;
import vigie.indexer.extract.Place;
import vigie.indexer.extract.Span;
import vigie.indexer.extract.Whereabouts;
import vigie.indexer.gate.CommuneGate;
import vigie.indexer.gate.Gate;
import vigie.indexer.resolve.CommuneResolver;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.SourceDocument;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.id.InseeCode;

/** Runs the texts of {@code phenomena.txt} through gate, communes and extraction, without the name classifier. */
class PhenomenaTest {

    private static final CommuneRef ROQUEBELLE = new CommuneRef(new InseeCode("01999"), "Roquebelle");
    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));

    private static final Project PROJECT = project();
    private static final Gate GATE = Gate.compile(PROJECT.lexicon());
    private static final CommuneGate NAMES = CommuneGate.compile(PROJECT.communes());
    private static final CommuneResolver RESOLVER = new CommuneResolver(PROJECT.communes());
    private static final ClaimExtractor EXTRACTOR = new ClaimExtractor(PROJECT.lexicon(), new SentencesOnly());

    private static final int READ_RIGHT = 246;

    private static Project project() {
        try {
            return Project.load(ROOT.resolve("seeds"), ROOT.resolve("config"));
        } catch (ProjectException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Phenomenon> phenomena() throws IOException {
        return Phenomenon.read().stream();
    }

    /** The classifier is trained, so that not every text is read right; how many are may only grow. */
    @Test
    void asManyTextsAreReadRightAsEver() throws IOException {
        List<Phenomenon> all = Phenomenon.read();
        List<String> wrong = all.stream()
                .filter(phenomenon -> !isRight(phenomenon))
                .map(phenomenon -> phenomenon.text() + " -> "
                        + claims(phenomenon.text()).stream()
                                .map(Phenomenon::told)
                                .toList())
                .toList();
        assertThat(all.size() - wrong.size())
                .as("texts read right of %d; wrong:%n%s", all.size(), String.join("\n", wrong))
                .isGreaterThanOrEqualTo(READ_RIGHT);
    }

    private static boolean isRight(Phenomenon phenomenon) {
        List<Claim> claims = claims(phenomenon.text());
        return claims.size() == phenomenon.expected().size()
                && phenomenon.expected().stream()
                        .allMatch(expected -> claims.stream().anyMatch(expected::fits));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("phenomena")
    void everyQuoteIsVerbatim(Phenomenon phenomenon) {
        assertThat(claims(phenomenon.text()))
                .allSatisfy(claim -> assertThat(claim.evidence().quote())
                        .isNotBlank()
                        .isEqualTo(phenomenon
                                .text()
                                .substring(
                                        claim.evidence().start(),
                                        claim.evidence().end())));
    }

    private static List<Claim> claims(String text) {
        SourceDocument document = Documents.of(text, "2023-03-14");
        return EXTRACTOR
                .extract(document, GATE.scan(text), GATE.doubtful(text), whereabouts(document))
                .claims();
    }

    private static Whereabouts whereabouts(SourceDocument document) {
        List<Place> places = new ArrayList<>();
        RESOLVER.resolve(document, NAMES.scan(document.text()))
                .named()
                .forEach(named -> places.add(new Place(new Span(named.start(), named.end()), named.commune())));
        String name = ROQUEBELLE.name();
        for (int i = document.text().indexOf(name); i >= 0; i = document.text().indexOf(name, i + 1)) {
            places.add(new Place(new Span(i, i + name.length()), ROQUEBELLE));
        }
        return new Whereabouts(ROQUEBELLE, 1, false, places, List.of(), null, List.of("invented"));
    }
}
