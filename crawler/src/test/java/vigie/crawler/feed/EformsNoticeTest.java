package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vigie.crawler.SharedCases;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;

class EformsNoticeTest {

    private final EformsNotice reader = new EformsNotice();

    @Test
    void buyerAndHolderAreFoundThroughTheirReferences() throws Exception {
        Notice notice = read(EformsSample.AWARD).notice();

        assertThat(notice.kind()).isEqualTo(DocumentKind.AVIS_ATTRIBUTION);
        assertThat(notice.number()).isEqualTo("123456-2024");
        assertThat(notice.published()).isEqualTo(PartialDate.parse("2024-02-27"));
        assertThat(notice.buyers()).containsExactly(new Party("Ville de Valmont", "21760719100012", "Valmont", "76"));
        assertThat(notice.awards())
                .containsExactly(
                        new Award(
                                "1",
                                "2024-07",
                                List.of(new Party("Lueur SA", "552100554", "Rouen", "76")),
                                new Sum(new BigDecimal("63200.00"), "EUR", "HT"),
                                PartialDate.parse("2024-02-05"),
                                null,
                                null),
                        new Award(
                                "2",
                                null,
                                List.of(),
                                null,
                                null,
                                null,
                                "Procédure close sans titulaire : aucune offre ni candidature reçue"));
        assertThat(notice.earlier()).containsExactly("654321-2023");
        assertThat(notice.metadata())
                .containsEntry("procedure-id", "16c06d41-2232-4907-b836-07e0ee650c42")
                .containsEntry("notice-type", "can-standard");
    }

    @Test
    void frenchIsReadWhereThereAreSeveralLanguages() throws Exception {
        Notice notice = read(EformsSample.AWARD).notice();
        assertThat(notice.title()).isEqualTo("Logiciel d'analyse d'images");
        assertThat(notice.lots()).extracting(Notice.Lot::title).containsExactly("Logiciel", "Software");
    }

    @Test
    void contactPersonsStandNowhere() throws Exception {
        assertThat(read(EformsSample.AWARD).toString())
                .doesNotContain("Dupont")
                .doesNotContain("@")
                .doesNotContain("0600000000");
    }

    @Test
    void jsonMadeOfTheXmlIsReadAlike() throws Exception {
        Element xml = XmlElements.read(EformsSample.AWARD.getBytes(StandardCharsets.UTF_8));
        Element json = Element.of(xml.name(), new JsonMapper().readTree(EformsSample.asJson(xml)));
        assertThat(reader.read(json, "Avis BOAMP n°", "24-1").notice())
                .isEqualTo(reader.read(xml, "Avis BOAMP n°", "24-1").notice());
    }

    @Test
    void whatNobodyReadsIsTold() throws Exception {
        String odd = EformsSample.AWARD.replace(
                "<cbc:RegulatoryDomain>", "<cbc:Novelty>x</cbc:Novelty><cbc:RegulatoryDomain>");
        assertThat(read(odd).remarks()).contains(new Remark("field-left-over", "nobody reads cbc:Novelty"));
    }

    @Test
    void unknownValuesAreToldNotGuessed() throws Exception {
        EformsNotice.Read read = read(EformsSample.AWARD
                .replace(">can-standard<", ">can-new<")
                .replace(">no-rece<", ">bad-luck<")
                .replace(">63200.00<", ">much<")
                .replace(">ORG-0002</cbc:ID></efac:Tenderer>", ">ORG-0009</cbc:ID></efac:Tenderer>"));
        assertThat(read.remarks())
                .contains(
                        new Remark("unknown-value", "'can-new' is no type of notice that we know"),
                        new Remark("unknown-value", "'bad-luck' is no non-award-justification that we know"),
                        new Remark("unknown-value", "cbc:PayableAmount is no sum: 'much'"),
                        new Remark("reference-broken", "an organisation is referred to that is not described"));
        assertThat(read.notice().awards().get(0).holders()).isEmpty();
    }

    @Test
    void tendersThatLostAreNoAwards() throws Exception {
        String two = EformsSample.AWARD.replace(
                "<efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender><efac:Settled",
                "<efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender><efac:LotTender><cbc:ID>TEN-0002</cbc:ID></efac:LotTender><efac:Settled");
        assertThat(read(two).notice().awards()).hasSize(2);
    }

    @Test
    void linesAreFrench() throws Exception {
        assertThat(read(EformsSample.AWARD).notice().more())
                .contains(
                        new Line("Type de procédure", "Procédure ouverte"),
                        new Line("Durée", "48 mois (lot 1)"),
                        new Line("Nombre d'offres reçues", "total, 3"));
    }

    @Test
    void everyRealNoticeIsReadToTheLastField() throws Exception {
        List<Path> files = Stream.concat(
                        SharedCases.files("conformance/eforms").stream(),
                        SharedCases.files("corpus/ted").stream()
                                .filter(file -> !file.getFileName().toString().startsWith("ted_export")))
                .toList();
        assertThat(files).hasSizeGreaterThan(100);
        for (Path file : files) {
            EformsNotice.Read read = reader.read(XmlElements.read(Files.readAllBytes(file)), "Avis TED n°", null);
            assertThat(read.notice().number()).as("%s", file).isNotBlank();
            assertThat(read.remarks())
                    .as("%s", file)
                    .noneMatch(remark -> remark.kind().equals("field-left-over"));
        }
    }

    @Test
    void missingFieldsAreNamedWithTheirPath() throws Exception {
        String empty = EformsSample.AWARD
                .replace(">Video analytics<", "><")
                .replace(">Logiciel d'analyse d'images<", "><")
                .replace("<efac:TenderLot><cbc:ID schemeName=\"Lot\">LOT-0002</cbc:ID></efac:TenderLot>", "");
        assertThat(read(empty).remarks())
                .contains(
                        new Remark("field-missing", "BT-21-Procedure is missing: /*/cac:ProcurementProject/cbc:Name"),
                        new Remark(
                                "field-missing",
                                "BT-13713-LotResult is missing: /*/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/"
                                        + "efext:EformsExtension/efac:NoticeResult/efac:LotResult/efac:TenderLot/cbc:ID"));
    }

    @Test
    void invalidNoticesAreReportedAndNoneIsLostAndValidOnesAreNot() throws Exception {
        int invalid = 0;
        for (Path file : SharedCases.files("conformance/eforms")) {
            EformsNotice.Read read = reader.read(XmlElements.read(Files.readAllBytes(file)), "Avis TED n°", null);
            List<Remark> missing = read.remarks().stream()
                    .filter(remark -> remark.kind().equals("field-missing"))
                    .toList();
            boolean isInvalid = file.getFileName().toString().startsWith("INVALID");
            assertThat(missing.isEmpty()).as("%s: %s", file, missing).isEqualTo(!isInvalid);
            invalid += isInvalid ? 1 : 0;
        }
        assertThat(invalid).isEqualTo(12);
    }

    private EformsNotice.Read read(String xml) throws ShapeException {
        return reader.read(XmlElements.read(xml.getBytes(StandardCharsets.UTF_8)), "Avis TED n°", null);
    }
}
