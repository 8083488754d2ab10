package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.indexer.extract.FoundReference.Kind;

/**
 * A number that a text calls a contract, a part of one or a notice by; only one that tells it from others: "marché n° 3"
 * does not.
 *
 * @param value {@code 2023-014}; {@code lot 2}, {@code marché subséquent 3}; {@code 23-904711}
 */
record ContractNumber(Span span, What what, String value) {

    enum What {
        CONTRACT,
        PART,
        NOTICE
    }

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Sought LOT = Sought.of(
            "\\blot[\\s\\u00A0]+(?:n[\\s\\u00A0]?[°ºo][\\s\\u00A0]?|num[ée]ro[\\s\\u00A0])?0*(\\d{1,2}|(?-i:[A-F]))(?![\\p{L}\\d])",
            FLAGS);
    private static final Pattern LOT_BEHIND = Pattern.compile("(.{3,}?)[-_/. ]*lots?[-_/. ]*0*(\\d{1,2})", FLAGS);
    private static final Pattern NOTICE = Pattern.compile("\\d{2}-\\d{2,7}|\\d{4,8}-20\\d{2}");
    private static final Pattern YEAR_OR_DATE =
            Pattern.compile("(?:19|20)\\d{2}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{2}|\\d{4})");
    private static final Pattern COUNTED = Pattern.compile(
            "^[\\s\\u00A0\\u202F]{0,2}(?:\\d{3}\\b|€|euros?\\b|HT\\b|TTC\\b|ans?\\b|mois\\b|jours?\\b|%)", FLAGS);
    private static final Pattern SIGNED = Pattern.compile("\\b(?:n[°ºo]|num|r[ée]f|contract folder)", FLAGS);

    /** A number without any sign of being one must look like one: "Marché : 2023-07". */
    private static final Pattern COMPOUND =
            Pattern.compile("\\w*\\d[-/_]\\w*\\d\\w*(?:[-/_]\\w+)*|\\d+\\p{L}+\\d+|\\p{L}+\\d{3,}", FLAGS);

    private static final int BEHIND = 12;
    private static final int SHORTEST = 3;
    private static final int SHORTEST_PLAIN = 5;

    private static final Set<Kind> KINDS = Set.of(Kind.AVIS, Kind.MARCHE);

    /** The numbers in {@code range}, in order. */
    static List<ContractNumber> in(String text, Span range) {
        List<ContractNumber> found = new ArrayList<>();
        for (FoundReference reference : References.find(text, range.start(), range.end(), KINDS)) {
            if (reference.kind() == Kind.AVIS
                    && NOTICE.matcher(reference.value()).matches()) {
                found.add(new ContractNumber(spanOf(reference), What.NOTICE, reference.value()));
            } else if (reference.kind() == Kind.MARCHE) {
                found.addAll(ofContract(text, reference));
            }
        }
        LOT.each(
                text,
                range.start(),
                range.end(),
                lot -> found.add(
                        new ContractNumber(new Span(lot.start(), lot.end()), What.PART, "lot " + lot.group(1))));
        found.sort(Comparator.comparingInt(number -> number.span().start()));
        return found;
    }

    /** The numbers of notices that {@code words} hold, as a feed's fields for them do. */
    static List<String> notices(String words) {
        return Pattern.compile("(?<![\\d-])(?:" + NOTICE.pattern() + ")(?![\\d-])")
                .matcher(words.replace('_', '-'))
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    private static List<ContractNumber> ofContract(String text, FoundReference reference) {
        String surface = text.substring(reference.start(), reference.end()).toLowerCase(Locale.FRENCH);
        if (surface.startsWith("lot")) {
            return List.of();
        }
        if (surface.matches("(?s).*(?:subs[ée]quent|sp[ée]cifique).*")) {
            return List.of(new ContractNumber(
                    spanOf(reference),
                    What.PART,
                    "marché subséquent " + reference.value().replaceFirst("^0+(?=\\d)", "")));
        }
        Matcher lot = LOT_BEHIND.matcher(reference.value());
        String number = lot.matches() ? lot.group(1) : reference.value();
        if (!isTelling(number) || !(SIGNED.matcher(surface).find() || looksLikeOne(text, number, reference.end()))) {
            return List.of();
        }
        List<ContractNumber> found = new ArrayList<>();
        found.add(new ContractNumber(spanOf(reference), What.CONTRACT, number));
        Optional.of(lot)
                .filter(Matcher::matches)
                .ifPresent(part -> found.add(new ContractNumber(spanOf(reference), What.PART, "lot " + part.group(2))));
        return found;
    }

    private static boolean isTelling(String number) {
        String signs = number.replaceAll("[^\\p{L}\\d]", "");
        boolean plain = number.chars().allMatch(Character::isDigit);
        return signs.length() >= (plain ? SHORTEST_PLAIN : SHORTEST)
                && signs.chars().filter(Character::isDigit).count() >= 2
                && !YEAR_OR_DATE.matcher(number).matches();
    }

    private static boolean looksLikeOne(String text, String number, int end) {
        String behind = text.substring(end, Math.min(text.length(), end + BEHIND));
        return COMPOUND.matcher(number).matches() && !COUNTED.matcher(behind).find();
    }

    private static Span spanOf(FoundReference reference) {
        return new Span(reference.start(), reference.end());
    }
}
