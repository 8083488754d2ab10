package vigie.indexer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vigie.model.Mention;
import vigie.model.config.Communes;
import vigie.model.config.Lexicon;

/** How fast the gate reads: {@code mvn -pl model,indexer -Dtest=GateBenchTest -Dgate.bench -Djacoco.skip test}. */
@EnabledIfSystemProperty(named = "gate.bench", matches = ".*", disabledReason = "measures; run it with -Dgate.bench")
class GateBenchTest {

    private static final int CHARACTERS = 10_000_000;
    private static final int ROUNDS = 12;
    private static final List<String> WORDS = List.of(
            ("le la les de du des un une et à en par pour sur avec conseil municipal commune délibération séance maire"
                            + " adjoint budget travaux voirie école subvention association convention marché public"
                            + " attribution lot entreprise montant approuve autorise décide unanimité rapport exercice"
                            + " personnel emploi tableau effectifs cession parcelle cadastrée section urbanisme vidange"
                            + " logement social eau assainissement règlement tarif cantine crèche bibliothèque fête"
                            + " identité caméra l'article d'équipement porte-fenêtre centre-ville 2023 45 000 €"
                            + " intercommunalité communauté d'agglomération vice-président")
                    .split(" "));

    @Test
    void speed() {
        Lexicon lexicon = ProjectFolder.lexicon();
        long begun = System.nanoTime();
        Gate gate = Gate.compile(lexicon);
        report("build %.0f ms", (System.nanoTime() - begun) / 1e6);
        String latin = text("€", "euros");
        assertThat(measure("Latin-1, a camera in 500 characters", gate::scan, latin))
                .isPositive();
        assertThat(measure("UTF-16, a camera in 500 characters", gate::scan, latin.replace('\'', '’')))
                .isPositive();
        assertThat(measure("Latin-1, a hit in 20,000 characters", gate::scan, latin.replace("caméra", "carafe")))
                .isPositive();
        report("%s", gate.size());
    }

    /** Papers of councils, notices and data files, as often as make the same length. */
    @Test
    void speedOnRealText() throws IOException {
        String once = CorpusOracleIT.texts(Integer.MAX_VALUE);
        String text = once.repeat(1 + CHARACTERS / once.length());
        assertThat(measure("real text", Gate.compile(ProjectFolder.lexicon())::scan, text))
                .isPositive();
    }

    @Test
    void speedOfCommuneNames() {
        Communes communes = Communes.load();
        assertThat(communes.all()).isNotEmpty();
        long begun = System.nanoTime();
        CommuneGate gate = CommuneGate.compile(communes);
        long bytes = gate.bytes();
        report("communes: build %.0f ms, %d bytes", (System.nanoTime() - begun) / 1e6, bytes);
        String text = text("€", "euros").replace("vidéosurveillance", "commune de Moirans");
        assertThat(measure("communes", gate::scan, text)).isPositive();
        assertThat(measure("communes, in capitals", gate::scan, text.toUpperCase(Locale.FRENCH)))
                .isPositive();
    }

    private static double measure(String what, Function<String, List<Mention>> scan, String text) {
        double best = 0;
        int hits = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            hits = scan.apply(text).size();
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
            best = Math.max(best, text.length() / (spent / 1e3));
        }
        report("%s: %.0f million characters per CPU-second, %d hits", what, best, hits);
        return best;
    }

    private static String text(String without, String instead) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(CHARACTERS + 100);
        int nextHit = 20_000;
        while (text.length() < CHARACTERS) {
            text.append(WORDS.get(random.nextInt(WORDS.size())).replace(without, instead));
            text.append(random.nextInt(12) > 0 ? " " : ".\n");
            if (text.length() > nextHit) {
                text.append("la vidéosurveillance algorithmique ");
                nextHit += 20_000;
            }
        }
        return text.toString();
    }

    @SuppressWarnings("SystemOut") // the figures are the purpose
    private static void report(String format, Object... figures) {
        System.out.println("gate: " + String.format(Locale.ROOT, format, figures));
    }
}
