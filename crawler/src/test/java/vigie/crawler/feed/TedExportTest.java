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
