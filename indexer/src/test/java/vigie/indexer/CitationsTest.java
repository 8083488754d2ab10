package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.model.Claim;
import vigie.model.Reference;

/** The number of its act and the codes of what is bought reach the claim of a section, and no other's. */
class CitationsTest {

    private static final String BOUGHT =
            "Le conseil attribue à SNEF le marché n° 2023-014, logiciel de vidéosurveillance BriefCam, pour 48 700 € HT.\n";

    @Test
    void theStampOfAnActIsThatOfAllItsPages() {
        String stamp = "Envoyé en préfecture le 04/07/2023\nID : 038-213804219-20230630-D2023_47-DE\n";
        assertThat(acts(stamp + "Le conseil municipal,\n" + BOUGHT + "\f" + stamp + "Fait à Roquebelle.\n"))
                .containsExactly("D2023_47");
    }

    @Test
    void eachActOfACollectionHasItsOwn() {
        String text = """
                DÉLIBÉRATION N° 2023-46
                Objet : subvention au club de pétanque
                ID : 038-213804219-20230630-D2023_46-DE
                Le conseil municipal accorde 300 € au club de pétanque.

                DÉLIBÉRATION N° 2023-47
                Objet : logiciel de vidéosurveillance BriefCam
                ID : 038-213804219-20230630-D2023_47-DE
                """ + BOUGHT;
        assertThat(acts(text)).isSubsetOf("D2023_47", "2023-47").hasSize(1);
    }

    @Test
    void anEntryOfAListHasItsNumber() {
        String text = """
                DÉCISIONS DU MAIRE PRISES PAR DÉLÉGATION
                Décision n° 2023-112 : entretien des espaces verts, 4 000 € HT.
                Décision n° 2023-113 : contrat avec Wintics pour le logiciel d'analyse d'images Cityvision, 18 000 € HT.
                """;
        assertThat(acts(text)).containsExactly("2023-113");
    }

    @Test
    void whatIsOnlyVisedIsAnotherAct() {
        assertThat(acts("Vu la délibération n° 2019-12 relative à la vidéoprotection ;\n" + BOUGHT))
                .isEmpty();
    }

    @Test
    void codesOfItsSection() {
        String text = """
                Avis d'attribution
                Acheteur : Commune de Roquebelle
                Objet : Logiciel de vidéosurveillance algorithmique BriefCam
                CPV : 48000000-8, 35125300
                Titulaire : SNEF
                Montant : 48 700 € HT
                """;
        List<Claim> claims = Roquebelle.claims(text);
        assertThat(claims).isNotEmpty();
        assertThat(claims)
                .allSatisfy(claim ->
                        assertThat(claim.references(Reference.Kind.CPV)).containsExactly("48000000", "35125300"));
    }

    @Test
    void codesOfAnotherItemAreNotItsOwn() {
        String text = """
                1. Travaux de voirie
                Le conseil attribue à Routéo les travaux (CPV 45233141).

                2. Logiciel de vidéosurveillance
                """ + BOUGHT;
        assertThat(Roquebelle.claims(text))
                .isNotEmpty()
                .allSatisfy(claim ->
                        assertThat(claim.references(Reference.Kind.CPV)).isEmpty());
    }

    private static List<String> acts(String text) {
        List<Claim> claims = Roquebelle.claims(text);
        assertThat(claims).isNotEmpty();
        return claims.stream()
                .flatMap(claim -> claim.references(Reference.Kind.ACT).stream())
                .distinct()
                .toList();
    }
}
