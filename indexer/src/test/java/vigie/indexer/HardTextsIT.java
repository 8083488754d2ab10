package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vigie.model.Claim;
import vigie.model.SourceDocument;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/**
 * Texts that no council writes: a megabyte of minutes of which every fourth sentence speaks of cameras, a megabyte without a line break, tens of
 * thousands of names, sums, towns, entries of lists. Each ends in its time, every quote stands where its claim says; twice
 * the text takes no more than a little over twice the time. The figures are printed as {@code hard: …}.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardTextsIT {

    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));
    /** So many sentences to one that speaks of cameras. */
    private static final int ONE_IN = 4;

    /** A thirtieth of it in every build; all with {@code -Dhard.texts}. */
    private static final int MEGABYTE = System.getProperty("hard.texts") == null ? 33_000 : 1_000_000;

    /** Of the thread's CPU time; five times what it takes, for machines differ: text that is read in quadratic time takes hours. */
    private static final double SECONDS = 3 + MEGABYTE / 80_000.0;

    private static final List<String> SENTENCES = List.of(
            "Le conseil municipal approuve l'extension de la vidéoprotection pour un montant de %d 400 euros HT.\n",
            "M. le Maire rappelle que la société Wintics exploite %d caméras depuis le 3 mars 2021.\n",
            "Mme Bastin demande si le logiciel BriefCam a été utilisé en %d ; il lui est répondu que non.\n",
            "La commission propose de retenir l'offre n° %d de SNEF, qui comporte l'analyse automatique des images.\n",
            "DÉLIBÉRATION N° %d : acquisition d'un système de lecture automatisée de plaques.\n",
            "Les élus de l'opposition votent contre le marché n° %d, conclu avec Videtics pour 12 000 € TTC.\n",
            "Le point %d de l'ordre du jour est retiré.\n");
    private static final List<String> OTHERS = List.of(
            "La subvention à l'école de musique est fixée à %d 200 €.\n",
            "M. le Maire rappelle le règlement de la cantine, article %d.\n",
            "Le conseil prend acte du rapport n° %d sur le prix et la qualité du service de l'eau.\n",
            "Les travaux de la rue des Lavandières dureront %d jours ; une déviation sera mise en place.\n");

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private Extraction extraction;

    @BeforeAll
    void warmUp() throws ProjectException {
        extraction = Extraction.of(Project.load(ROOT.resolve("quality/seeds"), ROOT.resolve("config")));
        // Loads lexicon, register and models, which is no matter of the text.
        extraction.claims(Documents.of("Commune de Valdorge\n" + minutes(MEGABYTE / 20), "2023-03-14"));
    }

    @Test
    void minutesThatSpeakOfLittleElse() {
        double half = read("half the minutes", minutes(MEGABYTE / 2));
        double whole = read("minutes", minutes(MEGABYTE));
        assertThat(whole).isLessThan(3.5 * half + 2);
    }

    @Test
    void megabyteInOneLine() {
        read("minutes in one line", minutes(MEGABYTE).replace('\n', ' '));
    }

    @Test
    void tenThousandVendors() {
        read("names of vendors", "BriefCam, Wintics, Videtics, Evitech et Foxstream, ".repeat(MEGABYTE / 500));
    }

    @Test
    void hundredThousandSums() {
        read("sums", "Achat de caméras approuvé : 12 345,67 € HT. ".repeat(MEGABYTE / 10));
    }

    @Test
    void sumsWithoutSentences() {
        String sums = IntStream.range(0, MEGABYTE / 10)
                .mapToObj(i -> i + " 345,67 € HT, ")
                .collect(Collectors.joining());
        read("sums without sentences", "Wintics exploite des caméras augmentées pour " + sums);
    }

    @Test
    void manyTowns() {
        String towns = "Wintics surveille à Saint-Denis, Lyon, Paris et Nice, communes voisines de Bagneux. ";
        read("names of towns", SENTENCES.get(1).formatted(3) + towns.repeat(MEGABYTE / towns.length()));
    }

    @Test
    void manyDecisions() {
        String decisions = IntStream.range(0, MEGABYTE / 70)
                .mapToObj(i -> "2023-%d : contrat avec Wintics pour les caméras augmentées, %d 100 €\n".formatted(i, i))
                .collect(Collectors.joining());
        read("decisions", decisions);
    }

    @Test
    void manyLotsOfOneNotice() {
        String contract = "objet : caméras augmentées\ntitulaire : Wintics\nmontant : 3 000 euros\n";
        String lot = "lot n° 4 : caméras augmentées de Wintics\n" + "montant partiel : 3 100 euros\n".repeat(12);
        read("lots", (contract + "\n").repeat(2) + contract + lot.repeat(MEGABYTE / lot.length()));
    }

    @Test
    void nothingButSpaces() {
        read("spaces", "Wintics exploite des caméras augmentées." + " ".repeat(MEGABYTE) + "Le 3 mars, Wintics.");
    }

    @Test
    void noSpaces() {
        read("no spaces", "Wintics exploite des caméras augmentées.\n" + "a".repeat(MEGABYTE));
    }

    private double read(String what, String body) {
        String text = "Commune de Valdorge\n" + body;
        SourceDocument document = Documents.of(text, "2023-03-14");
        long begun = System.nanoTime();
        long cpu = CPU.getCurrentThreadCpuTime();
        List<Claim> claims = extraction.claims(document);
        double seconds = (CPU.getCurrentThreadCpuTime() - cpu) / 1e9;
        double wall = (System.nanoTime() - begun) / 1e9;
        report("%s: %d characters, %.2f s CPU, %.2f s, %d claims", what, text.length(), seconds, wall, claims.size());
        assertThat(seconds).as(what).isLessThan(SECONDS);
        assertThat(claims)
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.evidence().quote())
                        .isNotBlank()
                        .isEqualTo(text.substring(
                                claim.evidence().start(), claim.evidence().end())));
        return seconds;
    }

    private static String minutes(int length) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(length + 200);
        while (text.length() < length) {
            List<String> kind = random.nextInt(ONE_IN) == 0 ? SENTENCES : OTHERS;
            text.append(String.format(Locale.ROOT, kind.get(random.nextInt(kind.size())), 1 + random.nextInt(900)));
        }
        return text.toString();
    }

    @SuppressWarnings("SystemOut") // the figures are the purpose
    private static void report(String format, Object... figures) {
        System.out.println("hard: " + String.format(Locale.ROOT, format, figures));
    }
}
