package vigie.indexer.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.indexer.Documents;
import vigie.indexer.gate.CommuneGate;
import vigie.model.Commune;
import vigie.model.CommuneRef;
import vigie.model.CommuneType;
import vigie.model.Publisher;
import vigie.model.config.Communes;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

class CommuneResolverTest {

    private static final Communes COMMUNES = Communes.load();
    private static final CommuneGate NAMES = CommuneGate.compile(COMMUNES);
    private static final CommuneResolver RESOLVER = new CommuneResolver(COMMUNES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ville de Moirans - séance du 3 mai 2021. Voirie communale.       | 38239
            VILLE DE BEZIERS. Compte rendu. Le marché forain est déplacé.    | 34032
            Commune des Lilas. La piscine rouvre lundi.                      | 93045
            Conseil municipal du Havre. Le port est calme.                   | 76351
            Organisme acheteur : Ville de Brive-la-Gaillarde, 19100          | 19031
            Mairie de Langon (Gironde). Tarifs de la cantine.                | 33227
            Ville de Saint-Paul (974). Budget.                               | 97415
            Commune de Sainte-Marie – La Réunion. Ordre du jour.             | 97418
            Mairie de Bois-Colombes. Recours : tribunal administratif de Cergy. | 92009
            Le Port (La Réunion) – séance du 5 mai. Tarifs de la cantine.     | 97407
            VANNES / conseil municipal / 4 mai 2023. Un journal écrit : « La ville de Brest a fermé sa piscine. » | 56260
            VlLLE DE FORBACH. Budget de l'eau.                                | 57227
            Conseil consultatif de la commune déléguée de Cran-Gevrier. Le marché change de place. | 74010
            Conseil municipal de Vannes. À Rennes et à Rennes encore, à Rennes toujours, les bus sont gratuits. | 56260
            Ville de Vannes, jumelée avec Mons. Comme à Rennes et à Brest, les horaires changent. | 56260
            Compte rendu des décisions prises par le maire de Vannes depuis le 3 mai. Régie du port. | 56260
            Compte-rendu sommaire de la réunion de Vannes du 4 mai 2021. Voirie. | 56260
            """)
    void theTextSaysWhoseItIs(String text, String insee) {
        ResolvedCommunes resolved = resolve(text, Publisher.unknown());
        assertThat(resolved.publisher())
                .as(resolved.because().toString())
                .extracting(commune -> commune.insee().value())
                .isEqualTo(insee);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Commune de Saint-Denis. Le marché est déplacé.
            Comme à Nice, les horaires changent.
            Le conseil se réunit lundi.
            Ville de Sainte-Colombe. Voirie.
            Ordre du jour. Mandat spécial : déplacement de deux élus à Paris pour le congrès.
            Villefranche (Rhône) – séance du 6 février. Voirie.
            """)
    void whoIsNotCertainIsNotNamed(String text) {
        ResolvedCommunes resolved = resolve(text, Publisher.unknown());
        assertThat(resolved.publisher()).as(resolved.because().toString()).isNull();
        assertThat(resolved.because()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHAMBRE RÉGIONALE DES COMPTES\nCommune de Vannes – Rapport d'observations, exercices 2017 et suivants",
                "V A N N E S\nRelevé des décisions du maire, mai 2021",
                "La CNIL s'est rendue à Vannes le 11 mars. Les durées seront revues.",
                "L'outil mis en place à Vannes compte les passants.",
            })
    void aLineOfItsOwnIsTheTowns(String text) {
        assertIsOfVannes(text);
    }

    private static void assertIsOfVannes(String text) {
        ResolvedCommunes resolved = resolve(text, Publisher.unknown());
        assertThat(resolved.publisher())
                .as(resolved.because().toString())
                .extracting(commune -> commune.insee().value())
                .isEqualTo("56260");
    }

    @Test
    void aTitleOfItsOwnLineNamesTheTownAndPersonsAreNone() {
        String minutes =
                "Moirans\nProcès-verbal de la réunion du jeudi 6 avril\nM. Sainte-Rose demande la parole. M. Sainte-Rose parle."
                        + " Puis Mme. Sainte-Rose la rend.";
        assertThat(whose(minutes, Publisher.unknown())).isEqualTo("38239");
        assertThat(whose(
                        "Procès-verbal — Moirans\nM. Vannes demande la parole. A Vannes, à Vannes !",
                        Publisher.unknown()))
                .isEqualTo("38239");
    }

    @Test
    void aTownIsKnownByTheBeginningOfItsNameWhereNoOtherBeginsSo() {
        assertThat(whose("Le conseil municipal de Noirmoutier passe au point suivant.", Publisher.unknown()))
                .isEqualTo("85163");
        assertThat(whose("La mairie de Roissy est fermée.", Publisher.unknown()))
                .isNull();
        assertThat(whose("Le conseil municipal de Ploubezec salue Noirmoutier.", Publisher.unknown()))
                .isNull();
    }

    /** The only town that a text names may be another's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "M. Roux est allé voir la nouvelle piscine de Vannes. Elle lui a plu.",
                "Mme Blanc a lu dans le bulletin qu'à Vannes les bus roulaient la nuit.",
                "M. Roux demande le même éclairage qu'à Vannes. Refus.",
                "Mme Blanc cite Vannes, qui a fermé sa patinoire.",
                "Questions diverses. M. Noir tient d'un ami, conseiller à Vannes, que la halle sera vendue.",
                "Le marché est attribué à la société Lumo, une jeune pousse installée à Vannes.",
                "Questions diverses. Les voiries sont refaites, dit M. Noir, et l'on va plus vite que prévu. Vannes paie le double, et nous rien.",
                "Le bail du box est reconduit à la société Lumo, Paris, pour trois ans.",
                "La buvette du parking Saint-Nazaire est louée 300 €. Les feux de la Saint-Jean sont maintenus.",
            })
    void aTownInPassingIsNotTheAuthor(String text) {
        ResolvedCommunes resolved = resolve(text, Publisher.unknown());
        assertThat(resolved.publisher()).as(resolved.because().toString()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VANNES MAGAZINE, mai 2022, page 9\nÀ Lyon comme ailleurs, on patine. À Lyon, on nage aussi.",
                "Vannes, le mensuel – juin 2021\nÀ Lyon, on patine.",
                "Vannes 2 décembre 2021\nM. Roux revient de Lyon. À Lyon, on patine.",
                "Tribunes\nGroupe Vannes en partage : les trottoirs sont sales.",
                "« Qui a coupé les platanes ? » La rédaction de Vannes Infos s'est renseignée.",
                "Note remise aux conseillers de Vannes. La loi sur les Jeux de Paris ne nous concerne pas.",
                "Le marché de Vannes est déplacé. « Pourquoi ? » demande M. Roux au maire.\nLe Maire : « La halle est en travaux. »",
            })
    void titlesAndGroupsTellTheAuthor(String text) {
        assertIsOfVannes(text);
    }

    @Test
    void aGroupWithACapitalIsNoPerson() {
        assertThat(whose("Tribunes\nLorient Autrement (4 élus)\nLes trottoirs sont sales.", Publisher.unknown()))
                .isEqualTo("56121");
    }

    @Test
    void aTitleMayShortenTheName() {
        assertThat(whose("NOIRMOUTIER MAGAZINE N° 88\nLa fontaine coule à nouveau.", Publisher.unknown()))
                .isEqualTo("85163");
        assertThat(whose("Roissy Infos\nLa fontaine coule à nouveau.", Publisher.unknown()))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expression des groupes\nNoirmoutier autrement\nLes trottoirs sont mal éclairés.",
                "Tribune libre\nEnsemble pour Noirmoutier (minorité) : les trottoirs sont mal éclairés.",
                "Tribune libre\nNoirmoutier d’abord – Texte non parvenu.",
            })
    void groupsOfACouncilTellWhoseItIs(String text) {
        assertThat(whose(text, Publisher.unknown())).isEqualTo("85163");
    }

    @Test
    void groupsWhoseNamesManyTownsBeginWithTellNothing() {
        assertThat(whose("Tribune libre\nRoissy autrement\nLes trottoirs sont sales.", Publisher.unknown()))
                .isNull();
        assertThat(whose("Communauté de communes\nMme Roy, maire de Noirmoutier, est excusée.", Publisher.unknown()))
                .isNull();
    }

    /** A budget as data, whose lines say for which towns they are. */
    @Test
    void theTownsThatALineOfDataConcernsAreNotItsAuthor() {
        String lines =
                "libelle: Caméras de la place\ncp_vote: 12000\n\nlibelle: Crèche\ncommunes: Noirmoutier-en-l'Île\n";
        assertThat(whose(lines, Publisher.unknown())).isNull();
    }

    @Test
    void theSourceComesBeforeTheText() {
        Publisher publisher = new Publisher("Moirans", new InseeCode("38239"), null, null);
        assertThat(whose("Ville de Grenoble : travaux.", publisher)).isEqualTo("38239");
    }

    @Test
    void aDelegatedCommunePublishesForTheOneItIsPartOf() {
        Commune delegated = COMMUNES.all().stream()
                .filter(commune -> commune.type() == CommuneType.DELEGUEE
                        && commune.parent() != null
                        && !commune.parent().equals(commune.code()))
                .findFirst()
                .orElseThrow();
        Publisher publisher = new Publisher(delegated.name(), delegated.code(), null, null);
        assertThat(whose("", publisher)).isEqualTo(String.valueOf(delegated.parent()));
    }

    @Test
    void theStampNamesThePublisher() {
        Siren siren = COMMUNES.byCode(new InseeCode("38239")).orElseThrow().siren();
        String stamp = "Accusé de réception en préfecture\n038-" + siren + "-20221018-22A007-2-DE\nArrêté du maire";
        assertThat(whose(stamp, Publisher.unknown())).isEqualTo("38239");
        String poorPrint = "038 - " + siren + " – 20221018 - 22A007 - DE\nArrêté du maire";
        assertThat(whose(poorPrint, Publisher.unknown())).isEqualTo("38239");
    }

    @Test
    void aMetropolisSpeaksForMany() {
        ResolvedCommunes resolved =
                resolve("La communauté d'agglomération passe un groupement de commandes.", Publisher.unknown());
        assertThat(resolved.joint()).isTrue();
        assertThat(resolved.publisher()).isNull();
    }

    @Test
    void homonymsNearThePublisherAreMeant() {
        Publisher publisher = new Publisher("Grenoble", new InseeCode("38185"), null, null);
        ResolvedCommunes resolved = resolve("La commune de Saint-Martin-d'Hères délibère.", publisher);
        assertThat(resolved.named())
                .extracting(named -> named.commune().insee().value())
                .containsExactly("38421");
    }

    @Test
    void comparisonsCourtsAndStreetsNameNobody() {
        Publisher publisher = new Publisher("Grenoble", new InseeCode("38185"), null, null);
        ResolvedCommunes resolved = resolve(
                "Comme à Nice, Cannes et Toulon, rue de Rennes, devant le tribunal administratif de Lyon, 57000 Metz.",
                publisher);
        assertThat(resolved.named()).isEmpty();
    }

    private static @Nullable String whose(String text, Publisher publisher) {
        CommuneRef commune = resolve(text, publisher).publisher();
        return commune == null ? null : commune.insee().value();
    }

    private static ResolvedCommunes resolve(String text, Publisher publisher) {
        return RESOLVER.resolve(Documents.of(text, null, publisher), NAMES.scan(text));
    }
}
