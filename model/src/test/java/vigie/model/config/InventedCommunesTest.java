package vigie.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Commune;
import vigie.model.id.InseeCode;

class InventedCommunesTest {

    private static final String HEADER =
            "code\ttype\tname\tparent\tdepartement\tregion\tsiren\tpostcodes\tpopulation\tformer\tlat\tlon\tprecision\tepci\n";

    @TempDir
    Path folder;

    private Path seeds;
    private Path config;

    @BeforeEach
    void folders() throws Exception {
        seeds = Files.createDirectories(folder.resolve("seeds"));
        config = folder.resolve("config");
        Files.createDirectories(config.resolve("vendors"));
        Files.createDirectories(config.resolve("lexicon/fr"));
    }

    @Test
    void inventedCommunesJoinTheRegister() throws Exception {
        write(
                "99001\tactuelle\tVal-Moreau\t\t99\t99\t\t99100\t12\t\t\t\t\t\n99002\tactuelle\tÉtoile\t\t99\t99\t\t\t3\t\t\t\t\t\n");
        Communes communes = Project.load(seeds, config).communes();
        assertThat(communes.byName("etoile")).extracting(Commune::code).contains(new InseeCode("99002"));
        assertThat(communes.byCode(new InseeCode("38239"))).isPresent();
        assertThat(communes.nearest("Val Morau", 1)).extracting(Commune::name).containsExactly("Val-Moreau");
    }

    @Test
    void realCommuneCannotBeInvented() throws Exception {
        write("38239\tactuelle\tMoirans\t\t38\t84\t\t38430\t12\t\t\t\t\t\n");
        assertThatThrownBy(() -> Project.load(seeds, config))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("communes.tsv:2")
                .hasMessageContaining("Moirans");
    }

    @Test
    void everyRowThatCannotBeReadIsTold() throws Exception {
        write(
                "99001\tactuelle\tVal-Moreau\t\t99\t99\t\t\tmany\t\t\t\t\t",
                "99002\tactuelle\tÉtoile\t\t99\t99\t\t\t3\t\t45.5\t5.5\tplace\t",
                "99002\tactuelle\tÉtoile\t\t99\t99\t\t\t3\t\t\t\t\t",
                "99003\tactuelle\tBrume\t\t99\t99\t\t\t3\t\tnorth\teast\tplace\t",
                "99004");
        assertThatThrownBy(() -> Project.load(seeds, config))
                .isInstanceOfSatisfying(
                        ProjectException.class,
                        broken -> assertThat(broken.problems())
                                .extracting(Problem::line)
                                .containsExactly(2, 4, 5, 6));
    }

    private void write(String... rows) throws Exception {
        Files.writeString(seeds.resolve("communes.tsv"), HEADER + String.join("\n", rows));
    }
}
