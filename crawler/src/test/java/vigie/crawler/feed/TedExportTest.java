package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.crawler.SharedCases;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;

class TedExportTest {

    private static final String AWARD = """
            <TED_EXPORT xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/publication" DOC_ID="008441-2021">
            <CODED_DATA_SECTION><REF_OJS><DATE_PUB>20210108</DATE_PUB></REF_OJS><NOTICE_DATA>
             <ORIGINAL_CPV CODE="32323500">Video</ORIGINAL_CPV><REF_NOTICE><NO_DOC_OJS>2020/S 255-043354</NO_DOC_OJS></REF_NOTICE>
            </NOTICE_DATA></CODED_DATA_SECTION>
            <FORM_SECTION>
            <F03_2014 CATEGORY="ORIGINAL" FORM="F03" LG="DE"><OBJECT_CONTRACT><TITLE><P>Bildanalyse</P></TITLE></OBJECT_CONTRACT></F03_2014>
            <F03_2014 CATEGORY="TRANSLATION" FORM="F03" LG="FR">
             <CONTRACTING_BODY><ADDRESS_CONTRACTING_BODY><OFFICIALNAME>Ville de Valmont</OFFICIALNAME><NATIONALID>21760719100012</NATIONALID>
              <TOWN>Valmont</TOWN><POSTAL_CODE>76540</POSTAL_CODE><COUNTRY VALUE="FR"/><CONTACT_POINT>Camille Dupont</CONTACT_POINT></ADDRESS_CONTRACTING_BODY></CONTRACTING_BODY>
             <OBJECT_CONTRACT><TITLE><P>Analyse d'images</P></TITLE><SHORT_DESCR><P>Marché n<FT TYPE="SUP">o</FT> 7</P></SHORT_DESCR>
              <OBJECT_DESCR><LOT_NO>1</LOT_NO><TITLE><P>Logiciel</P></TITLE><SHORT_DESCR><P>Licences</P></SHORT_DESCR>
               <CPV_ADDITIONAL><CPV_CODE CODE="48000000"/></CPV_ADDITIONAL><DURATION TYPE="MONTH">48</DURATION></OBJECT_DESCR></OBJECT_CONTRACT>
             <AWARD_CONTRACT><CONTRACT_NO>V-7</CONTRACT_NO><LOT_NO>1</LOT_NO><AWARDED_CONTRACT><DATE_CONCLUSION_CONTRACT>2020-11-16</DATE_CONCLUSION_CONTRACT>
              <CONTRACTORS><CONTRACTOR><ADDRESS_CONTRACTOR><OFFICIALNAME>Lueur SA</OFFICIALNAME><TOWN>Rouen</TOWN><COUNTRY VALUE="FR"/></ADDRESS_CONTRACTOR></CONTRACTOR></CONTRACTORS>
              <VALUES><VAL_TOTAL CURRENCY="EUR">63200</VAL_TOTAL></VALUES></AWARDED_CONTRACT></AWARD_CONTRACT>
             <AWARD_CONTRACT><LOT_NO>2</LOT_NO><NO_AWARDED_CONTRACT><PROCUREMENT_UNSUCCESSFUL/></NO_AWARDED_CONTRACT></AWARD_CONTRACT>
            </F03_2014></FORM_SECTION></TED_EXPORT>
            """;

    private final TedExport reader = new TedExport();

    @Test
    void frenchFormIsReadWithBuyerAndHolder() throws Exception {
        EformsNotice.Read read = read(AWARD);

        Notice notice = read.notice();
        assertThat(read.remarks()).isEmpty();
        assertThat(notice.number()).isEqualTo("8441-2021");
        assertThat(notice.kind()).isEqualTo(DocumentKind.AVIS_ATTRIBUTION);
        assertThat(notice.published()).isEqualTo(PartialDate.parse("2021-01-08"));
        assertThat(notice.title()).isEqualTo("Analyse d'images");
        assertThat(notice.buyers()).containsExactly(new Party("Ville de Valmont", "21760719100012", "Valmont", "76"));
        assertThat(notice.awards())
                .containsExactly(
                        new Award(
                                "1",
                                "V-7",
                                List.of(new Party("Lueur SA", null, "Rouen", null)),
                                new Sum(new BigDecimal("63200"), "EUR", "HT"),
                                PartialDate.parse("2020-11-16"),
                                null,
                                null),
                        new Award("2", null, List.of(), null, null, null, "Marché non attribué"));
        assertThat(notice.more()).contains(new Line("Durée", "48 mois"));
        assertThat(notice.earlier()).containsExactly("43354-2020");
        assertThat(notice.cpv()).containsExactly("32323500");
        assertThat(notice.toString()).doesNotContain("Dupont");
    }

    @Test
    void formsOfTheOlderSchemaAreRead() throws Exception {
        Notice notice = read("""
                <TED_EXPORT DOC_ID="012345-2014"><FORM_SECTION><CONTRACT_AWARD CATEGORY="ORIGINAL" FORM="3" LG="FR"><FD_CONTRACT_AWARD>
                <CONTRACTING_AUTHORITY_INFORMATION_CONTRACT_AWARD><NAME_ADDRESSES_CONTACT_CONTRACT_AWARD><CA_CE_CONCESSIONAIRE_PROFILE>
                 <ORGANISATION><OFFICIALNAME>Ville de Valmont</OFFICIALNAME></ORGANISATION><TOWN>Valmont</TOWN><POSTAL_CODE>76540</POSTAL_CODE><COUNTRY VALUE="FR"/>
                </CA_CE_CONCESSIONAIRE_PROFILE></NAME_ADDRESSES_CONTACT_CONTRACT_AWARD></CONTRACTING_AUTHORITY_INFORMATION_CONTRACT_AWARD>
                <OBJECT_CONTRACT_INFORMATION_CONTRACT_AWARD_NOTICE><DESCRIPTION_AWARD_NOTICE_INFORMATION><TITLE_CONTRACT><P>Vidéoprotection</P></TITLE_CONTRACT>
                </DESCRIPTION_AWARD_NOTICE_INFORMATION></OBJECT_CONTRACT_INFORMATION_CONTRACT_AWARD_NOTICE>
                <AWARD_OF_CONTRACT><CONTRACT_NUMBER>V-1</CONTRACT_NUMBER><CONTRACT_AWARD_DATE><DAY>7</DAY><MONTH>2</MONTH><YEAR>2014</YEAR></CONTRACT_AWARD_DATE>
                 <ECONOMIC_OPERATOR_NAME_ADDRESS><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME><ORGANISATION><OFFICIALNAME>Lueur SA</OFFICIALNAME></ORGANISATION>
                 </CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></ECONOMIC_OPERATOR_NAME_ADDRESS><CONTRACT_VALUE_INFORMATION><COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE CURRENCY="EUR">
                 <VALUE_COST FMTVAL="63200.00">63 200</VALUE_COST><EXCLUDING_VAT/></COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE></CONTRACT_VALUE_INFORMATION></AWARD_OF_CONTRACT>
                </FD_CONTRACT_AWARD></CONTRACT_AWARD></FORM_SECTION></TED_EXPORT>
                """).notice();
        assertThat(notice.title()).isEqualTo("Vidéoprotection");
        assertThat(notice.buyers()).containsExactly(new Party("Ville de Valmont", null, "Valmont", "76"));
        assertThat(notice.awards())
                .containsExactly(new Award(
                        null,
                        "V-1",
                        List.of(new Party("Lueur SA", null, null, null)),
                        new Sum(new BigDecimal("63200.00"), "EUR", "HT"),
                        PartialDate.parse("2014-02-07"),
                        null,
                        null));
    }

    /** Names and nesting as in R2.0.8: sections are called after their form, fields are not. */
    @Test
    void contractNoticeOfTheOlderSchemaIsReadWithLotsEstimateAndDeadline() throws Exception {
        EformsNotice.Read read = read("""
                <TED_EXPORT DOC_ID="012345-2014"><FORM_SECTION><CONTRACT CATEGORY="ORIGINAL" FORM="2" LG="FR"><FD_CONTRACT CTYPE="SUPPLIES">
                <CONTRACTING_AUTHORITY_INFORMATION><NAME_ADDRESSES_CONTACT_CONTRACT><CA_CE_CONCESSIONAIRE_PROFILE>
                 <ORGANISATION><OFFICIALNAME>Ville de Valmont</OFFICIALNAME></ORGANISATION><TOWN>Valmont</TOWN></CA_CE_CONCESSIONAIRE_PROFILE></NAME_ADDRESSES_CONTACT_CONTRACT>
                 <TYPE_AND_ACTIVITIES_AND_PURCHASING_ON_BEHALF><PURCHASING_ON_BEHALF><PURCHASING_ON_BEHALF_YES><CONTACT_DATA_OTHER_BEHALF_CONTRACTING_AUTORITHY>
                  <ORGANISATION><OFFICIALNAME>Ville de Clairbourg</OFFICIALNAME></ORGANISATION></CONTACT_DATA_OTHER_BEHALF_CONTRACTING_AUTORITHY>
                 </PURCHASING_ON_BEHALF_YES></PURCHASING_ON_BEHALF></TYPE_AND_ACTIVITIES_AND_PURCHASING_ON_BEHALF></CONTRACTING_AUTHORITY_INFORMATION>
                <OBJECT_CONTRACT_INFORMATION><DESCRIPTION_CONTRACT_INFORMATION><TITLE_CONTRACT><P>Caméras</P></TITLE_CONTRACT>
                 <LOCATION_NUTS><LOCATION><P>Valmont</P></LOCATION></LOCATION_NUTS><SHORT_CONTRACT_DESCRIPTION><P>Fourniture</P></SHORT_CONTRACT_DESCRIPTION>
                 <F02_DIVISION_INTO_LOTS><F02_DIV_INTO_LOT_YES><F02_ANNEX_B><LOT_NUMBER>1</LOT_NUMBER><LOT_TITLE><P>Pose</P></LOT_TITLE><LOT_DESCRIPTION><P>Mâts</P></LOT_DESCRIPTION>
                  <CPV><CPV_MAIN><CPV_CODE CODE="32323500"/></CPV_MAIN></CPV><NATURE_QUANTITY_SCOPE><COSTS_RANGE_AND_CURRENCY CURRENCY="EUR"><VALUE_COST FMTVAL="9000.00">9 000</VALUE_COST></COSTS_RANGE_AND_CURRENCY></NATURE_QUANTITY_SCOPE></F02_ANNEX_B></F02_DIV_INTO_LOT_YES></F02_DIVISION_INTO_LOTS></DESCRIPTION_CONTRACT_INFORMATION>
                 <QUANTITY_SCOPE><NATURE_QUANTITY_SCOPE><TOTAL_QUANTITY_OR_SCOPE><P>40 caméras</P></TOTAL_QUANTITY_OR_SCOPE><COSTS_RANGE_AND_CURRENCY CURRENCY="EUR"><VALUE_COST FMTVAL="80000.00">80 000</VALUE_COST></COSTS_RANGE_AND_CURRENCY></NATURE_QUANTITY_SCOPE></QUANTITY_SCOPE>
                 <PERIOD_WORK_DATE_STARTING><MONTHS>48</MONTHS></PERIOD_WORK_DATE_STARTING></OBJECT_CONTRACT_INFORMATION>
                <PROCEDURE_DEFINITION_CONTRACT_NOTICE><ADMINISTRATIVE_INFORMATION_CONTRACT_NOTICE><FILE_REFERENCE_NUMBER><P>V-2</P></FILE_REFERENCE_NUMBER>
                 <PREVIOUS_PUBLICATION_INFORMATION_NOTICE_F2><NOTICE_NUMBER_OJ>2013/S 055-043354</NOTICE_NUMBER_OJ></PREVIOUS_PUBLICATION_INFORMATION_NOTICE_F2>
                 <RECEIPT_LIMIT_DATE><DAY>3</DAY><MONTH>4</MONTH><YEAR>2014</YEAR><TIME>12:00</TIME></RECEIPT_LIMIT_DATE></ADMINISTRATIVE_INFORMATION_CONTRACT_NOTICE></PROCEDURE_DEFINITION_CONTRACT_NOTICE>
                <COMPLEMENTARY_INFORMATION_CONTRACT_NOTICE><ADDITIONAL_INFORMATION><P>Visite obligatoire</P></ADDITIONAL_INFORMATION></COMPLEMENTARY_INFORMATION_CONTRACT_NOTICE>
                </FD_CONTRACT></CONTRACT></FORM_SECTION></TED_EXPORT>
                """);
        Notice notice = read.notice();
        assertThat(read.remarks()).isEmpty();
        assertThat(notice.kind()).isEqualTo(DocumentKind.AVIS_DE_MARCHE);
        assertThat(notice.buyers())
                .containsExactly(
                        new Party("Ville de Valmont", null, "Valmont", null),
                        new Party("Ville de Clairbourg", null, null, null));
        assertThat(notice.estimate()).isEqualTo(new Sum(new BigDecimal("80000.00"), "EUR", null));
        assertThat(notice.lots())
                .containsExactly(new Notice.Lot(
                        "1", "Pose", "Mâts", new Sum(new BigDecimal("9000.00"), "EUR", null), List.of("32323500")));
        assertThat(notice.earlier()).containsExactly("43354-2013");
        assertThat(notice.metadata()).containsEntry("deadline", "2014-04-03T12:00");
        assertThat(notice.more())
                .contains(
                        new Line("Référence", "V-2"),
                        new Line("Étendue", "40 caméras"),
                        new Line("Lieu d'exécution", "Valmont"),
                        new Line("Durée", "48 mois"),
                        new Line("Renseignements", "Visite obligatoire"));
    }

    @Test
    void awardsOfUtilitiesAndOfNoticesWithoutCompetitionAreReadThoughTheirSectionsHaveOtherNames() throws Exception {
        Notice utilities = read("""
                <TED_EXPORT DOC_ID="012346-2014"><FORM_SECTION><CONTRACT_AWARD_UTILITIES CATEGORY="ORIGINAL" FORM="6" LG="FR"><FD_CONTRACT_AWARD_UTILITIES>
                <CONTRACTING_ENTITY_CONTRACT_AWARD_UTILITIES><NAME_ADDRESSES_CONTACT_CONTRACT_AWARD_UTILITIES><CA_CE_CONCESSIONAIRE_PROFILE>
                 <ORGANISATION><OFFICIALNAME>Régie de Valmont</OFFICIALNAME></ORGANISATION></CA_CE_CONCESSIONAIRE_PROFILE></NAME_ADDRESSES_CONTACT_CONTRACT_AWARD_UTILITIES></CONTRACTING_ENTITY_CONTRACT_AWARD_UTILITIES>
                <OBJECT_CONTRACT_AWARD_UTILITIES><TITLE_CONTRACT><P>Caméras du tramway</P></TITLE_CONTRACT><SHORT_DESCRIPTION><P>Pose</P></SHORT_DESCRIPTION></OBJECT_CONTRACT_AWARD_UTILITIES>
                <AWARD_CONTRACT_CONTRACT_AWARD_UTILITIES><AWARD_AND_CONTRACT_VALUE><CONTRACT_NO>T-1</CONTRACT_NO><LOT_NUMBER>1</LOT_NUMBER><LOT_NUMBER>2</LOT_NUMBER><TITLE_CONTRACT><P>Lot</P></TITLE_CONTRACT>
                 <DATE_OF_CONTRACT_AWARD><DAY>7</DAY><MONTH>2</MONTH><YEAR>2014</YEAR></DATE_OF_CONTRACT_AWARD>
                 <CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME_CHP><ORGANISATION><OFFICIALNAME>Lueur SA</OFFICIALNAME></ORGANISATION></CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME_CHP>
                 <CONTRACT_VALUE_INFORMATION><COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE CURRENCY="EUR"><RANGE_VALUE_COST><LOW_VALUE FMTVAL="10.00">10</LOW_VALUE><HIGH_VALUE FMTVAL="20.00">20</HIGH_VALUE></RANGE_VALUE_COST><EXCLUDING_VAT/></COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE></CONTRACT_VALUE_INFORMATION>
                </AWARD_AND_CONTRACT_VALUE></AWARD_CONTRACT_CONTRACT_AWARD_UTILITIES></FD_CONTRACT_AWARD_UTILITIES></CONTRACT_AWARD_UTILITIES></FORM_SECTION></TED_EXPORT>
                """).notice();
        assertThat(utilities.title()).isEqualTo("Caméras du tramway");
        assertThat(utilities.description()).isEqualTo("Pose");
        assertThat(utilities.awards())
                .containsExactly(new Award(
                        "1, 2",
                        "T-1",
                        List.of(new Party("Lueur SA", null, null, null)),
                        null,
                        PartialDate.parse("2014-02-07"),
                        null,
                        null));
        assertThat(utilities.more())
                .contains(new Line("Montant, de l'offre la plus basse à la plus élevée", "10 € HT, 20 € HT"));

        Notice direct = read("""
                <TED_EXPORT DOC_ID="012347-2014"><FORM_SECTION><VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE CATEGORY="ORIGINAL" FORM="15" LG="FR"><FD_VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE>
                <CONTRACTING_AUTHORITY_VEAT><NAME_ADDRESSES_CONTACT_VEAT><CA_CE_CONCESSIONAIRE_PROFILE><ORGANISATION><OFFICIALNAME>Ville de Valmont</OFFICIALNAME></ORGANISATION></CA_CE_CONCESSIONAIRE_PROFILE></NAME_ADDRESSES_CONTACT_VEAT></CONTRACTING_AUTHORITY_VEAT>
                <OBJECT_VEAT><DESCRIPTION_VEAT><TITLE_CONTRACT><P>Logiciel</P></TITLE_CONTRACT><SHORT_CONTRACT_DESCRIPTION><P>Analyse d'images</P></SHORT_CONTRACT_DESCRIPTION></DESCRIPTION_VEAT>
                 <TOTAL_FINAL_VALUE><COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE CURRENCY="EUR"><VALUE_COST FMTVAL="63200.00">63 200</VALUE_COST><INCLUDING_VAT/></COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE></TOTAL_FINAL_VALUE></OBJECT_VEAT>
                <PROCEDURE_DEFINITION_VEAT><REASON_CONTRACT_LAWFUL><P>Droits exclusifs</P></REASON_CONTRACT_LAWFUL></PROCEDURE_DEFINITION_VEAT>
                <AWARD_OF_CONTRACT_DEFENCE><CONTRACT_NUMBER>V-3</CONTRACT_NUMBER><ECONOMIC_OPERATOR_NAME_ADDRESS><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME><ORGANISATION><OFFICIALNAME>Lueur SA</OFFICIALNAME></ORGANISATION></CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></ECONOMIC_OPERATOR_NAME_ADDRESS></AWARD_OF_CONTRACT_DEFENCE>
                </FD_VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE></VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE></FORM_SECTION></TED_EXPORT>
                """).notice();
        assertThat(direct.description()).isEqualTo("Analyse d'images");
        assertThat(direct.awards()).extracting(Award::contract).containsExactly("V-3");
        assertThat(direct.more())
                .containsExactly(
                        new Line("Montant total", "63200 € TTC"),
                        new Line("Procédure sans publicité, justification", "Droits exclusifs"));
    }

    /** A framework's estimate stands apart, and what nobody gave is no offer. */
    @Test
    void estimateOfAFrameworkAgreementIsNoOffer() throws Exception {
        EformsNotice.Read read = read("""
                <TED_EXPORT DOC_ID="012348-2014"><FORM_SECTION><CONTRACT CATEGORY="ORIGINAL" FORM="2" LG="FR"><FD_CONTRACT CTYPE="SUPPLIES">
                <OBJECT_CONTRACT_INFORMATION><DESCRIPTION_CONTRACT_INFORMATION><TITLE_CONTRACT><P>Caméras</P></TITLE_CONTRACT>
                 <NOTICE_INVOLVES><ESTABLISHMENT_FRAMEWORK_AGREEMENT/></NOTICE_INVOLVES><F02_FRAMEWORK><SINGLE_OPERATOR/><DURATION_FRAMEWORK_YEAR>2</DURATION_FRAMEWORK_YEAR>
                 <TOTAL_ESTIMATED><COSTS_RANGE_AND_CURRENCY CURRENCY="EUR"><VALUE_COST FMTVAL="90000.00">90 000</VALUE_COST></COSTS_RANGE_AND_CURRENCY></TOTAL_ESTIMATED></F02_FRAMEWORK>
                 <SHORT_CONTRACT_DESCRIPTION><P>Fourniture</P></SHORT_CONTRACT_DESCRIPTION></DESCRIPTION_CONTRACT_INFORMATION></OBJECT_CONTRACT_INFORMATION>
                </FD_CONTRACT></CONTRACT></FORM_SECTION></TED_EXPORT>
                """);
        assertThat(read.notice().estimate()).isEqualTo(new Sum(new BigDecimal("90000.00"), "EUR", null));
        assertThat(read.notice().more()).isEmpty();
        assertThat(read.remarks()).isEmpty();
    }

    /** Names and nesting as in real notices of R2.0.8, words are made up. */
    @Test
    void contestsAreReadWithTheirTitlesAndWinners() throws Exception {
        EformsNotice.Read contest = read("""
                <TED_EXPORT DOC_ID="012349-2013"><FORM_SECTION><DESIGN_CONTEST CATEGORY="ORIGINAL" FORM="12" LG="FR"><FD_DESIGN_CONTEST><NOTICE_COVERED VALUE="DIRECTIVE_2004_18"/>
                <AUTHORITY_ENTITY_DESIGN_CONTEST><NAME_ADDRESSES_CONTACT_DESIGN_CONTEST><CA_CE_CONCESSIONAIRE_PROFILE><ORGANISATION><OFFICIALNAME>Ville de Valmont</OFFICIALNAME></ORGANISATION><ATTENTION>Mme Dupont</ATTENTION></CA_CE_CONCESSIONAIRE_PROFILE></NAME_ADDRESSES_CONTACT_DESIGN_CONTEST></AUTHORITY_ENTITY_DESIGN_CONTEST>
                <OBJECT_DESIGN_CONTEST><TITLE_DESIGN_CONTACT_NOTICE><P>Centre de supervision</P></TITLE_DESIGN_CONTACT_NOTICE><SHORT_DESCRIPTION_CONTRACT><P>Bâtiment neuf</P></SHORT_DESCRIPTION_CONTRACT><CPV><CPV_MAIN><CPV_CODE CODE="71000000"/></CPV_MAIN></CPV></OBJECT_DESIGN_CONTEST>
                <PROCEDURES_DESIGN_CONTEST><REWARDS_JURY><MEMBERS_NAMES><MEMBERS_NAME><ORDER>1</ORDER><NAME>Mme Dupont</NAME></MEMBERS_NAME></MEMBERS_NAMES></REWARDS_JURY></PROCEDURES_DESIGN_CONTEST>
                </FD_DESIGN_CONTEST></DESIGN_CONTEST></FORM_SECTION></TED_EXPORT>
                """);
        assertThat(contest.remarks()).isEmpty();
        assertThat(contest.notice().title()).isEqualTo("Centre de supervision");
        assertThat(contest.notice().description()).isEqualTo("Bâtiment neuf");
        assertThat(contest.notice().toString()).doesNotContain("Dupont");

        EformsNotice.Read result = read("""
                <TED_EXPORT DOC_ID="012350-2013"><FORM_SECTION><RESULT_DESIGN_CONTEST CATEGORY="ORIGINAL" FORM="13" LG="FR"><FD_RESULT_DESIGN_CONTEST>
                <AUTHORITY_ENTITY_RESULT_DESIGN_CONTEST><CA_CE_CONCESSIONAIRE_PROFILE><ORGANISATION><OFFICIALNAME>Ville de Valmont</OFFICIALNAME></ORGANISATION></CA_CE_CONCESSIONAIRE_PROFILE></AUTHORITY_ENTITY_RESULT_DESIGN_CONTEST>
                <OBJECT_RESULT_DESIGN_CONTEST><TITLE_RESULT_DESIGN_CONTEST><P>Centre de supervision</P></TITLE_RESULT_DESIGN_CONTEST><DESCRIPTION><P>Bâtiment neuf</P></DESCRIPTION></OBJECT_RESULT_DESIGN_CONTEST>
                <PROCEDURES_RESULT_DESIGN_CONTEST><PREVIOUS_PUBLICATION_OJ><NOTICE_NUMBER_OJ>2013/S 055-043354</NOTICE_NUMBER_OJ></PREVIOUS_PUBLICATION_OJ></PROCEDURES_RESULT_DESIGN_CONTEST>
                <RESULTS_CONTEST_RESULT_DESIGN_CONTEST><RESULT_CONTEST ITEM="1"><CONTEST_NUMBER>C-1</CONTEST_NUMBER><CONTEST_TITLE><P>Maîtrise d'œuvre</P></CONTEST_TITLE><AWARD_PRIZES><PARTICIPANTS_NUMBER>3</PARTICIPANTS_NUMBER><FOREIGN_PARTICIPANTS_NUMBER>0</FOREIGN_PARTICIPANTS_NUMBER>
                 <NAME_ADDRESS_WINNER><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME><ORGANISATION><OFFICIALNAME>Atelier Clair</OFFICIALNAME></ORGANISATION><TOWN>Rouen</TOWN><COUNTRY VALUE="FR"/></CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></NAME_ADDRESS_WINNER></AWARD_PRIZES>
                 <PRIZE_VALUE CURRENCY="EUR" FMTVAL="33000.50">33 000,50</PRIZE_VALUE></RESULT_CONTEST></RESULTS_CONTEST_RESULT_DESIGN_CONTEST></FD_RESULT_DESIGN_CONTEST></RESULT_DESIGN_CONTEST></FORM_SECTION></TED_EXPORT>
                """);
        assertThat(result.remarks()).isEmpty();
        assertThat(result.notice().title()).isEqualTo("Centre de supervision");
        assertThat(result.notice().earlier()).containsExactly("43354-2013");
        assertThat(result.notice().awards())
                .containsExactly(new Award(
                        null, "C-1", List.of(new Party("Atelier Clair", null, "Rouen", null)), null, null, null, null));
        assertThat(result.notice().more())
                .containsExactlyInAnyOrder(
                        new Line("Intitulé du marché", "Maîtrise d'œuvre"), new Line("Prime du concours", "33000.5 €"));
    }

    @Test
    void systemsOfQualificationAndBuyersProfilesAreReadWithTheirTitles() throws Exception {
        for (String[] names : new String[][] {
            {
                "QUALIFICATION_SYSTEM_UTILITIES",
                "7",
                "OBJECT_QUALIFICATION_SYSTEM",
                "TITLE_QUALIFICATION_SYSTEM",
                "DESCRIPTION"
            },
            {
                "BUYER_PROFILE",
                "8",
                "OBJECT_NOTICE_BUYER_PROFILE",
                "TITLE_NOTICE_BUYER_PROFILE",
                "SHORT_DESCRIPTION_CONTRACT"
            }
        }) {
            EformsNotice.Read read = read("""
                    <TED_EXPORT DOC_ID="012351-2013"><FORM_SECTION><%1$s CATEGORY="ORIGINAL" FORM="%2$s" LG="FR"><FD_%1$s><%3$s><%4$s><P>Titre</P></%4$s><TYPE_CONTRACT VALUE="SERVICES"/><%5$s><P>Caméras</P></%5$s></%3$s></FD_%1$s></%1$s></FORM_SECTION></TED_EXPORT>
                    """.formatted((Object[]) names));
            assertThat(read.notice().title()).isEqualTo("Titre");
            assertThat(read.notice().description()).isEqualTo("Caméras");
            assertThat(read.remarks()).isEmpty();
        }
    }

    /** That section is spelt in two ways, and firms stand with and without an element for their name. */
    @Test
    void whoGetsAContractWithoutCompetitionIsReadInBothSpellings() throws Exception {
        for (String section : List.of("AWARD_OF_CONTRACT_DEFENCE", "AWARD_OF_CONTRACT_DEFENSE")) {
            Notice notice = read("""
                    <TED_EXPORT DOC_ID="012352-2011"><FORM_SECTION><VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE CATEGORY="ORIGINAL" FORM="15" LG="FR"><FD_VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE>
                    <%1$s><ECONOMIC_OPERATOR_NAME_ADDRESS><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME><ORGANISATION>Lueur SA</ORGANISATION><TOWN>Rouen</TOWN></CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></ECONOMIC_OPERATOR_NAME_ADDRESS></%1$s>
                    </FD_VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE></VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE></FORM_SECTION></TED_EXPORT>
                    """.formatted(section)).notice();
            assertThat(notice.awards())
                    .singleElement()
                    .extracting(Award::holders)
                    .isEqualTo(List.of(new Party("Lueur SA", null, "Rouen", null)));
        }
    }

    @Test
    void unknownFormsAndFieldsAreTold() throws Exception {
        assertThat(read(AWARD.replace("FORM=\"F03\"", "FORM=\"F99\"")
                                .replace("<CONTRACT_NO>", "<NOVELTY>x</NOVELTY><CONTRACT_NO>"))
                        .remarks())
                .contains(
                        new Remark("unknown-value", "'F99' is no form of TED that we know"),
                        new Remark("field-left-over", "nobody reads AWARD_CONTRACT/NOVELTY"));
    }

    @Test
    void fileWithoutFormIsNoNotice() {
        assertThatThrownBy(() -> read("<TED_EXPORT/>")).isInstanceOf(ShapeException.class);
    }

    @Test
    void everyRealNoticeIsReadToTheLastField() throws Exception {
        List<Path> files = SharedCases.files("corpus/ted").stream()
                .filter(file -> file.getFileName().toString().startsWith("ted_export"))
                .toList();
        assertThat(files).hasSizeGreaterThan(10);
        for (Path file : files) {
            EformsNotice.Read read = reader.read(XmlElements.read(Files.readAllBytes(file)), "Avis TED n°");
            assertThat(read.remarks()).as("%s", file).isEmpty();
            assertThat(read.notice().buyers()).as("%s", file).isNotEmpty();
            assertThat(read.notice().title()).as("%s", file).isNotEqualTo("sans objet");
        }
    }

    private EformsNotice.Read read(String xml) throws ShapeException {
        return reader.read(XmlElements.read(xml.getBytes(StandardCharsets.UTF_8)), "Avis TED n°");
    }
}
