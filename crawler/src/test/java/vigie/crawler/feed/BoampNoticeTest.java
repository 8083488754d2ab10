package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.feed.Reading.Entry;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.config.Communes;
import vigie.model.id.InseeCode;

/** Every layout of BOAMP's records, made of invented buyers in the real format, and the real files. */
class BoampNoticeTest {

    private static final Communes COMMUNES = Communes.load();

    private final JsonMapper json = new JsonMapper();
    private final BoampAdapter adapter = new BoampAdapter(json, COMMUNES, true);

    @Test
    void resultWithLotsInTheOldLayout() throws Exception {
        SourceDocument document = document("ATTRIBUTION", """
                {"IDENTITE": {"DENOMINATION": "Ville de Bassens", "CODE_IDENT_NATIONAL": "213300320 00018", "CP": "33530",
                  "VILLE": "Bassens", "CORRESPONDANT": "M. Camille Dupont", "MEL": "c.dupont@bassens.invalid", "TEL": "05-00-00-00-00"},
                 "OBJET": {"TITRE_MARCHE": "Vidéoprotection", "OBJET_COMPLET": "Logiciel d&amp;#039;analyse d&#039;images",
                  "CPV": {"PRINCIPAL": "32323500-8"}, "CARACTERISTIQUES": {"VALEUR": {"@DEVISE": "EUR", "#text": "90000"}},
                  "LOTS": {"LOT": [{"NUM": "1", "INTITULE": "Caméras"}, {"NUM": "2", "INTITULE": "Logiciel", "CPV": {"PRINCIPAL": "48000000"},
                    "VALEUR": {"@DEVISE": "EUR", "#text": "30000"}}]}},
                 "ATTRIBUTION": {"DECISION": [
                  {"NUM_LOT": "1", "INFRUCTUEUX": ""},
                  {"NUM_MARCHE": "2023-07", "NUM_LOT": "2", "TITULAIRE": {"DENOMINATION": "LUEUR SA", "VILLE": "Pau", "CODE_IDENT_NATIONAL": "default_value_change_me"},
                   "RENSEIGNEMENT": {"DATE_ATTRIBUTION": "2023-07-01", "MONTANT": {"@DEVISE": "EUR", "#text": "28 500,50"}, "NB_OFFRE_RECU": "3", "NB_MOIS": "48"}}]}}
                """);

        assertThat(document.kind()).isEqualTo(DocumentKind.AVIS_ATTRIBUTION);
        assertThat(document.publisher().insee()).isEqualTo(new InseeCode("33032"));
        assertThat(document.text())
                .contains("Objet : Vidéoprotection\n")
                .contains("Description : Logiciel d'analyse d'images\n")
                .contains("Valeur estimée : 90000 €\n")
                .contains("CPV du lot 2 : 48000000\nAttribution du lot : 1 (Caméras)\nRésultat : Infructueux\n")
                .contains("Attribution du lot : 2 (Logiciel)\nMarché n° : 2023-07\nTitulaire : LUEUR SA")
                .contains("Montant : 28500.5 €\nDurée : 48 mois\nDate d'attribution : 2023-07-01\n")
                .contains("Nombre d'offres reçues : 3\n")
                .doesNotContain("Dupont")
                .doesNotContain("05-00");
        assertThat(document.metadata())
                .containsEntry("contract-number", "2023-07")
                .containsEntry("cpv", "32323500,48000000")
                .containsEntry("notice-type", "attribution")
                .containsEntry("url", "https://www.boamp.fr/pages/avis/?q=idweb:23-100");
    }

    @Test
    void holdersThatStandInPairsWithTheirFactsHaveTheirOwn() throws Exception {
        SourceDocument document = document("ATTRIBUTION", """
                {"ATTRIBUTION": {"DECISION": {"TITULAIRE": [{"DENOMINATION": "UN SARL"}, {"DENOMINATION": "DEUX SAS"}],
                  "RENSEIGNEMENT": [{"MONTANT": {"@DEVISE": "EUR", "#text": "10"}}, {"MONTANT": {"@DEVISE": "EUR", "#text": "20"}}]}}}
                """);
        assertThat(document.text())
                .contains("Titulaire : UN SARL\nMontant : 10 €\nTitulaire : DEUX SAS\nMontant : 20 €\n");
    }

    @Test
    void nationalFormWithItsResultInWords() throws Exception {
        SourceDocument document = document("ATTRIBUTION", """
                {"FNSimple": {"organisme": {"nomOfficiel": "Commune de Bassens", "codeIdentificationNational": "21330032000018", "ville": "Bassens"},
                 "attribution": {"avisInitial": {"idWeb": "23-90"}, "natureMarche": {"intitule": "Vidéoprotection",
                   "codeCPV": {"objetPrincipal": {"classPrincipale": "32323500"}}},
                  "attributionMarche": "Lot n° 1 - Caméras\\nNombre d'offres reçues : 4\\nDate d'attribution : 01/06/23\\nMarché n° : 23-T-04\\nLueur Sa, 3 Rue Haute, 64000 Pau\\nMontant Ht : 61 200,00 Euros\\nLot n° 2 - Logiciel\\nLot déclaré infructueux."}}}
                """);
        assertThat(document.text())
                .contains("Annonce antérieure : 23-90\n")
                .contains(
                        "Attribution du lot : 1\nMarché n° : 23-T-04\nTitulaire : Lueur Sa, Pau\nMontant : 61200 € HT\nDate d'attribution : 2023-06-01\n")
                .contains("Attribution du lot : 2\nRésultat : Lot déclaré infructueux.\n")
                .contains("Lot n° 2 : Logiciel\n")
                .contains("Nombre d'offres reçues : 4\n");
        assertThat(document.metadata())
                .containsEntry("buyer-siret", "21330032000018")
                .containsEntry("earlier-notice", "23-90");
    }

    @Test
    void nationalFormWithLotsAndRangeOfValue() throws Exception {
        SourceDocument document = document("APPEL_OFFRE", """
                {"FNSimple": {"organisme": {"nomOfficiel": "Commune de Bassens"}, "initial": {
                  "communication": {"nomContact": "Camille Dupont", "identifiantInterne": "2023-V-1", "urlDocConsul": "https://dce.invalid/1"},
                  "procedure": {"dateReceptionOffres": "2023-09-01T12:00:00"},
                  "natureMarche": {"intitule": "Caméras", "description": "Caméras &lt;br/&gt; augmentées", "dureeMois": "12",
                   "valeurEstimee": {"fourchette": {"valeurBasse": "1000", "valeurHaute": "9000"}}, "lieuExecution": "Bassens"},
                  "lots": {"lot": [{"numLot": "1", "intitule": "Caméras"}, {"numLot": "2", "intitule": "Logiciel",
                    "codeCPV": {"objetPrincipal": {"48000000": ""}}}]}}}}
                """);
        assertThat(document.text())
                .contains("Description : Caméras augmentées\n")
                .contains("Lot n° 2 : Logiciel\nCPV du lot 2 : 48000000\n")
                .contains("Date limite de remise des offres : 2023-09-01 12:00\nRéférence : 2023-V-1\n")
                .contains("Valeur minimale : 1000\nValeur maximale : 9000\n")
                .contains("Durée en mois : 12\n")
                .doesNotContain("Dupont");
        assertThat(document.metadata()).containsEntry("deadline", "2023-09-01T12:00:00");
    }

    @Test
    void concessionsAndAdaptedProceduresNameTheSameThingsDifferently() throws Exception {
        assertThat(document("APPEL_OFFRE", """
                                {"DSP": {"organisme": {"acheteurPublic": "Commune de Bassens"}, "initial": {"descriptionMarche": {
                                 "titreMarche": "Stationnement", "description": "Horodateurs", "numeroReference": "D1",
                                 "CPV": {"objetPrincipal": {"classPrincipale": "98351000"}},
                                 "lot": {"estimationValeur": {"@devise": "EUR", "valeur": "5000"}}}}}}
                                """).text())
                .contains("Acheteur : Commune de Bassens\nObjet : Stationnement\nDescription : Horodateurs\n")
                .contains("CPV : 98351000\n")
                .contains("Valeur estimée du lot 1 : 5000 €\n");
        assertThat(document("ATTRIBUTION", """
                                {"MAPA": {"organisme": {"acheteurPublic": "Commune de Bassens", "correspondantPRM": {"nom": "Dupont", "pren": "Camille"}},
                                 "attribution": {"avisInitial": {"idWeb": "23-80"}, "description": {"objet": "Logiciel"},
                                  "attribution": {"resultat": {"attribue": {"montant": {"@devise": "EUR", "valeur": "63200"}}}}}}}
                                """).text())
                .contains("Annonce antérieure : 23-80\nTitulaire : LUEUR SA\nMontant : 63200 €\n")
                .doesNotContain("Dupont");
    }

    @ParameterizedTest
    @CsvSource({
        "APPEL_OFFRE, AVIS_DE_MARCHE",
        "ATTRIBUTION, AVIS_ATTRIBUTION",
        "MODIFICATION, AVENANT",
        "RECTIFICATIF, AVIS_DE_MARCHE",
        "ANNULATION, AVIS_DE_MARCHE",
    })
    void natureTellsTheKind(String nature, DocumentKind kind) throws Exception {
        assertThat(document(nature, "{}").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"MODIF\": {\"DESC_MODIF\": \"x\"}}', AVENANT, modification",
        "'{\"RECTIF\": {\"INFO_COMPLEMENTAIRE\": \"x\"}}', AVIS_DE_MARCHE, rectificatif",
        "'{\"FNSimple\": {\"attribution\": {\"attributionMarche\": \"x\"}}}', AVIS_ATTRIBUTION, attribution",
        "'{\"OBJET\": {\"TITRE_MARCHE\": \"x\"}}', AVIS_DE_MARCHE, appeloffre",
    })
    void formTellsTheNatureWhereTheRecordDoesNot(String donnees, DocumentKind kind, String nature) throws Exception {
        ObjectNode record = record("", donnees);
        record.remove("nature");
        assertThat(document(record).kind()).isEqualTo(kind);
        assertThat(document(record).metadata()).containsEntry("notice-type", nature);
    }

    @Test
    void amendmentHasItsNewSum() throws Exception {
        SourceDocument document = document("MODIFICATION", """
                {"OBJET": {"TITRE_MARCHE": "Caméras"}, "MODIF": {"DESC_MODIF": "Vingt caméras de plus", "TITULAIRE": {"DENOMINATION": "LUEUR SA"},
                 "VALEUR_AVT": {"@DEVISE": "EUR", "#text": "100"}, "VALEUR_APR": {"@DEVISE": "EUR", "#text": "140"}}}
                """);
        assertThat(document.text())
                .contains("Titulaire : LUEUR SA\nMontant : 140 €\n")
                .contains("Modification : Vingt caméras de plus\n")
                .contains("Valeur avant modification : 100 €\n");
    }

    @Test
    void correctionNamesWhatItCorrects() throws Exception {
        SourceDocument document = document("RECTIFICATIF", """
                {"RECTIF": {"ANNONCE_ANTERIEUR": {"REFERENCE": {"IDWEB": "23-50"}},
                 "MODIFICATION": [{"RUB_INIT": "Délais", "DATE": {"INIT": "2023-08-01", "LIRE": "2023-08-15"}}, {"TXT_INIT": "dix", "LIRE": "douze"}]}}
                """);
        assertThat(document.text())
                .contains("Nature : Rectificatif\n")
                .contains("Annonce antérieure : 23-50\n")
                .contains(
                        "Rubrique : Délais\nAu lieu de : 2023-08-01\nLire : 2023-08-15\nAu lieu de : dix\nLire : douze\n");
        assertThat(document("ANNULATION", "{\"ANNULATION\": {\"MOTIF\": \"Sans suite\"}}")
                        .text())
                .contains("Nature : Avis d'annulation\n")
                .contains("Motif d'annulation : Sans suite\n");
    }

    @Test
    void linkedNoticesAreEarlierOrLaterAndDatesAreNone() throws Exception {
        ObjectNode record = record("ATTRIBUTION", "{}");
        record.putArray("annonce_lie").add("23-99").add("23-101");
        record.put(
                "annonces_anterieures",
                "{\"ANNONCE_ANTERIEUR\": {\"REFERENCE\": {\"IDWEB\": \"22-1234\"}, \"DATE_PUBLICATION\": \"2022-10-15\"}}");
        record.put("gestion", "{\"MARCHE\": {\"ANNONCE_ANTERIEURE\": {\"REFERENCE\": {\"IDWEB\": \"22-1234\"}}}}");
        SourceDocument document = document(record);
        assertThat(document.metadata()).containsEntry("earlier-notice", "23-99,22-1234");
        assertThat(document.text()).contains("Annonce liée : 23-101\n").doesNotContain("10-15");
    }

    @Test
    void unknownNatureAndUnknownFieldAreRemarkedNeverGuessed() throws Exception {
        Entry entry = entries(record("TROC", "{\"OBJET\": {\"TITRE_MARCHE\": \"x\", \"NOUVEAU\": \"y\"}}"))
                .get(0);
        assertThat(entry.document()).isNotNull();
        assertThat(entry.document().kind()).isEqualTo(DocumentKind.AUTRE);
        assertThat(entry.remarks())
                .extracting(Remark::kind)
                .containsExactlyInAnyOrder("unknown-value", "field-left-over");
        assertThat(entry.remarks()).extracting(Remark::message).contains("nobody reads donnees/objet/nouveau");
    }

    @Test
    void recordWithoutNumberOrObjectIsARemark() throws Exception {
        assertThat(entries(json.createObjectNode().put("objet", "x")).get(0).remarks())
                .extracting(Remark::kind)
                .containsExactly("record-unreadable");
        assertThat(entries(json.createObjectNode().put("idweb", "23-1")).get(0).remarks())
                .extracting(Remark::kind)
                .containsExactly("record-unreadable");
    }

    @Test
    void oldNoticeHasTheNumberOfThePaperEditionAndCancelledOnesAreToldSo() throws Exception {
        ObjectNode record =
                record("APPEL_OFFRE", "{}").put("id", "BOAMP-06-101-0001-01").put("etat", "AVIS_ANNULE");
        record.remove("idweb");
        SourceDocument document = document(record);
        assertThat(document.locator()).isEqualTo("BOAMP-06-101-0001-01");
        assertThat(document.text()).contains("État : Avis annulé\n");
    }

    @Test
    void sameNoticeHasTheSameDocumentWhicheverWayItCame() throws Exception {
        ObjectNode record = record("APPEL_OFFRE", "{}");
        String page = document(record).id();
        Entry exported = adapter.read(source(), capture("https://f.invalid/exports/json?x"), bytes("[" + record + "]"))
                .entries()
                .get(0);
        assertThat(exported.document()).isNotNull();
        String export = exported.document().id();
        assertThat(export).isEqualTo(page);
    }

    @Test
    void oldXmlIsRead() throws Exception {
        Reading reading = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <ANNONCE><GESTION><REFERENCE><IDWEB>17-1515</IDWEB><TYPE_AVIS><NATURE><ATTRIBUTION/></NATURE></TYPE_AVIS></REFERENCE>
                 <MARCHE><ANNONCE_ANTERIEUR><REFERENCE><IDWEB>16-162580</IDWEB></REFERENCE></ANNONCE_ANTERIEUR></MARCHE>
                 <INDEXATION><DATE_PUBLICATION>2017-01-04</DATE_PUBLICATION><DEP_PUBLICATION>5</DEP_PUBLICATION>
                 <RESUME_OBJET>Caméras</RESUME_OBJET></INDEXATION></GESTION>
                 <DONNEES><IDENTITE><DENOMINATION>Ville de Gap</DENOMINATION></IDENTITE>
                 <PROCEDURE><TYPE_PROCEDURE><OUVERT/></TYPE_PROCEDURE><CRITERES_ATTRIBUTION><CRITERES_PONDERES><CRITERE POIDS="60">prix</CRITERE>
                 </CRITERES_PONDERES></CRITERES_ATTRIBUTION></PROCEDURE>
                 <ATTRIBUTION><VALEUR_TOTALE DEVISE="EUR">38820</VALEUR_TOTALE><DATE_DECISION>2017-01-02</DATE_DECISION>
                 <DECISION><TITULAIRE><DENOMINATION>A &amp; B</DENOMINATION></TITULAIRE></DECISION></ATTRIBUTION></DONNEES></ANNONCE>
                """);
        Entry entry = reading.entries().get(0);
        assertThat(entry.remarks()).isEmpty();
        assertThat(entry.document()).isNotNull();
        assertThat(entry.document().publisher().departement()).isEqualTo("05");
        assertThat(entry.document().date()).isEqualTo(PartialDate.parse("2017-01-04"));
        assertThat(entry.document().text())
                .contains(
                        "Annonce antérieure : 16-162580\nTitulaire : A & B\nMontant : 38820 €\nDate d'attribution : 2017-01-02\n")
                .contains("Procédure : Procédure ouverte\n")
                .contains("Critère d'attribution : prix (60 %)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error_code\": \"ODSQLError\"}", "<html/>", "plain words", "{no json", ""})
    void anythingElseIsAnotherShape(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(ShapeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ods_v21_record_24-76932.json, 1",
        "slim_notices_dev.json, 303",
        "old_api_annonces_2020-12.txt, 26",
        "xml_v230_test-attribution-2.xml, 1",
        "xml_v230_test-attribution-6.xml, 1",
        "xml_v230_test-pub-8.xml, 1",
        "xml_v230_test-pub.xml, 1",
    })
    void realFilesAreReadWithoutLossAndWithoutPersons(String file, int records) throws Exception {
        List<Entry> entries = adapter.read(
                        source(), capture("https://f.invalid/records"), Files.readAllBytes(corpus(file)))
                .entries();
        assertThat(entries).hasSize(records);
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.document()).isNotNull();
            assertThat(entry.remarks()).isEmpty();
            assertThat(entry.document().text())
                    .doesNotContain("@")
                    .doesNotContain("&amp;")
                    .doesNotContain("FABRE")
                    .doesNotContain("MOREAU")
                    .doesNotContain("CLASSIQUE");
        });
    }

    @Test
    void eformsTurnedIntoJsonNameBuyerAndWinnerByReferenceOnly() throws Exception {
        String organization = """
                {"efac:Company": {"cac:PartyIdentification": {"cbc:ID": "ORG-%s"}, "cac:PartyName": {"cbc:Name": "%s"},
                 "cac:PartyLegalEntity": {"cbc:CompanyID": "%s"}, "cac:Contact": {"cbc:Name": "Camille Dupont"}}}""";
        ObjectNode record = record("ATTRIBUTION", """
                {"EFORMS": {"ContractAwardNotice": {"cbc:ContractFolderID": "folder-1", "cbc:NoticeTypeCode": {"@listName": "result", "#text": "can-standard"},
                 "cac:ContractingParty": {"cac:Party": {"cac:PartyIdentification": {"cbc:ID": "ORG-0002"}}},
                 "cac:ProcurementProject": {"cbc:Name": {"@languageID": "FRA", "#text": "Vidéoprotection"},
                  "cac:MainCommodityClassification": {"cbc:ItemClassificationCode": {"@listName": "cpv", "#text": "32323500"}}},
                 "ext:UBLExtensions": {"ext:UBLExtension": {"ext:ExtensionContent": {"efext:EformsExtension": {
                  "efac:NoticeResult": {
                   "efac:LotResult": {"cbc:TenderResultCode": {"@listName": "winner-selection-status", "#text": "selec-w"},
                    "efac:LotTender": {"cbc:ID": "TEN-0001"}, "efac:TenderLot": {"cbc:ID": "LOT-0001"}},
                   "efac:LotTender": {"cbc:ID": "TEN-0001", "cac:LegalMonetaryTotal": {"cbc:PayableAmount": {"@currencyID": "EUR", "#text": "63200"}},
                    "efac:TenderingParty": {"cbc:ID": "TPA-0001"}, "efac:TenderLot": {"cbc:ID": "LOT-0001"}},
                   "efac:TenderingParty": {"cbc:ID": "TPA-0001", "efac:Tenderer": {"cbc:ID": "ORG-0003"}}},
                  "efac:Organizations": {"efac:Organization": [%s, %s, %s]}}}}}}}}
                """.formatted(
                        organization.formatted("0001", "Tribunal administratif", "17330009500017"),
                        organization.formatted("0002", "Commune de Bassens", "21330032000018"),
                        organization.formatted("0003", "LUEUR SA", "55210055400013")));
        record.putArray("titulaire").add("Tribunal administratif");
        record.putArray("annonce_lie").add("23-90");
        Entry entry = entries(record).get(0);
        assertThat(entry.document()).isNotNull();
        assertThat(entry.document().publisher().insee()).isEqualTo(new InseeCode("33032"));
        assertThat(entry.document().text())
                .contains("Acheteur : Commune de Bassens (SIRET 21330032000018)\nObjet : Vidéoprotection\n")
                .contains("Titulaire : LUEUR SA")
                .contains("Montant : 63200 €")
                .contains("Annonce antérieure : 23-90\n")
                .doesNotContain("Tribunal")
                .doesNotContain("Dupont");
        assertThat(entry.document().metadata())
                .containsEntry("procedure-id", "folder-1")
                .containsEntry("notice-type", "attribution")
                .containsEntry("earlier-notice", "23-90")
                .containsEntry("buyer-siret", "21330032000018");
    }

    @Test
    void realLayoutsAreRead() throws Exception {
        List<String> layouts = Files.readAllLines(corpus("donnees_variants.jsonl")).stream()
                .filter(line -> !line.isBlank())
                .toList();
        assertThat(layouts).hasSize(20);
        for (String layout : layouts) {
            ObjectNode record = (ObjectNode) json.readTree(layout);
            Entry entry = entries(record.has("idweb") ? record : record("APPEL_OFFRE", layout))
                    .get(0);
            assertThat(entry.document()).isNotNull();
            assertThat(entry.remarks())
                    .extracting(Remark::kind)
                    .as(layout)
                    .doesNotContain("unknown-value", "record-unreadable");
        }
    }

    /** The inventory squeezes names as BoampRecords does; a decision's own fields stand in it once more below its facts. */
    @Test
    void everyColumnOfTheInventoryIsKnown() throws Exception {
        List<String> lines = Files.readAllLines(corpus("boamp_xml_flattened_926_columns.csv"));
        ObjectNode record = record("APPEL_OFFRE", "{}");
        ObjectNode donnees = json.createObjectNode();
        Set<String> columns = Stream.of(lines.get(0).split(",", -1))
                .filter(column -> column.startsWith("D_"))
                .map(column ->
                        column.substring(2).replaceAll("(^|_)\\d\\d(?=_)", "").substring(1))
                .filter(
                        column -> !column.matches(
                                ".*(?:_(?:Name|DeclaredType|Scope|Nil|GlobalScope|TypeSubstituted|Devise|Poids)|Defor.*|Prodtrans.*)"))
                .filter(
                        column -> !column.matches(
                                ".*_TitulaireandRENSEIGNEMENT_(?:Attribue|Infructueux|Sanssuite|Num.*|Intitule|Description|Publicationjoue|Titulaireand.*)"))
                .map(column -> column.replaceFirst("_Value$", "")
                        .replaceFirst("TitulaireandRENSEIGNEMENT(?=_(?:Denomination|Codeidentnational)$)", "Titulaire")
                        .replace("TitulaireandRENSEIGNEMENT", "Renseignement"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> parents = columns.stream()
                .filter(column -> column.contains("_"))
                .map(column -> column.substring(0, column.lastIndexOf('_')))
                .collect(Collectors.toSet());
        int fields = 0;
        for (String column : columns) {
            if (!parents.contains(column)
                    && put(donnees, column.toLowerCase(Locale.ROOT).split("_", -1))) {
                fields++;
            }
        }
        assertThat(fields).isGreaterThan(400);
        record.put("donnees", donnees.toString());
        assertThat(entries(record).get(0).remarks()).isEmpty();
    }

    private static boolean put(ObjectNode node, String[] path) {
        ObjectNode at = node;
        for (int i = 0; i + 1 < path.length; i++) {
            if (!at.path(path[i]).isObject()) {
                at.putObject(path[i]);
            }
            at = (ObjectNode) at.get(path[i]);
        }
        if (at.has(path[path.length - 1])) {
            return false;
        }
        at.put(path[path.length - 1], "1");
        return true;
    }

    private static Path corpus(String file) {
        Path path = Path.of(System.getProperty("vigie.root", ".."), "../shared/corpus/boamp", file);
        assumeTrue(Files.exists(path), "skipped: the corpus of real documents is not beside the project");
        return path;
    }

    private SourceDocument document(String nature, String donnees) throws IOException {
        return document(record(nature, donnees));
    }

    private SourceDocument document(ObjectNode record) throws IOException {
        Entry entry = entries(record).get(0);
        assertThat(entry.remarks()).isEmpty();
        assertThat(entry.document()).isNotNull();
        return entry.document();
    }

    private List<Entry> entries(ObjectNode record) throws IOException {
        ObjectNode page = json.createObjectNode().put("total_count", 1);
        ArrayNode results = page.putArray("results");
        results.add(record);
        return read(page.toString()).entries();
    }

    private Reading read(String answer) throws ShapeException {
        return adapter.read(source(), capture("https://f.invalid/records"), bytes(answer));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode record(String nature, String donnees) {
        ObjectNode record = json.createObjectNode();
        record.put("idweb", "23-100").put("objet", "Caméras").put("nomacheteur", "Ville de Bassens (33)");
        record.put("nature", nature).put("dateparution", "2023-07-20").put("famille", "MAPA");
        record.putArray("code_departement").add("33");
        if (nature.equals("ATTRIBUTION") && donnees.contains("MAPA")) {
            record.putArray("titulaire").add("LUEUR SA");
        }
        return record.put("donnees", donnees).put("gestion", "{}");
    }

    private static Capture capture(String url) {
        return new Capture(url, Instant.EPOCH, 200, null, "0".repeat(64), 1, null, null, null);
    }

    private static Source source() {
        return new Source(
                "boamp",
                "BOAMP",
                SourceKind.FEED,
                URI.create("https://f.invalid/records"),
                List.of(),
                Set.of("f.invalid"),
                Publisher.unknown(),
                "boamp",
                Map.of(),
                Set.of(),
                Duration.ofMillis(1),
                null,
                "test",
                null);
    }
}
