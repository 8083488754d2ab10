package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;
import vigie.model.PartialDate;

/**
 * The result of a national notice, which {@code FNSimple} has as written text only: lots, and under each the number of
 * offers, the date, the contract's number, the firm with its address, the sum. What is written otherwise stays a line.
 *
 * @param more lines that are no part of an award
 */
record BoampResult(List<Award> awards, List<Line> more) {

    private static final Pattern LOT =
            Pattern.compile("(?iu)^lots?\\s*(?:n\\s*[°ºo]\\s*)?:?\\s*(\\d+)\\b[\\s:–-]*(.*)$");
    private static final Pattern CONTRACT =
            Pattern.compile("(?iu)^(?:marché|accord-cadre)\\s*n\\s*[°ºo]\\s*:\\s*(\\S.*)$");
    private static final Pattern DATE =
            Pattern.compile("(?iu)^date d['’](?:attribution|notification).{0,20}?:\\s*(\\S.*)$");
    private static final Pattern FIRM = Pattern.compile("^([^,:]{2,120}),.*\\b(\\d{5})\\s+(\\p{L}[^,]*?)\\.?$");
    private static final Pattern AMOUNT = Pattern.compile("(?iu)^montant\\b([^:]*):\\s*(\\d.*)$");
    private static final Pattern WITHOUT = Pattern.compile("(?iu)\\b(?:infructueu(?:x|se)|sans suite)\\b");
    private static final Pattern LABELLED = Pattern.compile("^([^:]{3,60}?)\\s*:\\s+(.+)$");

    BoampResult {
        awards = List.copyOf(awards);
        more = List.copyOf(more);
    }

    static BoampResult read(String text) {
        Reader reader = new Reader();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(reader::line);
        return reader.result();
    }

    /** Reads line after line; an award is whole where the next begins. */
    private static final class Reader {

        private final List<Award> awards = new ArrayList<>();
        private final List<Line> more = new ArrayList<>();
        private final List<Party> holders = new ArrayList<>();
        private @Nullable String lot;
        private @Nullable String contract;
        private @Nullable Sum amount;
        private @Nullable PartialDate date;
        private @Nullable String without;

        void line(String line) {
            Matcher lotLine = LOT.matcher(line);
            Matcher contractLine = CONTRACT.matcher(line);
            Matcher dateLine = DATE.matcher(line);
            Matcher amountLine = AMOUNT.matcher(line);
            Matcher firm = FIRM.matcher(line);
            if (lotLine.matches()) {
                end();
                lot = lotLine.group(1);
                more.add(new Line("Lot n° " + lot, lotLine.group(2)));
            } else if (contractLine.matches()) {
                if (contract != null) {
                    endContract();
                }
                contract = contractLine.group(1);
            } else if (dateLine.matches() && BoampValues.day(dateLine.group(1)).isPresent()) {
                date = BoampValues.day(dateLine.group(1)).orElseThrow();
            } else if (amountLine.matches()) {
                amount(line, amountLine);
            } else if (firm.matches()) {
                holders.add(new Party(firm.group(1), null, firm.group(3), BoampValues.departement(firm.group(2))));
            } else {
                other(line);
            }
        }

        private void amount(String line, Matcher found) {
            Sum sum = BoampValues.number(found.group(2))
                    .map(value -> new Sum(value, "EUR", vat(line)))
                    .orElse(null);
            boolean isBound = found.group(1).toLowerCase(Locale.ROOT).matches(".*\\b(?:min|max).*");
            if (sum != null && amount == null && !isBound) {
                amount = sum;
            } else {
                more.add(new Line("Montant" + found.group(1).stripTrailing(), found.group(2)));
            }
        }

        private static @Nullable String vat(String line) {
            String upper = line.toUpperCase(Locale.ROOT);
            return upper.matches(".*\\bHT\\b.*") ? "HT" : upper.matches(".*\\bTTC\\b.*") ? "TTC" : null;
        }

        private void other(String line) {
            if (WITHOUT.matcher(line).find()) {
                without = line;
                return;
            }
            Matcher labelled = LABELLED.matcher(line);
            more.add(labelled.matches() ? new Line(labelled.group(1), labelled.group(2)) : new Line("Résultat", line));
        }

        /** The next contract of the same lot: the day is the same until another is told. */
        private void endContract() {
            add();
            contract = null;
            amount = null;
            holders.clear();
        }

        private void end() {
            add();
            holders.clear();
            lot = null;
            contract = null;
            amount = null;
            date = null;
            without = null;
        }

        private void add() {
            if (contract != null || !holders.isEmpty() || amount != null || without != null) {
                awards.add(new Award(lot, contract, holders, amount, date, null, without));
            }
        }

        BoampResult result() {
            end();
            return new BoampResult(awards, more);
        }
    }
}
