package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.SharedCases;
import vigie.crawler.feed.Reading.Entry;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

class DecpAdapterTest {

    /** SIREN of Bassens (Gironde), so that the register of communes knows the buyer. */
    private static final String BUYER = FeedFixture.COMMUNES
            .byCode(new InseeCode("33032"))
            .map(commune -> commune.siren() + "00013")
            .orElseThrow();

    private static final String HOLDER = "73282932000074";

    private final DecpAdapter adapter = new DecpAdapter(new JsonMapper(), FeedFixture.COMMUNES, false);

    @Test
    void contractOfTheNationalSchemaIsReadWhole() throws Exception {
        Entry entry = only(nested("\"montant\": 63200.5, \"dureeMois\": 24"));

        assertThat(entry.id()).isEqualTo(BUYER + "2024V01");
        assertThat(entry.remarks()).isEmpty();
        SourceDocument document = document(entry);
        assertThat(document.kind()).isEqualTo(DocumentKind.MARCHE_CONCLU);
        assertThat(document.date()).isEqualTo(PartialDate.parse("2024-05-25"));
        assertThat(document.publisher().insee()).isEqualTo(new InseeCode("33032"));
        assertThat(document.metadata())
                .containsEntry("buyer-siret", BUYER)
                .containsEntry("contract-number", "2024V01")
                .containsEntry("cpv", "32323500")
                .containsEntry("holder-siret", HOLDER)
                .containsEntry("notice-type", "marche");
        assertThat(document.text())
                .contains("Acheteur : Bassens (SIRET " + BUYER + ")\n")
                .contains("Objet : Vidéoprotection, analyse d'images\n")
                .contains("Titulaire : SIRET " + HOLDER + "\n")
                .contains("Montant : 63200.5 € HT\n")
                .contains("Durée : 24 mois\n")
                .contains("Date d'attribution : 2024-05-15\n")
                .contains("Technique d'achat : Accord-cadre\n")
                .contains("Lieu d'exécution : 33530 (Code postal)\n")
                .contains("Modification n° 1 : montant 70000 € HT, durée 30 mois, notifiée le 2024-09-01,"
                        + " publiée le 2024-09-05, titulaire SIRET " + HOLDER + "\n")
                .contains("Sous-traitance n° 1 : sous-traitant SIRET " + HOLDER + ", montant 5000 € HT, durée 6 mois,"
                        + " notifiée le 2024-06-01, publiée le 2024-06-02, prix Ferme\n");
    }

    @Test
    void recordThatNamesNoPageIsReadWhereTheSeedSays() throws Exception {
        String page = "https://data.example/table/?q=acheteur_id:{buyer-siret}+AND+id:{contract-number}";
        byte[] payload =
                nested("\"montant\": 63200.5").replace("2024V01", "2024 V&1").getBytes(StandardCharsets.UTF_8);

        assertThat(document(adapter.read(source(Map.of("page", page)), capture(), payload)
                                .entries()
                                .get(0))
                        .address())
                .isEqualTo("https://data.example/table/?q=acheteur_id:" + BUYER + "+AND+id:2024+V%261");
        assertThat(document(adapter.read(source(Map.of("page", page + "{procedure-id}")), capture(), payload)
                                .entries()
                                .get(0))
                        .address())
                .isEqualTo("http://feed.localhost/decp");
    }

    @Test
    void xmlSaysTheSameAsJson() throws Exception {
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <marches><marche><id>2024V01</id><acheteur><id>%s</id></acheteur><nature>Marché</nature>
                <objet>Vidéoprotection, analyse d'images</objet><codeCPV>32323500-8</codeCPV>
                <techniques><technique>Accord-cadre</technique></techniques><procedure>Appel d’offres ouvert</procedure>
                <lieuExecution><code>33530</code><typeCode>Code postal</typeCode></lieuExecution><dureeMois>24</dureeMois>
                <dateNotification>2024-05-15</dateNotification><datePublicationDonnees>2024-05-25</datePublicationDonnees>
                <montant>63200.5</montant><titulaires><titulaire><typeIdentifiant>SIRET</typeIdentifiant><id>%s</id></titulaire></titulaires>
                <modifications><modification><id>1</id><montant>70000</montant><dureeMois>30</dureeMois>
                <dateNotificationModification>2024-09-01</dateNotificationModification>
                <datePublicationDonneesModification>2024-09-05</datePublicationDonneesModification>
                <titulaires><titulaire><typeIdentifiant>SIRET</typeIdentifiant><id>%s</id></titulaire></titulaires></modification></modifications>
                <actesSousTraitance><acteSousTraitance><id>1</id><sousTraitant><typeIdentifiant>SIRET</typeIdentifiant><id>%s</id></sousTraitant>
                <dureeMois>6</dureeMois><montant>5000</montant><dateNotification>2024-06-01</dateNotification>
                <datePublicationDonnees>2024-06-02</datePublicationDonnees><variationPrix>Ferme</variationPrix></acteSousTraitance></actesSousTraitance>
                </marche></marches>""".formatted(BUYER, HOLDER, HOLDER, HOLDER);
        Entry entry = only(xml);
        assertThat(entry.remarks()).isEmpty();
        assertThat(document(entry).text().replace("Appel d’offres", "Appel d'offres"))
                .isEqualTo(document(only(nested("\"montant\": 63200.5, \"dureeMois\": 24")))
                        .text());
    }

    @Test
    void whatStandsForUnknownIsNoNumber() throws Exception {
        Entry entry = only(nested("\"montant\": \"CDL\", \"dureeMois\": \"NC\""));
        assertThat(entry.remarks()).isEmpty();
        assertThat(document(entry).text()).doesNotContain("Durée :").doesNotContain("Montant :");
    }

    @Test
    void whatIsNotUnderstoodIsTold() throws Exception {
        Entry entry = only(
                nested(
                        "\"montant\": \"beaucoup\", \"dureeMois\": 3, \"ccag\": \"Lunaire\", \"couleur\": {\"ton\": \"bleu\"}"));
        assertThat(document(entry).text()).contains("Durée : 3 mois");
        assertThat(entry.remarks())
                .containsExactlyInAnyOrder(
                        new Remark("unknown-value", "montant: 'beaucoup' is no value of the schema"),
                        new Remark("unknown-value", "ccag: 'Lunaire' is no value of the schema"),
                        new Remark("field-left-over", "field couleur/ton is not read"));
    }

    /** A contract is of a euro and a month at least; a tariff or a subsidy may be nothing. */
    @Test
    void sumsAndDurationsBelowWhatTheSchemaAllowsAreTold() throws Exception {
        Entry entry = only(nested("\"montant\": -5, \"dureeMois\": 0, \"montantSubventionPublique\": 0"));

        assertThat(document(entry).text()).doesNotContain("Durée :", "-5").contains("Subvention publique : 0");
        assertThat(entry.remarks())
                .containsExactlyInAnyOrder(
                        new Remark("unknown-value", "montant: '-5' is no value of the schema"),
                        new Remark("unknown-value", "dureeMois: '0' is no value of the schema"));
        assertThat(only(nested("\"montant\": 1, \"dureeMois\": 1, \"montantSubventionPublique\": -1"))
                        .remarks())
                .containsExactly(
                        new Remark("unknown-value", "montantSubventionPublique: '-1' is no value of the schema"));
    }

    /** As spreadsheets write long numbers. */
    @Test
    void aBuyersNumberThatIsNoSiretIsTold() throws Exception {
        Entry entry = read("""
                {"marches": [{"id": "1", "acheteur": {"id": "2,13306E+13"}, "objet": "Caméras", "dateNotification": "2024-03-01",
                 "montant": 41000, "titulaires": [{"typeIdentifiant": "TVA", "id": "FR123"}]}]}""").entries().get(0);

        assertThat(entry.remarks())
                .containsExactly(new Remark("unknown-value", "acheteur/id: '2,13306E+13' is no value of the schema"));
        assertThat(document(entry).text()).contains("2,13306E+13");
    }

    @Test
    void recordOfTheInterfaceIsReadByItsColumns() throws Exception {
        String record = """
                {"id": "24-7", "acheteur_id": "%s", "nature": "Marché", "objet": "Caméras", "codecpv": "32323500-8",
                 "procedure": "Procédure adaptée", "dureemois": 12, "datenotification": "2024-03-01", "montant": 41000.0,
                 "datepublicationdonnees": "2024-03-09", "titulaire_id_1": "%s", "titulaire_typeidentifiant_1": "SIRET",
                 "titulaire_id_2": "FR123", "titulaire_typeidentifiant_2": "TVA", "titulaire_id_3": "CDL",
                 "titulaire_typeidentifiant_3": "CDL", "techniques": "Accord-cadre, Catalogue électronique",
                 "idmodification": %s, "montantmodification": %s, "source": "place", "ccag": null}""";
        String page = "{\"total_count\": 240, \"results\": ["
                + record.formatted(BUYER, HOLDER, "\"1\"", "\"50000\"") + ","
                + record.formatted(BUYER, HOLDER, "\"2\"", "\"60000\"") + "]}";
        Reading reading = read(page);
        assertThat(reading.total()).isEqualTo(240);
        assertThat(reading.records()).isEqualTo(2);
        Entry entry = reading.entries().get(0);
        assertThat(reading.entries()).hasSize(1);
        assertThat(entry.remarks()).isEmpty();
        assertThat(document(entry).text())
                .contains("Titulaire : SIRET " + HOLDER + "\nTitulaire : TVA FR123\n")
                .contains("Technique d'achat : Accord-cadre, Catalogue électronique\n")
                .contains("Modification n° 1 : montant 50000 € HT\nModification n° 2 : montant 60000 € HT\n");
    }

    @Test
    void rowsOfOneContractAreOneDocument() throws Exception {
        String csv =
                "\ufeffuid;id;codeCPV;acheteur_id;acheteur_nom;titulaire_id;titulaire_nom;montant;dateNotification;type\n"
                        + row("7", HOLDER, "LUEUR SA", "90000", "2024-02-01")
                        + row("7", "55204599900869", "OMBRE SA", "90000", "2024-02-01")
                        + row("7", "55204599900869", "OMBRE SA", "90000", "2024-02-01")
                        + row("8", HOLDER, "LUEUR SA", "90000", "2024-02-01")
                        + row("8", "55204599900869", "OMBRE SA", "30000", "2024-02-01")
                        + row("9", HOLDER, "LUEUR SA", "1000", "2024-02-01")
                        + row("9", HOLDER, "LUEUR SA", "2000", "2024-03-01")
                        + "10;1\n";
        List<Entry> entries = read(csv).entries();
        assertThat(entries).hasSize(4);
        assertThat(entries.get(0).remarks()).extracting(Remark::kind).containsExactly("duplicate-record");
        assertThat(document(entries.get(0)).text())
                .contains("Titulaire : LUEUR SA (SIRET " + HOLDER + ")\nTitulaire : OMBRE SA (SIRET 55204599900869)\n");
        assertThat(document(entries.get(0)).date()).isEqualTo(PartialDate.parse("2024-02-01"));
        assertThat(document(entries.get(1)).text())
                .contains("Montant : 90000 € HT")
                .contains("Montant : 30000 € HT");
        assertThat(entries.get(2).remarks()).extracting(Remark::kind).containsExactly("superseded-version");
        assertThat(document(entries.get(2)).text()).contains("2000 € HT").doesNotContain("1000 € HT");
        assertThat(entries.get(3).document()).isNull();
        assertThat(entries.get(3).remarks()).extracting(Remark::kind).containsExactly("record-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "x-MacRoman", "IBM850"})
    void csvOfOldProgramsIsUnderstood(String charset) throws Exception {
        String csv = "id,acheteur_id,objet,titulaire_nom\n1," + BUYER + ",Vidéoprotection à l'école,LUEUR SA\n";
        byte[] bytes = csv.getBytes(Charset.forName(charset));
        assertThat(document(adapter.read(source(), capture(), bytes).entries().get(0))
                        .text())
                .contains("Objet : Vidéoprotection à l'école\n");
    }

    @Test
    void firmsAreNamedWhereTheRegisterKnowsThem() throws Exception {
        byte[] payload = nested("\"montant\": 1").getBytes(StandardCharsets.UTF_8);
        Entry entry = adapter.read(
                        source(),
                        capture(),
                        payload,
                        siren -> siren.equals(new Siren("732829320")) ? Optional.of("LUEUR SA") : Optional.empty())
                .entries()
                .get(0);
        assertThat(document(entry).text()).contains("Titulaire : LUEUR SA (SIRET " + HOLDER + ")\n");
        assertThat(entry.digest()).isEqualTo(only(nested("\"montant\": 1")).digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"records\": []}",
                "{\"marches\": {}}",
                "{\"marches\": {\"autre\": []}}",
                "{no json",
                "<html><body>Maintenance</body></html>",
                "<!DOCTYPE a><marches/>",
                "nom;prix\nA;1\n",
                "",
            })
    void whatIsNoAnswerIsRefused(String payload) {
        assertThatThrownBy(() -> read(payload)).isInstanceOf(ShapeException.class);
    }

    @Test
    void listWithoutContractsIsAnAnswer() throws Exception {
        assertThat(read("{\"marches\": []}").entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "decp_2019_test.json, 2, 2, 0",
        "exemple_json_concessions.json, 2, 2, 0",
        "exemple_json_marches_avec_modifications.json, 2, 2, 0",
        "exemple_json_marches_concessions.json, 4, 4, 0",
        "ocds_src_001_marche_simple.json, 1, 1, 0",
        "ocds_src_002_modification_montant.json, 1, 1, 0",
        "decp_flat_2024H2_works_400rows.csv, 400, 333, 1",
    })
    void publishedFilesAreReadWithoutLoss(String name, int records, int contracts, int told) throws Exception {
        byte[] payload = Files.readAllBytes(SharedCases.file("corpus/decp/" + name));
        assertThat(DecpRecords.read(new JsonMapper(), payload).records()).hasSize(records);
        List<Entry> entries = adapter.read(source(), capture(), payload).entries();
        assertThat(entries).hasSize(contracts);
        assertThat(entries).allSatisfy(entry -> {
            assertThat(document(entry).text())
                    .contains("Objet : ")
                    .contains("Montant : ")
                    .contains("Date d'attribution : ");
            assertThat(document(entry).date()).isNotNull();
        });
        assertThat(entries.stream().flatMap(entry -> entry.remarks().stream())).hasSize(told);
    }

    @Test
    void everyRowOfARealListIsInItsDocument() throws Exception {
        byte[] payload = Files.readAllBytes(SharedCases.file("corpus/decp/decp_flat_2024H2_works_400rows.csv"));
        Map<String, String> texts = adapter.read(source(), capture(), payload).entries().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Entry::id, entry -> document(entry).text()));
        long lost = DecpRecords.read(new JsonMapper(), payload).records().stream()
                .filter(row -> !String.valueOf(texts.get(row.at("uid").get(0).text()))
                        .contains(row.at("titulaire_id").get(0).text()))
                .count();
        assertThat(lost).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema_decp_v2.0.3.json", "decp_reference_schema_base.json"})
    void schemasAreNoContracts(String name) throws Exception {
        byte[] payload = Files.readAllBytes(SharedCases.file("corpus/decp/" + name));
        assertThatThrownBy(() -> adapter.read(source(), capture(), payload)).isInstanceOf(ShapeException.class);
    }

    private static String row(String id, String holder, String name, String amount, String day) {
        return BUYER + id + ";" + id + ";32323500;" + BUYER + ";COMMUNE DE BASSENS;" + holder + ";" + name + ";"
                + amount + ";" + day + ";Fournitures\n";
    }

    /** A contract in version 2 of the schema, with further fields. */
    private static String nested(String fields) {
        return """
                {"marches": {"marche": [{"id": "2024V01", "acheteur": {"id": "%s"}, "nature": "Marché",
                 "objet": "Vidéoprotection, analyse d'images", "codeCPV": "32323500-8", "techniques": {"technique": ["Accord-cadre"]},
                 "procedure": "Appel d'offres ouvert", "lieuExecution": {"code": "33530", "typeCode": "Code postal"},
                 "dateNotification": "2024-05-15", "datePublicationDonnees": "2024-05-25",
                 "titulaires": [{"titulaire": {"typeIdentifiant": "SIRET", "id": "%s"}}],
                 "modifications": [{"modification": {"id": 1, "montant": 70000, "dureeMois": 30,
                  "dateNotificationModification": "2024-09-01", "datePublicationDonneesModification": "2024-09-05",
                  "titulaires": [[{"typeIdentifiant": "SIRET", "id": "%s"}]]}}],
                 "actesSousTraitance": [{"acteSousTraitance": {"id": 1, "sousTraitant": {"id": "%s", "typeIdentifiant": "SIRET"},
                  "dureeMois": 6, "montant": 5000, "dateNotification": "2024-06-01", "datePublicationDonnees": "2024-06-02",
                  "variationPrix": "Ferme"}}], %s}]}}""".formatted(BUYER, HOLDER, HOLDER, HOLDER, fields);
    }

    private Reading read(String payload) throws ShapeException {
        return adapter.read(source(), capture(), payload.getBytes(StandardCharsets.UTF_8));
    }

    private Entry only(String payload) throws ShapeException {
        List<Entry> entries = read(payload).entries();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static SourceDocument document(Entry entry) {
        SourceDocument document = entry.document();
        assertThat(document).as("%s %s", entry.id(), entry.remarks()).isNotNull();
        return document;
    }

    private static Capture capture() {
        return new Capture("http://feed.localhost/decp", Instant.EPOCH, 200, null, "0".repeat(64), 1, null, null, null);
    }

    private static Source source() {
        return source(Map.of());
    }

    private static Source source(Map<String, String> options) {
        return new Source(
                "decp",
                "DECP",
                SourceKind.FEED,
                URI.create("http://feed.localhost/decp"),
                List.of(),
                Set.of("feed.localhost"),
                Publisher.unknown(),
                "decp-file",
                options,
                Set.of(),
                null,
                null,
                "test",
                null);
    }
}
