package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.crawler.feed.FeedFixture.Answer;
import vigie.model.Source;

/**
 * What it costs {@code vigie rebuild} to read the captures of a feed again; not a part of the build. Run:
 *
 * <pre>mvn -pl crawler -am -Djacoco.skip test -Dtest=RereadBenchmark -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class RereadBenchmark {

    private static final int[] RECORDS = {1_250, 2_500, 5_000, 10_000, 10_000};
    private static final Pattern PAGE = Pattern.compile("limit=(\\d+)&offset=(\\d+)");
    private static final String DESCRIPTION =
            "Fourniture, pose et maintenance de caméras sur la voie publique, avec les travaux de génie civil. "
                    .repeat(20);

    private final JsonMapper json = new JsonMapper();

    @Test
    void costOfRecords(@TempDir Path folder) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int i = 0; i < RECORDS.length; i++) {
            int records = RECORDS[i];
            Path own = Files.createDirectories(folder.resolve("feed-" + i));
            try (FeedFixture feed = new FeedFixture(own)) {
                feed.routes.put("/records", query -> Answer.ok(page(query, records)));
                Source source = feed.source(
                        "boamp",
                        "/records",
                        Map.of("words", "caméras", "since", "2026-02-01", "window", "P1Y", "overlap", "P1D"));
                assertThat(feed.collect(source, Integer.MAX_VALUE).documents()).isEqualTo(records);
                System.gc();
                pools().forEach(MemoryPoolMXBean::resetPeakUsage);
                long kept = used();
                long start = system.getProcessCpuTime();
                assertThat(feed.reread(source)).isZero();
                double seconds = (system.getProcessCpuTime() - start) / 1e9;
                long most =
                        pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - kept;
                System.out.printf(
                        Locale.ROOT,
                        "reread: %d records, %.1f s of CPU, %.2f ms a record, at most %d MB more, garbage included%n",
                        records,
                        seconds,
                        1e3 * seconds / records,
                        most >> 20);
            }
        }
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static long used() {
        return pools().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private String page(String query, int total) {
        Matcher asked = PAGE.matcher(query);
        assertThat(asked.find()).isTrue();
        int from = Integer.parseInt(asked.group(2));
        int to = Math.min(total, from + Integer.parseInt(asked.group(1)));
        ObjectNode page = json.createObjectNode().put("total_count", total);
        ArrayNode results = page.putArray("results");
        for (int number = from; number < to; number++) {
            results.add(record(number));
        }
        return page.toString();
    }

    private ObjectNode record(int number) {
        String id = "26-" + number;
        ObjectNode record = json.createObjectNode();
        record.put("idweb", id).put("objet", "Vidéoprotection, lot " + number).put("famille", "MAPA");
        record.put("dateparution", "2026-02-14").put("nomacheteur", "Commune de Valmont");
        record.put("nature", "APPEL_OFFRE").put("etat", "INITIAL");
        ObjectNode notice = json.createObjectNode();
        notice.putObject("IDENTITE")
                .put("DENOMINATION", "Commune de Valmont")
                .put("CP", "99001")
                .put("VILLE", "Valmont");
        ObjectNode object = notice.putObject("OBJET");
        object.put("TITRE_MARCHE", "Vidéoprotection, lot " + number).put("OBJET_COMPLET", DESCRIPTION);
        object.putObject("CPV").put("PRINCIPAL", "32323500");
        ObjectNode reference = json.createObjectNode();
        reference.putObject("REFERENCE").put("IDWEB", id);
        return record.put("gestion", reference.toString()).put("donnees", notice.toString());
    }
}
