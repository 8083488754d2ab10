package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vigie.model.Amount;
import vigie.model.Contract;
import vigie.model.Json;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.TieRule;

class RenderTest {

    private final Texts french = new Texts(Locale.FRENCH);
    private final Texts english = new Texts(Locale.ENGLISH);

    @Test
    void pageSaysWhatWasFoundWithItsProof() {
        String html = new HtmlReport(french).render(SampleReport.full());

        assertThat(html)
                .contains("<html lang=\"fr\">")
                .contains("Un dossier de vidéosurveillance algorithmique est documenté à Val-Moreau-l’Imaginaire")
                .contains("Guetteur &amp; Cie, en service depuis janvier 2024")
                .containsPattern("<a href=\"#c-[0-9a-f]{16}\">\\[1\\]</a>")
                .containsPattern("<li id=\"c-[0-9a-f]{16}\" value=\"3\"")
                .contains("http://ville.example/actes/pv-2023-06-30.pdf?a=1&amp;b=2")
                .contains("SHA-256")
                .contains("20260302073000.warc.gz@4711");
    }

    @Test
    void quotesAreVerbatimAndNeverMarkup() {
        assertThat(new HtmlReport(french).render(SampleReport.full()))
                .contains("la fourniture du logiciel &lt;Guetteur&gt;,\nau prix de 63 200 € HT.")
                .doesNotContain("<Guetteur>");
    }

    @Test
    void extractsFlowButKeepTheirParagraphs() {
        CityPage page = new CityPage(SampleReport.full(), french);
        assertThat(page.flowing("la fourniture,\nl'installation et un coût\nde 7 €.\nObjet : voirie\n\n12. Suite"))
                .isEqualTo("la fourniture, l'installation et un coût de 7 €.\nObjet : voirie\n\n12. Suite");
        assertThat(new HtmlReport(french).render(SampleReport.full()))
                .contains("<p>Le conseil, après délibération,</p>");
    }

    @Test
    void denialIsNotToldAsUse() {
        String html = new HtmlReport(french).render(SampleReport.full());
        assertThat(html).contains("nié\u00a0: en service");
        assertThat(html).contains("technologies voisines").contains("reconnaissance faciale, nié\u00a0: en service");
    }

    @Test
    void denialBesideACaseIsNotCountedAsOne() {
        assertThat(new MarkdownReport(french).render(SampleReport.deniedToo()))
                .contains("Un dossier de vidéosurveillance algorithmique est documenté à Val-Moreau-l’Imaginaire")
                .contains("évoquent encore\u00a0: Guetteur & Cie, nié\u00a0: en service");
    }

    @Test
    void townThatOnlyDeniesIsNotSaidToHaveACase() {
        assertThat(new HtmlReport(french).render(SampleReport.denied()))
                .contains(
                        "Les documents lus n’évoquent la vidéosurveillance algorithmique à Val-Moreau-l’Imaginaire que"
                                + " pour la nier.")
                .contains("nié\u00a0: en service")
                .doesNotContain("documenté à");
        assertThat(new MarkdownReport(english).render(SampleReport.denied()))
                .contains("mention algorithmic video surveillance in Val-Moreau-l’Imaginaire only to deny it.")
                .doesNotContain("documented in");
    }

    @Test
    void claimWithoutDateStandsAtThatOfItsDocument() {
        assertThat(new CityPage(SampleReport.full(), french).timeline())
                .extracting(CityPage.Point::date)
                .containsExactly("30 juin 2023", "acte du 30 juin 2023", "janvier 2024");
    }

    @Test
    void nothingFoundIsNotNothingThere() {
        String html = new HtmlReport(french).render(SampleReport.empty());
        assertThat(html)
                .contains("Aucun logiciel de vidéosurveillance algorithmique n’a été trouvé")
                .contains("les 112 documents lus")
                .contains("n’ont pas pu être lus")
                .contains("ne prouve pas")
                .contains("31 documents sont des images sans texte")
                .contains("Une source n’a pas répondu\u00a0: Préfecture")
                .doesNotContain("id=\"deployments\"");
    }

    @Test
    void pageAsksForNothingFromOutside() {
        String html = new HtmlReport(french).render(SampleReport.full());
        assertThat(Pattern.compile("(src|@import|url\\()").matcher(html).find()).isFalse();
    }

    @Test
    void contractsAreShownOnceWithTheirSumsAndCitations() {
        String html = new HtmlReport(french).render(SampleReport.full());
        assertThat(html)
                .contains("id=\"contracts\"")
                .contains("n° 2023-014, lot 2, acheteur\u00a0: CC des &lt;Songes&gt;")
                .contains("63\u202f200\u00a0€\u00a0HT<br/>5\u202f760\u00a0€\u00a0TTC<br/>")
                .contains("48 mois, jusqu’au 30 juin 2027")
                .contains("Acheté ne veut pas dire en service");
        assertThat(new MarkdownReport(english).render(SampleReport.full()))
                .contains("## Contracts")
                .contains("| no. 2023-014, lot 2, buyer: CC des \\<Songes\\> | Guetteur & Cie | Lueur & Fils |")
                .contains(
                        "| 30 June 2023 | 48 months, until 30 June 2027; ends on 30 June 2027, in 15 months | [1] | [2] | [1] [2] |");
        assertThat(new HtmlReport(french).render(SampleReport.empty())).doesNotContain("id=\"contracts\"");
    }

    @Test
    void findingsAreToldInPlainWords() {
        CityPage page = new CityPage(SampleReport.full(), french);
        assertThat(page.told(SampleReport.full().findings().get(0)))
                .isEqualTo(
                        "Guetteur & Cie (vidéosurveillance algorithmique), en service depuis janvier 2024\u00a0; "
                                + "installé par Lueur & Fils\u00a0; pour 63\u202f200\u00a0€\u00a0HT\u00a0; fonctions nommées\u00a0: Intrusion.");
        assertThat(page.certainty(SampleReport.full().findings().get(0)))
                .isEqualTo("Certitude\u00a0: très probable (91\u00a0%)\u00a0; non relu.");
    }

    @Test
    void votesAreToldInNumbers() {
        assertThat(new MarkdownReport(french).render(SampleReport.full()))
                .contains("27 pour, 4 contre, une abstention");
        assertThat(new MarkdownReport(english).render(SampleReport.full()))
                .contains("27 for, 4 against, one abstention");
        assertThat(new HtmlReport(french).render(SampleReport.full()))
                .contains("<td data-label=\"Résultat\">27 pour, 4 contre, une abstention</td>");
        assertThat(new CityCsv().render(SampleReport.full())).contains(",false,27,4,1,");
    }

    @Test
    void everySectionIsInEveryForm() {
        String html = new HtmlReport(french).render(SampleReport.full());
        String markdown = new MarkdownReport(french).render(SampleReport.full());
        for (String text : List.of(
                "Constats",
                "Contradictions",
                "prend fin le 30 juin 2027, dans 15 mois",
                "questions à vérifier",
                "Loi imaginaire, art. 1er",
                "du 21 mai 2023 au 31 mars 2025",
                "entrée non vérifiée",
                "date inconnue",
                "Documents à demander",
                "analyse d’impact (AIPD)",
                "Annexe",
                "après délibération",
                "«\u00a0Très probable\u00a0»")) {
            assertThat(html).as(text).contains(text);
            assertThat(markdown).as(text).contains(text);
        }
        assertThat(html).contains("&lt;analyse&gt;-t-il").doesNotContain("<analyse>");
    }

    @Test
    void letterAsksForWhatIsMissingAndLeavesOnlyTheSenderOpen() {
        Letter letter = Letter.of(SampleReport.full());
        String text = new LetterReport().markdown(letter);
        assertThat(text)
                .contains("art. L311-1")
                .contains("R\\*311-12 et R\\*311-13")
                .contains("R343-1")
                .contains("analyse d’impact")
                .contains("contrats, avec l’acte d’engagement et ses annexes\u00a0: n° 2023-014, lot 2")
                .contains("titulaire\u00a0: Lueur & Fils")
                .contains("délibération ou décision\u00a0: Procès-verbal du conseil municipal (30 juin 2023)")
                .doesNotContain("avenants à ces")
                .contains("tout document qui en tient lieu.\n")
                .containsPattern("toutes ses versions\\h;\\n")
                .doesNotContain("{0}");
        assertThat(Pattern.compile("\\\\\\[([^\\]]+?)\\\\\\]")
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1)))
                .containsOnly("Prénom et nom", "Adresse postale", "Adresse électronique", "Lieu", "date", "Signature");
        assertThat(new LetterReport().html(letter, false)).contains("CC des &lt;Songes&gt;");
    }

    @Test
    void tiesAreToldWithTheirReason() {
        Contract contract = SampleReport.full().contracts().get(0).contract();
        ContractTexts words = new ContractTexts(french);
        assertThat(words.tie(contract.ties().get(0)))
                .isEqualTo("c-2 et c-1\u00a0: même acheteur, même numéro de marché (2023-014)");
        for (TieRule rule : TieRule.values()) {
            assertThat(words.tie(new Contract.Tie("c-2", "c-1", rule, null))).startsWith("c-2 et c-1\u00a0: même");
        }
        assertThat(words.line(contract, "Lueur & Fils"))
                .startsWith("n° 2023-014, lot 2, acheteur\u00a0: CC des <Songes> · titulaire\u00a0: Lueur & Fils · 63");
    }

    @Test
    void markdownCannotBeForgedByQuotes() {
        String markdown = new MarkdownReport(french).render(SampleReport.full());
        assertThat(markdown)
                .startsWith("# Vidéosurveillance algorithmique à Val-Moreau-l’Imaginaire\n")
                .contains("\\<Guetteur\\>")
                .contains("| Ville <http://ville.example/> | 112 | 31 | 4 | 2 |");
    }

    @Test
    void jsonHoldsEveryField() throws Exception {
        JsonNode json = Json.mapper().readTree(new JsonReport(new Texts(Locale.FRENCH)).render(SampleReport.full()));
        assertThat(json.at("/findings/0/deployment/stage").asText()).isEqualTo("in-use");
        assertThat(json.at("/contracts/0/contract/number").asText()).isEqualTo("2023-014");
        assertThat(json.at("/citations/0/claim/evidence/page").asInt()).isEqualTo(4);
        assertThat(json.at("/citations/0/claim/because/0").asText()).isEqualTo("ce n’est plus le cas");
        assertThat(json.at("/coverage/1/lastSuccess").isNull()).isTrue();
    }

    @Test
    void englishHasEveryTextThatFrenchHas() throws Exception {
        assertThat(keys("/vigie/reports/report_en.properties")).isEqualTo(keys("/vigie/reports/report.properties"));
        assertThat(new HtmlReport(english).render(SampleReport.full()))
                .contains("<html lang=\"en\">")
                .contains("in use since January 2024");
    }

    @Test
    void everyTermHasAName() {
        for (Stage stage : Stage.values()) {
            assertThat(french.get("stage." + stage.id())).isNotEmpty();
        }
        for (Technology technology : Technology.values()) {
            assertThat(french.technology(technology)).isNotEmpty();
        }
    }

    @Test
    void datesAreOnlyAsPreciseAsKnown() {
        assertThat(french.date(PartialDate.parse("2021"))).isEqualTo("2021");
        assertThat(french.date(PartialDate.parse("2021-03"))).isEqualTo("mars 2021");
        assertThat(french.date(PartialDate.parse("2021-03-01"))).isEqualTo("1er mars 2021");
        assertThat(english.date(PartialDate.parse("2021-03-01"))).isEqualTo("1 March 2021");
    }

    @Test
    void sumsSayWhetherTaxIsIn() {
        assertThat(french.amount(Amount.euros(new BigDecimal("63200.50"), Amount.Vat.TTC)))
                .isEqualTo("63\u202f200,5\u00a0€\u00a0TTC");
        assertThat(french.amount(Amount.euros(BigDecimal.ZERO, null))).isEqualTo("0\u00a0€ (gratuit)");
    }

    private static Set<String> keys(String resource) throws Exception {
        Properties properties = new Properties();
        properties.load(RenderTest.class.getResourceAsStream(resource));
        Set<String> keys = new TreeSet<>();
        for (Enumeration<?> names = properties.propertyNames(); names.hasMoreElements(); ) {
            keys.add((String) names.nextElement());
        }
        return keys;
    }
}
