package vigie.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Departement;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

class CommunesTest {

    private static final Communes COMMUNES = Communes.load();

    @Test
    void registerIsComplete() {
        assertThat(COMMUNES.all())
                .hasSizeGreaterThan(37_000)
                .extracting(commune -> commune.code() + " " + commune.type().id())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(COMMUNES.all().stream().filter(commune -> commune.type() == CommuneType.ACTUELLE))
                .hasSizeBetween(34_000, 36_000)
                .allMatch(commune -> commune.parent() == null);
    }

    @Test
    void everyRowIsInARegisteredDepartementAndUnderACurrentCommune() {
        assertThat(COMMUNES.all()).allSatisfy(commune -> {
            assertThat(COMMUNES.departement(commune.departement())).isPresent();
            assertThat(COMMUNES.currentOf(commune.code())).isPresent();
            if (commune.epci() != null) {
                assertThat(COMMUNES.epci(commune.epci()).orElseThrow().members())
                        .contains(commune.code());
            }
        });
    }

    @Test
    void communeHasAllThatTheRegisterSays() {
        Commune moirans = code("38239");

        assertThat(moirans.name()).isEqualTo("Moirans");
        assertThat(moirans.departement()).isEqualTo("38");
        assertThat(moirans.siren()).isEqualTo(new Siren("213802390"));
        assertThat(moirans.postcodes()).containsExactly("38430");
        assertThat(moirans.population()).isBetween(5_000, 12_000);
        assertThat(moirans.coordinates()).isNotNull();
        assertThat(moirans.coordinates().lat()).isBetween(45.0, 46.0);
        assertThat(Optional.ofNullable(moirans.epci())
                        .flatMap(COMMUNES::epci)
                        .orElseThrow()
                        .name())
                .contains("Pays Voironnais");
        assertThat(COMMUNES.bySiren(new Siren("213802390"))).contains(moirans);
        assertThat(COMMUNES.byPostcode("38430")).contains(moirans);
    }

    @Test
    void homonymsAreAllFound() {
        assertThat(codes(COMMUNES.byName("bassens"))).contains("33032", "73031");
        assertThat(codes(COMMUNES.byName("MASSY"))).containsExactly("76415", "91377", "71288");
    }

    @Test
    void currentCommunesComeBeforeDelegatedOnes() {
        List<Commune> found = COMMUNES.byName("Saint-Denis");

        assertThat(codes(found)).containsExactly("11339", "30247", "93066", "97411", "93066");
        assertThat(found.stream().filter(commune -> commune.code().value().equals("93066")))
                .extracting(Commune::type)
                .containsExactly(CommuneType.ACTUELLE, CommuneType.DELEGUEE);
        assertThat(code("93066").type()).isEqualTo(CommuneType.ACTUELLE);
        assertThat(COMMUNES.currentOf(new InseeCode("93066"))).contains(code("93066"));
    }

    @ParameterizedTest
    @CsvSource({"75056, Paris, 75101", "69123, Lyon, 69381", "13055, Marseille, 13201"})
    void citiesWithArrondissementsAreCommunesToo(String city, String name, String arrondissement) {
        assertThat(code(city).name()).isEqualTo(name);
        assertThat(COMMUNES.byName(name)).contains(code(city));
        assertThat(COMMUNES.byCode(new InseeCode(arrondissement))).isEmpty();
        assertThat(COMMUNES.currentOf(new InseeCode(arrondissement))).contains(code(city));
    }

    @ParameterizedTest
    @CsvSource({
        "93059, 93066, Pierrefitte-sur-Seine merged",
        "20004, 2A004, Ajaccio before the split of Corsica",
        "01018, 01033, Bellegarde-sur-Valserine merged"
    })
    void formerCodesLeadToTheCommuneOfToday(String former, String today, String why) {
        assertThat(COMMUNES.currentOf(new InseeCode(former))).as(why).contains(code(today));
    }

    @Test
    void unknownIsEmptyNotGuessed() {
        assertThat(COMMUNES.byCode(new InseeCode("01999"))).isEmpty();
        assertThat(COMMUNES.currentOf(new InseeCode("01999"))).isEmpty();
        assertThat(COMMUNES.byName("Roquebelle-les-Essarts")).isEmpty();
        assertThat(COMMUNES.byPostcode("00000")).isEmpty();
        assertThat(COMMUNES.bySiren(new Siren("356000000"))).isEmpty();
        assertThat(COMMUNES.epci(new Siren("356000000"))).isEmpty();
        assertThat(COMMUNES.departement("20")).isEmpty();
    }

    @Test
    void departementsHaveNames() {
        assertThat(COMMUNES.departement("2A").map(Departement::name)).contains("Corse-du-Sud");
        assertThat(COMMUNES.departements()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "Montpelier, Montpellier",
        "montpel, Montpellier",
        "Monptellier, Montpellier",
        "St Etienne, Saint-Étienne",
        "Audierne sur mer, Audierne",
        "hay les roses, L'Haÿ-les-Roses",
        "Marsielle, Marseille"
    })
    void nearestNamesAreWhatWasMeant(String typed, String meant) {
        assertThat(COMMUNES.nearest(typed, 3)).extracting(Commune::name).first().isEqualTo(meant);
    }

    @Test
    void nothingIsNearToNonsense() {
        assertThat(COMMUNES.nearest("xqzwkvjxqzwk", 3)).isEmpty();
        assertThat(COMMUNES.nearest("--", 3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "L'Haÿ-les-Roses | l hay les roses",
                "L’Haÿ - les  Roses | l hay les roses",
                "ŒUILLY | oeuilly",
                "Saint-Étienne | saint etienne",
                "St-Denis | st denis",
                "Bædeville | baedeville",
                "Val-d'Izé | val d ize"
            })
    void namesAreComparedFolded(String name, String folded) {
        assertThat(Communes.fold(name)).isEqualTo(folded);
    }

    private static Commune code(String code) {
        return Optional.of(new InseeCode(code)).flatMap(COMMUNES::byCode).orElseThrow();
    }

    private static List<String> codes(List<Commune> communes) {
        return communes.stream().map(commune -> commune.code().value()).toList();
    }
}
