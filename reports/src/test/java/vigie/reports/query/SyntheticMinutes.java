package vigie.reports.query;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;

/** Texts with the statistics of council minutes: the words of French at the top, Zipf's law below; always the same. */
final class SyntheticMinutes {

    private static final List<String> FREQUENT = Arrays.asList(
            ("de la le les et des à du en un une pour par dans au sur que est conseil municipal commune ville qui il "
                            + "avec ce aux se ne pas sont Monsieur Madame maire délibération vote budget projet travaux "
                            + "marché public séance article euros montant service mission année convention approuve "
                            + "autorise décide vu considérant code général collectivités territoriales sécurité police "
                            + "caméra caméras vidéoprotection école rue place association subvention département région")
                    .split(" "));
    private static final String[] SYLLABLES =
            "ma ri é lo ta ne ver ti con pré bal sou dor gui fré cha len mon tal vi dé ru pla quo ban fer ni sé ba lu"
                    .split(" ");

    private final Random random;
    private final List<String> vocabulary = new ArrayList<>(FREQUENT);
    private final double[] cumulated;

    SyntheticMinutes(long seed, int words) {
        random = new Random(seed);
        while (vocabulary.size() < words) {
            StringBuilder word = new StringBuilder();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            vocabulary.add(word.append(random.nextBoolean() ? "s" : "").toString());
        }
        cumulated = new double[words];
        double sum = 0;
        for (int i = 0; i < words; i++) {
            sum += 1 / (i + 2.7);
            cumulated[i] = sum;
        }
    }

    /** A word, as frequent as it is in the texts. */
    String word() {
        double at = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, at);
        return vocabulary.get(Math.min(vocabulary.size() - 1, found < 0 ? -found - 1 : found));
    }

    /** A word of some rank, from 0. */
    String word(int rank) {
        return vocabulary.get(rank);
    }

    String text(int length) {
        StringBuilder text = new StringBuilder(length + 20);
        while (text.length() < length) {
            text.append(word());
            int mark = random.nextInt(40);
            text.append(mark < 36 ? " " : mark < 38 ? ", " : mark < 39 ? ". " : ".\n\n");
        }
        return text.toString();
    }

    /** Document number {@code i} of about {@code length} characters. */
    SourceDocument document(int i, int length) {
        return document(i, text(length));
    }

    /** Document number {@code i} with that text. */
    SourceDocument document(int i, String text) {
        String url = "http://commune-" + i % 300 + ".example/actes/" + i + ".pdf";
        return new SourceDocument(
                SourceDocument.idOf(url, ""),
                "commune-" + i % 300,
                new Capture(
                        url,
                        Instant.ofEpochSecond(1_760_000_000L + i),
                        200,
                        "application/pdf",
                        Digest.sha256(text.getBytes(StandardCharsets.UTF_8)),
                        text.length(),
                        null,
                        null,
                        null),
                "",
                i % 3 == 0 ? DocumentKind.PROCES_VERBAL : DocumentKind.DELIBERATION,
                "Délibération n° " + i + " : " + text(30).strip(),
                new PartialDate(2010 + i % 15, 1 + i % 12, 1 + i % 28),
                new Publisher(
                        "Commune " + i % 300,
                        new InseeCode(String.format("%02d%03d", 1 + i % 19, i % 300)),
                        null,
                        null),
                TextOutcome.TEXT,
                null,
                text,
                List.of(0, text.length() / 2),
                List.of(),
                Map.of("nature", "99_DE"));
    }
}
