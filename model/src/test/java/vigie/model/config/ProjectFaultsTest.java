package vigie.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is told all at once, with file, line and remedy. */
class ProjectFaultsTest {

    @TempDir
    Path root;

    private ProjectFolders folders = new ProjectFolders(Path.of("target/unused"));

    @BeforeEach
    void emptyFolders() {
        folders = new ProjectFolders(root);
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnce() {
        folders.with("config/crawl.yml", "site-gap: 5s", "treads: 4", "total-time: soon")
                .with("config/lexicon/fr/contexts.yml", "contexts:", "  - id: surveillance", "    forms: [caméra(s)]")
                .with(
                        "config/lexicon/fr/legal.yml",
                        "kind: law",
                        "terms:",
                        "  - id: bought",
                        "    label: Achat",
                        "    forms: [acheté]",
                        "    examples: { match: [acheté] }",
                        "  - id: bought",
                        "    label: Acquisition",
                        "    forms: [acquis]",
                        "    examples: { match: [acquis] }")
                .with(
                        "config/vendors/oculia.yml",
                        "id: oculus",
                        "name: Oculia",
                        "role: software",
                        "aliases:",
                        "  - { text: OCU, needs: surveilance }",
                        "products:",
                        "  - { id: Ocu Plus, name: Ocu+, aliases: [ocu plus], oem-of: nobody }",
                        "examples: { match: [Oculia] }")
                .with("config/vendors/torn.yml", "id: torn", "name: \"Torn", "role: software")
                .with(
                        "seeds/south/towns.yml",
                        "sources:",
                        "  - id: bad-town",
                        "    name: Mairie de Montpelier",
                        "    kind: site",
                        "    url: www.town.example",
                        "    commune: \"34999\"",
                        "    origin: x",
                        "  - id: bad-town",
                        "    name: Twice",
                        "    kind: site",
                        "    url: https://town.example/",
                        "    commune: \"93059\"",
                        "    origin: x",
                        "    origin: y");

        assertThat(folders.problems())
                .containsExactly(
                        "config/crawl.yml:2: unknown key \"treads\" (did you mean threads? Permitted: contact, site-gap,"
                                + " feed-gap, max-crawl-delay, connect-timeout, total-time, min-rate, max-bytes,"
                                + " max-ratio, max-redirects, threads, max-rounds, max-pages-per-site, round,"
                                + " recheck, parse-time, parse-memory, ocr, extract-time)",
                        "config/crawl.yml:3: bad duration \"soon\" (write a number and its unit: 500ms, 5s, 10m, 12h or"
                                + " 7d)",
                        "config/lexicon/fr/legal.yml:1: unknown value \"law\" (permitted: technology, function, euphemism, legal, hint)",
                        "config/lexicon/fr/legal.yml:7: id \"bought\" is already taken in config/lexicon/fr/legal.yml:3 (choose another, or remove one of the two)",
                        "config/vendors/oculia.yml:1: id \"oculus\" is not the name of the file (write id: oculia, or"
                                + " rename the file to oculus.yml)",
                        "config/vendors/oculia.yml:5: unknown context group \"surveilance\" (did you mean surveillance?"
                                + " Permitted: surveillance)",
                        "config/vendors/oculia.yml:7: bad id \"Ocu Plus\" (lower-case letters without accents, digits"
                                + " and hyphens, such as \"ocu-plus\")",
                        "config/vendors/oculia.yml:7: unknown vendor \"nobody\" (permitted: oculia, torn)",
                        "config/vendors/torn.yml:4: broken YAML: found unexpected end of stream (mend this line or the"
                                + " one before: indent with spaces, a space after the colon, quotes closed)",
                        "seeds/south/towns.yml:5: bad address \"www.town.example\" (write a whole address with http://"
                                + " or https://, without spaces or password)",
                        "seeds/south/towns.yml:6: no commune has the INSEE code 34999 (perhaps 34172 (Montpellier), 26197"
                                + " (Montélier), 63240 (Montpensier))",
                        "seeds/south/towns.yml:8: id \"bad-town\" is already taken in seeds/south/towns.yml:2 (choose another, or remove one of the two)",
                        "seeds/south/towns.yml:12: 93059 is no longer the code of a commune: it is part of Saint-Denis"
                                + " (write 93066 (Saint-Denis))",
                        "seeds/south/towns.yml:14: key \"origin\" twice, already in line 13 (remove one of them)");
    }

    @Test
    void everyProblemOfABrokenFileIsInOneException() {
        folders.with("seeds/a.yml", "x: 1").with("seeds/b.yml", "- 1");

        ProjectException broken = catchThrowableOfType(ProjectException.class, folders::load);

        assertThat(broken.problems()).hasSize(3);
        assertThat(broken.problems().get(0).file())
                .isEqualTo(root.resolve("seeds/a.yml").toString());
        assertThat(broken).hasMessageContaining("a.yml:1: ").hasMessageContaining("b.yml:1: ");
    }

    @Test
    void filesAreNamedAsTheUserNamedTheFolder() {
        Path given = Path.of("nowhere/seeds");

        ProjectException missing =
                catchThrowableOfType(ProjectException.class, () -> Project.load(given, Path.of("nowhere/config")));

        assertThat(missing.problems())
                .extracting(Problem::file)
                .containsExactly("nowhere/config/lexicon", "nowhere/config/vendors", "nowhere/seeds");
        assertThat(missing.problems()).allSatisfy(problem -> {
            assertThat(problem.line()).isZero();
            assertThat(problem.message()).isEqualTo("dossier introuvable");
            assertThat(problem)
                    .hasToString(problem.file() + ": dossier introuvable (créez-le, ou indiquez le bon chemin)");
        });
    }

    @Test
    void brokenContextsMakeNoFalseAlarmElsewhere() {
        folders.with("config/lexicon/fr/contexts.yml", "contexts: [{ id: surveillance }]")
                .with(
                        "config/lexicon/fr/legal.yml",
                        "kind: legal",
                        "terms:",
                        "  - { id: x, label: X, forms: [{ text: x, needs: surveillance }], examples: { match: [x] } }");

        assertThat(folders.problems())
                .containsExactly("config/lexicon/fr/contexts.yml:1: key \"forms\" is missing (add it)");
    }

    @Test
    void contextThatIsDefinedNowhereIsAProblem() {
        folders.with(
                "config/lexicon/fr/legal.yml",
                "kind: legal",
                "terms:",
                "  - { id: x, label: X, forms: [{ text: x, needs: surveillance }], examples: { match: [x] } }");

        assertThat(folders.problems())
                .containsExactly(
                        "config/lexicon/fr/legal.yml:3: unknown context group \"surveillance\" (none is defined"
                                + " yet)");
    }

    @Test
    void tabsAreToldWithTheirLine() {
        folders.with("config/crawl.yml", "threads: 4", "site-gap: 5s", "\tfeed-gap: 5s");

        assertThat(folders.problems()).singleElement().asString().startsWith("config/crawl.yml:3: broken YAML: ");
    }

    @Test
    void whatIsNotPlainDataIsRefused() {
        folders.with("seeds/alias.yml", "sources: &all []", "again: *all")
                .with("seeds/two.yml", "sources: []", "---", "sources: []");

        assertThat(folders.problems())
                .anyMatch(problem -> problem.startsWith("seeds/alias.yml:2: YAML aliases (\"*all\")"))
                .anyMatch(problem -> problem.startsWith("seeds/two.yml:3: several YAML documents"));
    }

    @Test
    void fileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(folders.seeds().resolve("latin1.yml"), new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'});

        assertThat(folders.problems())
                .containsExactly("seeds/latin1.yml: this is not UTF-8 text (save the file as UTF-8)");
    }

    @Test
    void controlCharactersAreAFaultNotACrash() {
        folders.with("seeds/bell.yml", "sources: \u0007");

        assertThat(folders.problems()).singleElement().asString().contains("broken YAML");
    }

    @Test
    void deepNestingIsAFaultNotACrash() {
        folders.with("seeds/deep.yml", "sources: " + "[".repeat(20_000));

        assertThat(folders.problems()).singleElement().asString().contains("broken YAML");
    }

    @Test
    void fileWithTheOtherExtensionIsNotSilentlyLeftOut() {
        folders.with("seeds/towns.yaml", "sources: []");

        assertThat(folders.problems())
                .containsExactly(
                        "seeds/towns.yaml: this file is not read: only those that end in .yml are (rename it to"
                                + " towns.yml, or move it away)");
    }

    @Test
    void startOutsideTheHostsIsAProblem() {
        folders.with(
                "seeds/a.yml",
                "sources:",
                "  - id: a",
                "    name: A",
                "    kind: site",
                "    url: https://a.example/",
                "    starts:",
                "      - https://a.example/council",
                "      - https://docs.a.example/council",
                "    origin: x");

        assertThat(folders.problems())
                .containsExactly(
                        "seeds/a.yml:8: the start https://docs.a.example/council is outside the permitted hosts"
                                + " (add docs.a.example to hosts)");
    }

    @Test
    void nameInsteadOfCodeBringsTheCode() {
        folders.with(
                "seeds/a.yml",
                "sources:",
                "  - { id: a, name: A, kind: site, url: 'https://a.example/', commune: Audiern, origin: x }");

        assertThat(folders.problems())
                .singleElement()
                .asString()
                .startsWith("seeds/a.yml:2: \"Audiern\" is not an INSEE code (perhaps 29003 (Audierne)");
    }

    @Test
    void lawIsCheckedAndNoPartOfTheDigest() throws ProjectException {
        String without = folders.load().digest();
        folders.with(
                "config/law/fr.yml",
                "rules:",
                "  - id: x",
                "    reference: X",
                "    from: 2025-03-31",
                "    until: 2023",
                "    technologies: [vsa]",
                "    questions: [Illegal.]",
                "    verified: no");
        assertThat(folders.problems())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("config/law/fr.yml:5: the end 2023 is before"))
                .anyMatch(problem -> problem.startsWith("config/law/fr.yml:7: this is no question"));

        folders.with(
                "config/law/fr.yml",
                "rules: [{ id: x, reference: X, technologies: [vsa], questions: [\"Y ?\"], verified: no }]");
        assertThat(folders.load().law()).extracting(LegalRule::id).containsExactly("x");
        assertThat(folders.load().digest()).isEqualTo(without);
    }
}
