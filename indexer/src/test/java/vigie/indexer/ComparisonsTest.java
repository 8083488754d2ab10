package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;

/** What is told of a town that was only compared with is no claim about the town whose paper it is. */
class ComparisonsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Un conseiller souhaite savoir si l'on ira plus loin, comme à Brévain, où le logiciel BriefCam a été acheté.",
                "Faut-il suivre la même voie, à l'instar de Castelrieu, qui a installé le logiciel Wintics l'an dernier ?",
                "Mme l'adjointe évoque des outils d'analyse d'images, à l'image de la ville de Pontarde, dont les caméras utilisent BriefCam.",
                "La commission a étudié plusieurs pistes, comme au Mesnil-Fauré, où Videtics est en service depuis 2021."
            })
    void whatATownDoesThatIsOnlyComparedIsNotOurs(String text) {
        assertThat(Roquebelle.claims(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Comme à Brévain, la commune a acquis le logiciel BriefCam.",
                "À l'instar de Castelrieu, le conseil approuve l'achat du logiciel d'analyse d'images Wintics.",
                "La ville utilise le logiciel BriefCam, comme à Pontarde, où il est en service depuis deux ans."
            })
    void whatTheTownDoesLikeAnotherIsItsOwn(String text) {
        assertThat(Roquebelle.claims(text))
                .extracting(Claim::vendor)
                .isNotEmpty()
                .doesNotContainNull();
    }
}
