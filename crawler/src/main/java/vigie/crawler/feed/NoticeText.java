package vigie.crawler.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns a notice's JSON into lines of label and value, so that it is read like any other document.
 *
 * <p>Contact persons and their coordinates are left out: names of persons are no facts of ours.
 */
final class NoticeText {

    /** Keys under which BOAMP's families keep contact persons and their coordinates. */
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i).*(correspondant|contact|coord|telephone|electronicmail|telefax|ubo|ultimatebeneficialowner).*"
                    + "|mel|tel|fax|adr|adresse|nom|prenom|poste|cac:postaladdress");

    /** What forms leave in fields that nobody filled in. */
    private static final Set<String> NOISE =
            Set.of("", "default_value_change_me", "org 1", "tpo 1", "sans objet", "néant", "oui", "non");

    private final Set<String> lines = new LinkedHashSet<>();

    /** Adds a line unless the value says nothing. */
    NoticeText line(String label, String value) {
        String clean = value.replace("&amp;", "&").replaceAll("\\s+", " ").strip();
        if (!NOISE.contains(clean.toLowerCase(Locale.ROOT))) {
            lines.add(label + " : " + clean);
        }
        return this;
    }

    /** Adds every leaf below a node, each labelled with its key. */
    NoticeText leaves(String label, JsonNode node) {
        if (node.isArray()) {
            node.forEach(item -> leaves(label, item));
        } else if (node.isObject()) {
            amount(label, node);
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!PERSONAL.matcher(field.getKey()).matches()
                        && field.getKey().charAt(0) != '@') {
                    leaves(field.getKey().equals("#text") ? label : field.getKey(), field.getValue());
                }
            }
        } else if (node.isValueNode() && !node.isNull()) {
            line(label(label), node.asText());
        }
        return this;
    }

    /** {@code {"@DEVISE": "EUR", "#text": "63200"}} and {@code @currencyID} are sums of money. */
    private void amount(String label, JsonNode node) {
        String currency = node.path("@DEVISE").asText(node.path("@currencyID").asText(""));
        if (!currency.isEmpty()) {
            line(
                    label(label) + " (" + currency + ")",
                    node.path("#text").asText() + " " + (currency.equals("EUR") ? "€" : currency));
        }
    }

    /** {@code OBJET_COMPLET} and {@code cbc:Description} as words. */
    private static String label(String key) {
        String words = key.replaceFirst("^\\w+:", "").replace('_', ' ').replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
        String lower = words.toLowerCase(Locale.FRENCH);
        return lower.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.FRENCH) + lower.substring(1);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
