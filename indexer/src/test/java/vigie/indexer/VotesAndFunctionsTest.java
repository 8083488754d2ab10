package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.Technology;
import vigie.model.Vote;

/** The vote behind a claim, and the functions that its quote names. */
class VotesAndFunctionsTest {

    private static final String BUYS =
            "Le conseil municipal approuve l'acquisition du logiciel d'analyse d'images BriefCam. ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    Adopté à l'unanimité.                                                  | true  | -  | -  | -
                    Vote : pour 27, contre 4, abstentions 2. Adopté.                       | false | 27 | 4  | 2
                    Délibération adoptée par 19 voix contre 8 et 2 abstentions.            | false | 19 | 8  | 2
                    ADOPTÉ À LA MAJORITÉ (23 voix pour, 6 voix contre).                    | false | 23 | 6  | -
                    Approuvé à la majorité, deux abstentions.                              | false | -  | -  | 2
                    Pour : 33 – Contre : 0 – Abstention : 1. La délibération est adoptée.  | false | 33 | 0  | 1
                    Voté à l'unanimité des suffrages exprimés, trois élus s'abstenant.     | true  | -  | -  | 3
                    Adopté à l'unanimité moins 1 abstention.                               | false | -  | -  | 1
                    Ainsi délibéré, 29 voix pour, sans opposition ni vote défavorable.     | false | 29 | 0  | -
                    Mise aux voix, la proposition est adoptée : 21 pour, 9 contre.         | false | 21 | 9  | -
                    Contre : 10. La délibération est pourtant déclarée adoptée à l'unanimité. | false | - | 10 | -
                    """)
    void votesAreCounted(
            String sentence, boolean unanimous, @Nullable Integer yes, @Nullable Integer no, @Nullable Integer none) {
        Vote vote = claim(BUYS + sentence).vote();
        assertThat(vote).isNotNull();
        assertThat(vote.unanimous()).isEqualTo(unanimous);
        assertThat(Arrays.asList(vote.inFavour(), vote.against(), vote.abstained()))
                .containsExactly(yes, no, none);
        assertThat((BUYS + sentence).substring(vote.start(), vote.end())).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le coût est de 27 000 euros pour 12 caméras.",
                // Sums and years beside the words of a vote.
                "Le conseil a voté contre 3 % de hausse.",
                // Two votes: nobody can say which of them is meant.
                "Amendement : 5 voix pour, 28 voix contre. Délibération : 28 voix pour, 5 voix contre. Adopté.",
                "La minorité regrette l'absence de débat.",
            })
    void whatIsNoVoteIsNone(String sentence) {
        assertThat(claim(BUYS + sentence).vote()).isNull();
    }

    @Test
    void voteBelongsToTheDecisionOfTheDayNotToOneThatIsRemembered() {
        String text =
                "Par délibération du 3 mai 2019, le conseil a approuvé l'acquisition du logiciel d'analyse d'images"
                        + " BriefCam. Le rapport annuel est adopté par 27 voix pour et 3 contre.";
        assertThat(Roquebelle.claims(text))
                .allSatisfy(claim -> assertThat(claim.vote()).isNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    La ville utilise BriefCam, qui repère les intrusions et les attroupements sur les images des caméras. | intrusion, crowd
                    Le logiciel de vidéosurveillance algorithmique Cityvision sert au comptage des piétons et à la détection des dépôts sauvages. | visual-counting
                    La commune exploite BriefCam, logiciel d'analyse d'images, sans détection d'attroupement. | -
                    La commune exploite BriefCam pour la détection d'intrusion ; la détection de maraudage n'est pas activée. | intrusion
                    """)
    void functionsOfTheQuoteAreNamedUnlessRuledOut(String text, String expected) {
        List<String> all = Roquebelle.claims(text).stream()
                .filter(claim -> claim.technology() == Technology.VSA)
                .flatMap(claim -> claim.functions().stream())
                .distinct()
                .toList();
        if (expected.equals("-")) {
            assertThat(all).isEmpty();
        } else {
            assertThat(all).contains(expected.split(", "));
        }
        assertThat(all).doesNotContain("loitering");
    }

    private static Claim claim(String text) {
        return Roquebelle.claims(text).stream()
                .filter(claim -> "briefcam".equals(claim.vendor()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no claim in: " + text));
    }
}
