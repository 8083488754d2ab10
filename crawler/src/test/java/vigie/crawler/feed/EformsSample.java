package vigie.crawler.feed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An award in eForms of an invented town, and the JSON that BOAMP makes of such notices. */
final class EformsSample {

    static final String AWARD = """
            <ContractAwardNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2"
             xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
             xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
             xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"
             xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1"
             xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"
             xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1">
            <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
            <efac:NoticeResult>
             <cbc:TotalAmount currencyID="EUR">63200.00</cbc:TotalAmount>
             <efac:LotResult><cbc:ID schemeName="result">RES-0001</cbc:ID>
              <cbc:TenderResultCode listName="winner-selection-status">selec-w</cbc:TenderResultCode>
              <efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender><efac:SettledContract><cbc:ID>CON-0001</cbc:ID></efac:SettledContract>
              <efac:ReceivedSubmissionsStatistics><efbc:StatisticsCode listName="received-submission-type">tenders</efbc:StatisticsCode>
               <efbc:StatisticsNumeric>3</efbc:StatisticsNumeric></efac:ReceivedSubmissionsStatistics>
              <efac:TenderLot><cbc:ID schemeName="Lot">LOT-0001</cbc:ID></efac:TenderLot></efac:LotResult>
             <efac:LotResult><cbc:ID schemeName="result">RES-0002</cbc:ID>
              <cbc:TenderResultCode listName="winner-selection-status">clos-nw</cbc:TenderResultCode>
              <efac:DecisionReason><efbc:DecisionReasonCode listName="non-award-justification">no-rece</efbc:DecisionReasonCode></efac:DecisionReason>
              <efac:TenderLot><cbc:ID schemeName="Lot">LOT-0002</cbc:ID></efac:TenderLot></efac:LotResult>
             <efac:LotTender><cbc:ID schemeName="tender">TEN-0001</cbc:ID>
              <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">63200.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
              <efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID></efac:TenderingParty>
              <efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotTender>
             <efac:SettledContract><cbc:ID schemeName="contract">CON-0001</cbc:ID><cbc:AwardDate>2024-02-05+01:00</cbc:AwardDate>
              <cbc:IssueDate>2024-02-12+01:00</cbc:IssueDate>
              <efac:ContractReference><cbc:ID>2024-07</cbc:ID></efac:ContractReference>
              <efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender></efac:SettledContract>
             <efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID><efac:Tenderer><cbc:ID>ORG-0002</cbc:ID></efac:Tenderer></efac:TenderingParty>
            </efac:NoticeResult>
            <efac:NoticeSubType><cbc:SubTypeCode listName="notice-subtype">29</cbc:SubTypeCode></efac:NoticeSubType>
            <efac:Organizations>
             <efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>ORG-0003</cbc:ID></cac:PartyIdentification>
              <cac:PartyName><cbc:Name languageID="FRA">Tribunal administratif</cbc:Name></cac:PartyName></efac:Company></efac:Organization>
             <efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID schemeName="organization">ORG-0001</cbc:ID></cac:PartyIdentification>
              <cac:PartyName><cbc:Name languageID="FRA">Ville de Valmont</cbc:Name></cac:PartyName>
              <cac:PostalAddress><cbc:CityName>Valmont</cbc:CityName><cbc:PostalZone>76540</cbc:PostalZone>
               <cac:Country><cbc:IdentificationCode listName="country">FRA</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
              <cac:PartyLegalEntity><cbc:CompanyID>217 607 191 00012</cbc:CompanyID></cac:PartyLegalEntity>
              <cac:Contact><cbc:Name>Camille Dupont</cbc:Name><cbc:Telephone>0600000000</cbc:Telephone><cbc:ElectronicMail>c.dupont@valmont.example</cbc:ElectronicMail></cac:Contact>
              </efac:Company></efac:Organization>
             <efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>ORG-0002</cbc:ID></cac:PartyIdentification>
              <cac:PartyName><cbc:Name languageID="FRA">Lueur SA</cbc:Name></cac:PartyName>
              <cac:PostalAddress><cbc:CityName>Rouen</cbc:CityName><cbc:PostalZone>76000</cbc:PostalZone>
               <cac:Country><cbc:IdentificationCode listName="country">FRA</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
              <cac:PartyLegalEntity><cbc:CompanyID>552100554</cbc:CompanyID></cac:PartyLegalEntity></efac:Company></efac:Organization>
            </efac:Organizations>
            <efac:Publication><efbc:NoticePublicationID schemeName="ojs-notice-id">00123456-2024</efbc:NoticePublicationID>
             <efbc:GazetteID schemeName="ojs-id">41/2024</efbc:GazetteID><efbc:PublicationDate>2024-02-27Z</efbc:PublicationDate></efac:Publication>
            </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
            <cbc:UBLVersionID>2.3</cbc:UBLVersionID><cbc:CustomizationID>eforms-sdk-1.10</cbc:CustomizationID>
            <cbc:ID schemeName="notice-id">df45f4d1-2208-47cb-bc7a-9c7edcf8d2b8</cbc:ID>
            <cbc:ContractFolderID>16c06d41-2232-4907-b836-07e0ee650c42</cbc:ContractFolderID>
            <cbc:IssueDate>2024-02-26+01:00</cbc:IssueDate><cbc:IssueTime>12:00:00+01:00</cbc:IssueTime><cbc:VersionID>01</cbc:VersionID>
            <cbc:RegulatoryDomain>32014L0024</cbc:RegulatoryDomain>
            <cbc:NoticeTypeCode listName="result">can-standard</cbc:NoticeTypeCode><cbc:NoticeLanguageCode>ENG</cbc:NoticeLanguageCode>
            <cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID schemeName="organization">ORG-0001</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>
            <cac:TenderingProcess><cbc:ProcedureCode listName="procurement-procedure-type">open</cbc:ProcedureCode>
             <cac:NoticeDocumentReference><cbc:ID schemeName="ojs-notice-id">654321-2023</cbc:ID></cac:NoticeDocumentReference></cac:TenderingProcess>
            <cac:ProcurementProject><cbc:ID schemeName="InternalID">V-7</cbc:ID>
             <cbc:Name languageID="ENG">Video analytics</cbc:Name><cbc:Name languageID="FRA">Logiciel d'analyse d'images</cbc:Name>
             <cbc:Description languageID="FRA">Analyse d'images et postes de travail.</cbc:Description>
             <cbc:ProcurementTypeCode listName="contract-nature">supplies</cbc:ProcurementTypeCode>
             <cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">32323500</cbc:ItemClassificationCode></cac:MainCommodityClassification>
            </cac:ProcurementProject>
            <cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-0001</cbc:ID><cac:ProcurementProject>
             <cbc:Name languageID="FRA">Logiciel</cbc:Name><cbc:Description languageID="FRA">Licences pour quatre ans</cbc:Description>
             <cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">48000000</cbc:ItemClassificationCode></cac:MainCommodityClassification>
             <cac:PlannedPeriod><cbc:DurationMeasure unitCode="MONTH">48</cbc:DurationMeasure></cac:PlannedPeriod>
            </cac:ProcurementProject></cac:ProcurementProjectLot>
            <cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-0002</cbc:ID><cac:ProcurementProject>
             <cbc:Name languageID="DEU">Programm</cbc:Name><cbc:Name languageID="ENG">Software</cbc:Name>
            </cac:ProcurementProject></cac:ProcurementProjectLot>
            </ContractAwardNotice>
            """;

    private EformsSample() {}

    /** What stands in {@code notice} as BOAMP has it: attributes as @name, text beside them as #text, repeats as a list. */
    static String asJson(Element notice) throws Exception {
        return new JsonMapper().writeValueAsString(value(notice));
    }

    private static Object value(Element element) {
        Map<String, Object> object = new LinkedHashMap<>();
        element.attributes().forEach((name, text) -> object.put("@" + name, text));
        for (Element child : element.children()) {
            List<Element> same = element.all(child.name());
            object.put(
                    child.name(),
                    same.size() == 1
                            ? value(child)
                            : same.stream().map(EformsSample::value).toList());
        }
        if (object.isEmpty()) {
            return element.text();
        }
        if (!element.text().isEmpty()) {
            object.put("#text", element.text());
        }
        return object;
    }
}
