package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.Stage;

/** Of which town a paper tells that names several: who acts, who is visited, whose entry of a list it is. */
class TownByTownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mme Roy répond : « Corvillon exploite BriefCam depuis mars, sur dix caméras. »",
                "« Corvillon emploie BriefCam depuis 2021. » C'est M. Petit qui le rappelle.",
                "M. Petit rappelle que Corvillon (18 000 habitants) exploite BriefCam depuis deux ans.",
                "Corvillon s'est équipée de BriefCam l'an dernier.",
                "Contrairement à Briselande, Corvillon utilise BriefCam depuis 2021.",
            })
    void aTownThatActsIsTheOneThatIsToldOf(String text) {
        assertThat(Roquebelle.towns(
                        Roquebelle.claims(text, Roquebelle.BRISELANDE, Roquebelle.TOWNS),
                        claim -> "briefcam".equals(claim.vendor())))
                .containsExactly("Corvillon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Compte rendu de la visite à Corvillon\nMme Roy et M. Petit ont vu la cuisine centrale. Le plus étonnant : BriefCam y compte les piétons depuis 2021.\nChez nous, aucun projet de vidéosurveillance algorithmique.",
                "Une délégation a été reçue à Corvillon le 3 mai. La piscine est neuve. Sur place, la police municipale utilise BriefCam depuis 2021.",
                "Des élus se sont rendus à Corvillon. Nous y avons vu BriefCam, utilisé par la police municipale depuis deux ans.",
                "Retour du voyage d'étude à Corvillon\nBriefCam est en service depuis 2021 au poste central. Les agents en sont contents.",
            })
    void whatIsSeenOnAVisitIsOfTheTownThatIsVisited(String text) {
        assertThat(Roquebelle.towns(
                        Roquebelle.claims(text, Roquebelle.BRISELANDE, Roquebelle.TOWNS),
                        claim -> "briefcam".equals(claim.vendor())))
                .containsExactly("Corvillon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Compte rendu de la visite à Corvillon\nLa piscine est neuve.\nChez nous, la police municipale utilise BriefCam depuis 2021.",
                "Une délégation a été reçue à Corvillon le 3 mai. Le conseil approuve l'achat du logiciel BriefCam.",
                "M. Petit revient de Corvillon. Quant à Briselande, elle utilise BriefCam depuis 2021.",
            })
    void behindAVisitTheTextComesHome(String text) {
        assertThat(Roquebelle.towns(
                        Roquebelle.claims(text, Roquebelle.BRISELANDE, Roquebelle.TOWNS),
                        claim -> "briefcam".equals(claim.vendor())))
                .containsExactly("Briselande");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le vice-président fait le point sur le logiciel BriefCam, proposé à chaque commune de la communauté de communes :\n– Briselande : le logiciel est en service depuis le 2 mars 2022.\n– Corvillon : le conseil municipal l'a refusé le 6 mai 2022.",
                "La communauté de communes fait le point sur le logiciel BriefCam :\n• Commune de Briselande : le logiciel est en service depuis mars 2022.\n• Commune de Corvillon : le conseil municipal l'a refusé le 6 mai 2022.",
                "La communauté de communes fait le point sur le logiciel BriefCam :\nBriselande — Le logiciel est en service depuis mars 2022.\nCorvillon — Le conseil municipal l'a refusé le 6 mai 2022.",
                "La communauté de communes fait le point sur le logiciel BriefCam, commune par commune.\n\nBriselande :\nLe logiciel est en service depuis mars 2022.\n\nCorvillon :\nLe conseil municipal l'a refusé le 6 mai 2022.",
            })
    void eachEntryOfAListIsToldOfTheTownThatLabelsIt(String text) {
        List<Claim> claims = Roquebelle.claims(text, null, Roquebelle.TOWNS);
        assertThat(Roquebelle.towns(claims, claim -> is(claim, "briefcam", Stage.IN_USE)))
                .containsExactly("Briselande");
        assertThat(Roquebelle.towns(claims, claim -> is(claim, "briefcam", Stage.REJECTED)))
                .containsExactly("Corvillon");
    }

    private static boolean is(Claim claim, String vendor, Stage stage) {
        return vendor.equals(claim.vendor()) && claim.stage() == stage;
    }
}
