package vigie.reports.render;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vigie.model.Claim;
import vigie.model.Modality;
import vigie.model.Stage;

/**
 * Tells the reasons of a claim ({@link Claim#because()}), which the indexer writes in English as a log does, in the
 * language of the reader. A reason of an unknown form stays as it is. Stateless.
 */
public final class Reasons {

    /** Forms by the last part of their key in the message files; the first that fits counts. */
    private static final Map<String, Pattern> FORMS = forms(
            "cue", "cue '(.*)' speaks for ([a-z-]+) \\(([a-z]+)\\)",
            "later", "a later sentence goes on about it",
            "said", "said by ([a-z]+)",
            "adopted", "the section's vote adopts it",
            "turned-down", "the section's vote turns it down",
            "notice", "notice: ([a-z-]+) by its labels",
            "publisher", "about the publisher: (.*)",
            "joint", "several communes buy together; the sentence names (\\d+)",
            "about", "the sentence is about (.*)",
            "elsewhere", "the sentence places it in (.*)",
            "publishes", "the source publishes for (.*)",
            "siren", "the publisher's SIREN is that of (.*)",
            "stamp", "the stamp of the préfecture is that of (.*)",
            "siret", "the text gives the SIRET of (.*)",
            "no-author", "no commune is named as the author",
            "alike", "two communes are named alike: (.*), (.*)",
            "and-departement", "the text speaks of (.*) and of its département",
            "speaks-of", "the text speaks of (.*)",
            "largest", "of (\\d+) communes called (.*) the by far largest");

    private Reasons() {}

    /** The reason in words of that language. */
    public static String told(String reason, Texts texts) {
        for (Map.Entry<String, Pattern> form : FORMS.entrySet()) {
            Matcher matcher = form.getValue().matcher(reason);
            if (matcher.matches()) {
                return texts.get("reason." + form.getKey(), values(form.getKey(), matcher, texts));
            }
        }
        return reason;
    }

    private static Object[] values(String form, Matcher matcher, Texts texts) {
        return switch (form) {
            case "cue" ->
                new Object[] {matcher.group(1), texts.stage(stage(matcher.group(2)), modality(matcher.group(3)))};
            case "notice" -> new Object[] {texts.stage(stage(matcher.group(1)), Modality.ASSERTED)};
            case "said" -> new Object[] {texts.get("reason.speaker." + matcher.group(1))};
            case "publisher" ->
                new Object[] {
                    Stream.of(matcher.group(1).split("; "))
                            .map(reason -> told(reason, texts))
                            .collect(Collectors.joining(" ; "))
                };
            default ->
                IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toArray();
        };
    }

    private static Stage stage(String id) {
        return Stage.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Modality modality(String id) {
        return Modality.valueOf(id.toUpperCase(Locale.ROOT));
    }

    private static Map<String, Pattern> forms(String... pairs) {
        Map<String, Pattern> forms = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            forms.put(pairs[i], Pattern.compile(pairs[i + 1]));
        }
        return forms;
    }
}
