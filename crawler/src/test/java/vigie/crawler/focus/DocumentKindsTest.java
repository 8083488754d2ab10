package vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.DocumentKind;

class DocumentKindsTest {

    private static final String PDF = "application/pdf";
    private static final String HTML = "text/html";

    @ParameterizedTest
    @CsvSource({
        "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS du conseil municipal,DELIBERATION",
        "PROCÈS-VERBAL DE LA SÉANCE du 3 mars 2024,PROCES_VERBAL",
        "Compte rendu du conseil municipal,PROCES_VERBAL",
        "ARRÊTÉ MUNICIPAL n° 12 portant règlement,ARRETE",
        "Décision du maire n° 7,DECISION",
        "Arrêté préfectoral n° 3 portant autorisation d’un système de vidéoprotection,AUTORISATION_PREFECTORALE"
    })
    void beginningOfAFileSaysIt(String text, DocumentKind kind) {
        assertThat(DocumentKinds.guess("https://v.example/doc/12.pdf", PDF, null, text))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "PV du conseil du 3 mars,PROCES_VERBAL",
        "Délibération n° 7,DELIBERATION",
        "Le magazine de la ville,MAGAZINE",
        "Recueil des actes administratifs,ARRETE",
        "Avis de marché : caméras,AVIS_DE_MARCHE",
        "Communiqué de presse,PRESSE",
        "La piscine,AUTRE"
    })
    void titleSaysItWhereTheTextDoesNot(String title, DocumentKind kind) {
        assertThat(DocumentKinds.guess("https://v.example/12", PDF, title, "Bonjour"))
                .isEqualTo(kind);
    }

    /** It names the minutes that are to be approved, and is none. */
    @ParameterizedTest
    @CsvSource({
        "CONSEIL MUNICIPAL DU 21 MARS ORDRE DU JOUR 1. Approbation du procès-verbal de la séance du 7 février,AUTRE",
        "Commune de Valmont Ordre du jour : approbation du compte rendu du conseil du 7 février,AUTRE",
        "Procès-verbal de la séance du 21 mars. Ordre du jour : 1. Budget,PROCES_VERBAL",
        "Séance du 21 mars. Présents : 12. Ordre du jour. Le procès-verbal de la séance du 7 février est adopté,PROCES_VERBAL",
    })
    void anAgendaIsNoMinutes(String text, DocumentKind kind) {
        assertThat(DocumentKinds.guess("https://v.example/doc/odj.pdf", PDF, null, text))
                .isEqualTo(kind);
    }

    @Test
    void addressSaysItLast() {
        assertThat(DocumentKinds.guess("https://v.example/deliberations/2024-12.pdf", PDF, null, ""))
                .isEqualTo(DocumentKind.DELIBERATION);
        assertThat(DocumentKinds.guess("https://deliberations.example/12.pdf", PDF, null, ""))
                .isEqualTo(DocumentKind.AUTRE);
    }

    @Test
    void listOfMinutesIsNoMinutes() {
        assertThat(DocumentKinds.guess(
                        "https://v.example/conseil", HTML, "Vie municipale", "Procès-verbal de la séance du 3 mars"))
                .isEqualTo(DocumentKind.AUTRE);
        assertThat(DocumentKinds.guess("https://v.example/deliberations/", HTML, "Délibérations, page 2", ""))
                .isEqualTo(DocumentKind.AUTRE);
        assertThat(DocumentKinds.guess("https://v.example/deliberations/7.html", HTML, "Voirie", ""))
                .isEqualTo(DocumentKind.DELIBERATION);
    }

    @Test
    void amendmentOfTheBudgetIsNoDecisionOfTheMayor() {
        assertThat(DocumentKinds.guess("https://v.example/deliberations/12.pdf", PDF, "Décision modificative n° 1", ""))
                .isEqualTo(DocumentKind.DELIBERATION);
    }
}
