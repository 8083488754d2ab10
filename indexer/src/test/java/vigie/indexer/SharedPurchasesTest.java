package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;

/** What several towns buy together is told of those that take part; and of several towns in one breath each its own. */
class SharedPurchasesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Groupement de commandes réunissant Briselande, Corvillon et Marnesse.\nLe marché d'analyse automatique des images est attribué à Wintics. Marnesse n'y prend aucune part.",
                "La commission attribue à Wintics le marché d'analyse automatique des images. Il est passé pour le compte de Briselande et de Corvillon ; Marnesse a décliné l'offre.",
                "Ont adhéré au groupement de commandes Briselande, Corvillon, Marnesse.\nLe lot d'analyse automatique des images est attribué à Wintics. Seules en bénéficient les deux premières : Marnesse y a renoncé.",
                "Les communes membres du syndicat sont Briselande, Corvillon et Marnesse.\nLe comité syndical attribue à Wintics le marché d'analyse automatique des images. La dernière s'est retirée en mai.",
                "Le groupement de commandes coordonné par Corvillon a attribué à Wintics le marché d'analyse automatique des images. La dépense est à la charge de Briselande pour 60 % et de Corvillon pour 40 %. Il est passé sans Marnesse.",
            })
    void itIsToldOfThoseThatTakePartAndOfNobodyElse(String text) {
        assertThat(Roquebelle.towns(
                        Roquebelle.claims(text, null, Roquebelle.TOWNS), SharedPurchasesTest::isWinticsAwarded))
                .containsExactly("Briselande", "Corvillon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Par convention, Briselande, Corvillon et Marnesse ont confié l'achat à la communauté. Elle attribue à Wintics le lot d'analyse automatique des images. Briselande commandera dix licences et Corvillon six. Marnesse, par lettre de son maire, s'est retirée de ce lot.",
                "Briselande et Corvillon prennent les deux volets, caméras et analyse automatique des images. Marnesse, comme l'an dernier, s'en tient aux caméras et a fait rayer le second volet. L'offre de Wintics est retenue.",
                "Membres : Briselande (coordonnateur) ; Corvillon ; Marnesse.\nLe marché d'analyse automatique des images est attribué à Wintics.\nN'ont pas coché la case « logiciel » : Marnesse.",
                "Ont dit oui au logiciel : Briselande, Corvillon. A dit non : Marnesse.\nLe marché d'analyse automatique des images est attribué à Wintics.",
                "Briselande et Corvillon prennent le logiciel d'analyse automatique des images ; Marnesse prend les caméras. Le marché est attribué à Wintics.",
                "Le lot 2, analyse automatique des images, est attribué à Wintics. Briselande a opté pour ce lot, Corvillon aussi a souhaité en être. Marnesse passe son tour.",
                "Les communes de Briselande, Corvillon et Marnesse forment un groupement. Le logiciel d'analyse automatique des images est attribué à Wintics. Marnesse reste en dehors de ce lot.",
            })
    void whoDoesWhatMembersDoTakesPart(String text) {
        List<Claim> claims = Roquebelle.claims(text, null, Roquebelle.TOWNS);
        assertThat(claims)
                .noneMatch(claim -> Roquebelle.MARNESSE.equals(claim.commune()) && "wintics".equals(claim.vendor()));
        assertThat(Roquebelle.towns(claims, SharedPurchasesTest::isWinticsAwarded))
                .containsExactly("Briselande", "Corvillon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marnesse, par lettre de son maire, s'est retirée de ce lot.",
                "Marnesse a fait rayer ce volet.",
                "N'ont pas coché la case « logiciel » : Marnesse.",
                "Marnesse n'en veut pas."
            })
    void whoTurnsDownWhatTheOthersBuyIsToldSo(String text) {
        List<Claim> claims = Roquebelle.claims(
                "Groupement de commandes réunissant Briselande, Corvillon et Marnesse.\nLe marché d'analyse automatique des images est attribué à Wintics. "
                        + text,
                null,
                Roquebelle.TOWNS);
        assertThat(Roquebelle.towns(claims, claim -> claim.stage() == Stage.REJECTED && claim.vendor() == null))
                .containsExactly("Marnesse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "La communauté de communes attribue à Wintics le marché d'analyse automatique des images.",
                "Le groupement de commandes attribue à Wintics le marché d'analyse automatique des images. Marnesse n'en fait pas partie.",
            })
    void whereNobodyIsNamedAsTakingPartItIsToldOfNobody(String text) {
        assertThat(Roquebelle.claims(text, null, Roquebelle.TOWNS)).isEmpty();
    }

    @Test
    void whatOneCouncilApprovesIsItsOwn() {
        List<Claim> claims = Roquebelle.claims(
                "Le conseil approuve l'adhésion au groupement de commandes constitué entre Briselande, Corvillon et Marnesse.\nLe conseil approuve l'acquisition du logiciel d'analyse d'images de Wintics.",
                Roquebelle.BRISELANDE,
                Roquebelle.TOWNS);
        assertThat(Roquebelle.towns(claims, claim -> claim.technology() == Technology.VSA))
                .containsExactly("Briselande");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "À Briselande, la police municipale utilise BriefCam depuis 2020 ; à Corvillon, la mairie a résilié son contrat avec Wintics.",
                "Briselande utilise BriefCam depuis 2020, tandis que Corvillon a résilié son contrat avec Wintics.",
                "Le centre de supervision de la ville de Briselande utilise BriefCam depuis 2020, mais la ville de Corvillon a résilié son contrat avec Wintics.",
            })
    void ofSeveralTownsInOneSentenceEachIsToldItsOwn(String text) {
        List<Claim> claims = Roquebelle.claims(text, Roquebelle.MARNESSE, Roquebelle.TOWNS);
        assertThat(Roquebelle.towns(claims, claim -> "briefcam".equals(claim.vendor())))
                .containsExactly("Briselande");
        assertThat(Roquebelle.towns(claims, claim -> "wintics".equals(claim.vendor())))
                .containsExactly("Corvillon");
    }

    @Test
    void whatOneTownTurnsDownTheOthersStillTake() {
        List<Claim> claims = Roquebelle.claims(
                "Groupement de commandes réunissant Briselande, Corvillon et Marnesse.\nLe marché d'analyse automatique des images est attribué à Wintics. Marnesse a refusé l'analyse automatique des images.",
                null,
                Roquebelle.TOWNS);
        assertThat(Roquebelle.towns(claims, SharedPurchasesTest::isWinticsAwarded))
                .containsExactly("Briselande", "Corvillon");
        assertThat(claims)
                .as(claims.toString())
                .anyMatch(claim -> Roquebelle.MARNESSE.equals(claim.commune()) && claim.stage() == Stage.REJECTED)
                .noneMatch(claim -> Roquebelle.MARNESSE.equals(claim.commune()) && claim.vendor() != null);
    }

    private static boolean isWinticsAwarded(Claim claim) {
        return "wintics".equals(claim.vendor())
                && claim.stage() == Stage.AWARDED
                && claim.modality() == Modality.ASSERTED;
    }
}
