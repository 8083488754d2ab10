package vigie.crawler.feed;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.crawler.feed.Notice.Sum;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.PartialDate;

/** The values of an eForms notice in words; what is not understood is remarked. Not thread-safe: one per notice. */
final class EformsCodes {

    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:Z|[+-]\\d{2}:\\d{2})?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2})?");
    /** Stands for a text that is not made public. */
    private static final String WITHHELD = "unpublished";

    private static final Map<String, String> UNITS =
            Map.of("DAY", "jours", "WEEK", "semaines", "MONTH", "mois", "YEAR", "ans", "HUR", "heures");

    private final Map<String, String> words;
    private final Set<String> lists;
    private final Set<Remark> remarks;

    /** @param remarks what is not understood is added here */
    EformsCodes(Words words, Set<Remark> remarks) {
        this.words = words.words();
        this.lists = words.lists();
        this.remarks = remarks;
    }

    /** Code lists of the eForms SDK in French, as far as notices are clearer for it: {@code list/code} to words, or none. */
    record Words(Map<String, String> words, Set<String> lists) {

        static Words load() {
            Map<String, String> words = new HashMap<>();
            Set<String> lists = new HashSet<>();
            for (List<String> row : Table.rows("eforms-codes.tsv", 3)) {
                lists.add(row.get(0));
                words.put(row.get(0) + "/" + row.get(1), row.get(2));
            }
            return new Words(Map.copyOf(words), Set.copyOf(lists));
        }
    }

    /** A leaf as a person would write it: a sum with its currency, a measure with its unit, a code in words. */
    String text(Element leaf) {
        if (leaf.attributes().containsKey("currencyID")) {
            return sum(leaf).map(Sum::text).orElse("");
        }
        String unit = leaf.attributes().get("unitCode");
        if (unit != null) {
            return leaf.text() + " " + UNITS.getOrDefault(unit, unit);
        }
        String list = leaf.attributes().get("listName");
        if (list != null && leaf.name().endsWith("Code")) {
            return word(list, leaf.text());
        }
        Matcher date = DATE.matcher(leaf.text());
        Matcher time = TIME.matcher(leaf.text());
        if (leaf.text().equals(WITHHELD)) {
            return "";
        }
        return date.matches() ? date.group(1) : time.matches() ? time.group(1) : leaf.allText();
    }

    /** A code in words; as it is if its list is none that we put in words. */
    String word(String list, String code) {
        String word = words.get(list + "/" + code);
        if (word == null && lists.contains(list)) {
            remarks.add(new Remark("unknown-value", "'" + code + "' is no " + list + " that we know"));
        }
        return word == null ? code : word;
    }

    /** A sum without tax, as eForms gives them; nothing where it is withheld, which a negative one stands for. */
    Optional<Sum> sum(Element leaf) {
        try {
            BigDecimal value = new BigDecimal(leaf.text());
            String currency = leaf.attributes().get("currencyID");
            if (currency != null) {
                return value.signum() < 0 ? Optional.empty() : Optional.of(new Sum(value, currency, "HT"));
            }
            remarks.add(new Remark("unknown-value", leaf.name() + " is a sum without a currency"));
            return Optional.empty();
        } catch (NumberFormatException e) {
            remarks.add(new Remark("unknown-value", leaf.name() + " is no sum: '" + leaf.text() + "'"));
            return Optional.empty();
        }
    }

    /** A day, without its time zone. */
    Optional<PartialDate> date(String text) {
        Matcher date = DATE.matcher(text);
        try {
            if (date.matches()) {
                return Optional.of(PartialDate.parse(date.group(1)));
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        remarks.add(new Remark("unknown-value", "'" + text + "' is no day"));
        return Optional.empty();
    }
}
