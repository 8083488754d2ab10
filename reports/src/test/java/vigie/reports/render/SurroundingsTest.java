package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.Evidence;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

class SurroundingsTest {

    @Test
    void wordsAreNotCutAndAPageBeginsOnALineOfItsOwn() {
        String text = "Le droit de place est fixé.\nLa ville achète un logiciel.Vote : 25 voix pour, adopté ensuite.";
        int start = text.indexOf("La ville");
        int page = text.indexOf("Vote");
        SourceDocument document = document(text, List.of(0, page));

        Surroundings around = Surroundings.of(document, Evidence.of(document, start, page, List.of()), 18);

        assertThat(around.before()).isEqualTo("… place est fixé.\n");
        assertThat(around.after()).isEqualTo("\nVote : 25 voix …");
    }

    @Test
    void nothingIsLeftOutOfAShortText() {
        SourceDocument document = document("a b c", List.of());

        assertThat(Surroundings.of(document, Evidence.of(document, 2, 3, List.of()), 99))
                .isEqualTo(new Surroundings("a ", " c"));
    }

    @Test
    void aWordWithoutSpacesIsCutAllTheSame() {
        SourceDocument document = document("x".repeat(50), List.of());

        assertThat(Surroundings.of(document, Evidence.of(document, 20, 30, List.of()), 5))
                .isEqualTo(new Surroundings("… xxxxx", "xxxxx …"));
    }

    @Test
    void sentencesRunOnOverTheLineEndsOfAPrintedPage() {
        String line = "Le conseil accepte l'échange sans soulte des parcelles cadastrées, afin de";
        assertThat(Surroundings.flowing(line + "\nrectifier")).isEqualTo(line + " rectifier");
        assertThat(Surroundings.flowing(line + "\nVal-Moreau")).isEqualTo(line + " Val-Moreau");
        for (String kept : List.of(
                line + ".\nLe maire",
                line + "\n\nrectifier",
                "Objet : marché\nlot 2",
                "OBJET : " + "A".repeat(70) + "\nLe maire expose",
                "x".repeat(60) + " vidéo-\nprotection")) {
            assertThat(Surroundings.flowing(kept)).isEqualTo(kept);
        }
    }

    private static SourceDocument document(String text, List<Integer> pages) {
        return new SourceDocument(
                "d-1",
                "ville",
                new Capture("http://ville.example/", Instant.EPOCH, 200, "text/plain", "00", 1, null, null, null),
                "",
                DocumentKind.PROCES_VERBAL,
                null,
                null,
                Publisher.unknown(),
                TextOutcome.TEXT,
                null,
                text,
                pages,
                List.of(),
                Map.of());
    }
}
