package vigie.model.config;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Departement;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.id.InseeCode;

/** Whom the shipped seeds reach, and that each of them says where it is from. */
class ShippedSeedsTest {

    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));

    private static final Pattern DATE = Pattern.compile("\\b20\\d{2}(-\\d{2}){1,2}$");

    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");

    private final Project project;
    private final List<Source> sites;
    private final Set<InseeCode> towns;

    ShippedSeedsTest() throws ProjectException {
        project = Project.load(ROOT.resolve("seeds"), ROOT.resolve("config"));
        sites = project.sources().stream()
                .filter(source -> source.kind() == SourceKind.SITE || "raa".equals(source.adapter()))
                .toList();
        towns = sites.stream()
                .map(site -> site.publisher().insee())
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    @Test
    void everyCommuneAboveFiftyThousandHasItsSite() {
        List<String> without = project.communes().all().stream()
                .filter(commune -> commune.type() == CommuneType.ACTUELLE && commune.population() > 50_000)
                .filter(commune -> !towns.contains(commune.code()))
                .map(commune -> commune.code() + " " + commune.name())
                .toList();

        assertThat(without).isEmpty();
        assertThat(towns).hasSizeGreaterThanOrEqualTo(150);
    }

    /** Each code whose label the research checked; software and services are not, and are left to the words. */
    @Test
    void feedsAskForTheSameCodesOfPurchases() throws IOException {
        Path research =
                ROOT.toAbsolutePath().normalize().resolveSibling("shared").resolve("sources.md");
        assumeTrue(Files.exists(research), () -> "skipped: no " + research);
        Set<String> codes = Files.readAllLines(research).stream()
                .filter(line -> line.startsWith("CPV "))
                .map(line -> line.replaceFirst(" Software .*", ""))
                .flatMap(line -> CODE.matcher(line).results().map(MatchResult::group))
                .collect(toSet());
        List<Set<String>> asked = project.sources().stream()
                .map(source -> source.options().get("cpv"))
                .filter(Objects::nonNull)
                .map(cpv -> Set.of(cpv.split(", ")))
                .toList();

        assertThat(codes).hasSizeGreaterThan(5);
        assertThat(asked).hasSize(4).containsOnly(codes);
    }

    @Test
    void townsOfKnownFactsHaveTheirSites() throws IOException {
        Path root = ROOT.toAbsolutePath().normalize();
        Path facts = root.resolveSibling("shared").resolve("corpus/known-facts-dev.jsonl");
        assumeTrue(Files.exists(facts), () -> "skipped: no " + facts);

        Set<InseeCode> told = new TreeSet<>();
        for (String line : Files.readAllLines(facts)) {
            JsonNode fact = new ObjectMapper().readTree(line);
            town(fact).forEach(told::add);
        }

        assertThat(told).isNotEmpty();
        assertThat(towns).containsAll(told);
    }

    @Test
    void prefecturesBeginAtTheirActs() {
        List<Source> prefectures = project.sources().stream()
                .filter(source -> "raa".equals(source.adapter()))
                .toList();

        assertThat(prefectures).hasSizeGreaterThanOrEqualTo(40);
        assertThat(prefectures)
                .extracting(site -> site.publisher().departement())
                .doesNotHaveDuplicates()
                .isSubsetOf(project.communes().departements().stream()
                        .map(Departement::code)
                        .toList());
        assertThat(prefectures)
                .filteredOn(source -> source.url().getPath().length() < 2)
                .extracting(Source::id)
                .isEmpty();
    }

    @Test
    void noTwoSitesShareAHost() {
        Map<String, Set<String>> owners = sites.stream()
                .flatMap(site -> site.hosts().stream().map(host -> Map.entry(host, site.id())))
                .collect(groupingBy(Map.Entry::getKey, TreeMap::new, mapping(Map.Entry::getValue, toSet())));
        owners.values().removeIf(ids -> ids.size() == 1);

        assertThat(owners).isEmpty();
    }

    @Test
    void everySiteSaysWhereItIsFromAndOfWhen() {
        assertThat(sites)
                .filteredOn(site -> !DATE.matcher(site.origin()).find())
                .extracting(Source::id)
                .isEmpty();
    }

    private Stream<InseeCode> town(JsonNode fact) {
        if (fact.path("insee").isTextual()) {
            return Stream.of(new InseeCode(fact.get("insee").asText()));
        }
        return project.communes().byName(fact.path("commune").asText()).stream()
                .map(Commune::code)
                .map(project.communes()::currentOf)
                .flatMap(commune -> commune.stream().map(Commune::code));
    }
}
