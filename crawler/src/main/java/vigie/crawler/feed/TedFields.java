package vigie.crawler.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.PartialDate;

/** Single fields of a {@code TED_EXPORT} form; what is not understood is remarked. Not thread-safe: one per notice. */
final class TedFields {

    private final Strict strict;
    private final Set<Remark> remarks;

    /** @param remarks what is not understood is added here */
    TedFields(Strict strict, Set<Remark> remarks) {
        this.strict = strict;
        this.remarks = remarks;
    }

    /** The nearest elements below {@code in} that are called {@code name}, in order. */
    static Stream<Element> descendants(Element in, String name) {
        return in.children().stream()
                .flatMap(child -> child.name().equals(name) ? Stream.of(child) : descendants(child, name));
    }

    /** Who is addressed by elements of these names below {@code in}; addresses and contact persons are left. */
    List<Party> parties(Element in, String... names) {
        return Stream.of(names)
                .flatMap(name -> descendants(in, name))
                .map(this::party)
                .filter(party -> party.name() != null)
                .distinct()
                .toList();
    }

    Party party(Element address) {
        strict.leave(address);
        String country = descendants(address, "COUNTRY")
                .flatMap(found -> Stream.ofNullable(found.attributes().get("VALUE")))
                .findFirst()
                .orElse("");
        String code = first(address, "POSTAL_CODE").orElse("");
        return new Party(
                first(address, "OFFICIALNAME")
                        .or(() -> first(address, "ORGANISATION"))
                        .orElse(null),
                first(address, "NATIONALID").orElse(null),
                first(address, "TOWN").orElse(null),
                country.equals("FR") ? EformsParties.departement(code) : null);
    }

    private static Optional<String> first(Element in, String name) {
        return descendants(in, name)
                .map(Element::allText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** A leaf as a person would write it: a sum with its currency, a duration with its unit. */
    String words(Element leaf) {
        if (leaf.attributes().containsKey("CURRENCY")) {
            return sum(leaf).map(Sum::text).orElse("");
        }
        String unit = leaf.attributes().getOrDefault("TYPE", "");
        return leaf.allText() + (unit.equals("MONTH") ? " mois" : unit.equals("DAY") ? " jours" : "");
    }

    /** A sum of R2.0.9, which is without tax. */
    Optional<Sum> sum(Element leaf) {
        return sum(leaf, leaf.attributes().get("CURRENCY"), "HT");
    }

    /** A sum of R2.0.8, which says whether tax is in it. */
    Optional<Sum> costs(Element costs) {
        return costs.all("VALUE_COST").stream()
                .flatMap(value -> sum(value, currency(costs), vat(costs)).stream())
                .findFirst();
    }

    /** The lowest and the highest of several sums of R2.0.8 in words, or the one sum; empty if there is none. */
    Optional<String> range(Element costs) {
        Stream<Element> within =
                Stream.of("VALUE_COST", "LOW_VALUE", "HIGH_VALUE").flatMap(name -> descendants(costs, name));
        List<String> sums = (costs.attributes().containsKey("FMTVAL") ? Stream.of(costs) : within)
                .flatMap(value -> sum(value, currency(costs), vat(costs)).stream())
                .map(Sum::text)
                .distinct()
                .toList();
        return sums.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", sums));
    }

    /** It stands at the sum or at an element around it. */
    private static @Nullable String currency(Element costs) {
        String own = costs.attributes().get("CURRENCY");
        return own != null
                ? own
                : costs.children().stream()
                        .map(TedFields::currency)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String vat(Element costs) {
        boolean isWithout = descendants(costs, "EXCLUDING_VAT").findAny().isPresent();
        return isWithout ? "HT" : descendants(costs, "INCLUDING_VAT").findAny().isPresent() ? "TTC" : null;
    }

    private Optional<Sum> sum(Element leaf, @Nullable String currency, @Nullable String vat) {
        if (currency == null) {
            return Optional.empty();
        }
        strict.leave(leaf);
        String text = leaf.attributes().getOrDefault("FMTVAL", leaf.text()).replaceAll("\\s", "");
        try {
            return Optional.of(new Sum(new BigDecimal(text.replace(',', '.')), currency, vat));
        } catch (NumberFormatException e) {
            remarks.add(new Remark("unknown-value", leaf.name() + " is no sum: '" + leaf.text() + "'"));
            return Optional.empty();
        }
    }

    /** 2020-11-16, or day, month and year apart as in R2.0.8. */
    Optional<PartialDate> concluded(Element date) {
        strict.leave(date);
        if (date.children().isEmpty()) {
            return day(date.text());
        }
        return day(Stream.of("YEAR", "MONTH", "DAY")
                .flatMap(part -> date.all(part).stream())
                .map(part -> (part.text().length() == 1 ? "0" : "") + part.text())
                .collect(Collectors.joining("-")));
    }

    /** 2020-11-16 or 20201116. */
    Optional<PartialDate> day(String text) {
        String plain = text.matches("\\d{8}")
                ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
                : text;
        try {
            return Optional.of(PartialDate.parse(plain));
        } catch (IllegalArgumentException e) {
            remarks.add(new Remark("unknown-value", "'" + text + "' is no day"));
            return Optional.empty();
        }
    }

    /** 2020/S 255-643354 is notice 643354-2020. */
    static String number(String journal) {
        return journal.strip().replaceFirst("^(\\d{4})/S \\d+-0*(\\d+)$", "$2-$1");
    }
}
