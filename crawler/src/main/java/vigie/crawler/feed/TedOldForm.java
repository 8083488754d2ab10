package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Notice.Lot;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;

/**
 * A form of schema R2.0.8, or one of those that keep its shape in R2.0.9 (defence): each form gives its sections names of
 * their own ({@code OBJECT_VEAT}), while what they hold is called the same in all. So fields are looked for by name, at any
 * depth. Not thread-safe: one per notice.
 *
 * @param names of fields and what becomes of them
 */
record TedOldForm(Element form, Strict strict, TedFields fields, List<List<String>> names) {

    private static final String LEFT_OUT = "-";
    private static final List<String> AWARDS = List.of(
            "AWARD_OF_CONTRACT",
            "AWARD_OF_CONTRACT_DEFENCE",
            "AWARD_OF_CONTRACT_DEFENSE",
            "AWARD_AND_CONTRACT_VALUE",
            "RESULT_CONTEST");
    private static final String VALUE = "CONTRACT_VALUE_INFORMATION";
    private static final String COSTS = "COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE";

    static boolean is(Element form) {
        return form.children().stream().anyMatch(child -> child.name().startsWith("FD_"));
    }

    List<Party> buyers() {
        return fields.parties(form, "CA_CE_CONCESSIONAIRE_PROFILE", "CONTACT_DATA_OTHER_BEHALF_CONTRACTING_AUTORITHY");
    }

    Optional<String> title() {
        return text(
                form,
                "TITLE_CONTRACT",
                "TITLE_DESIGN_CONTACT_NOTICE",
                "TITLE_RESULT_DESIGN_CONTEST",
                "TITLE_QUALIFICATION_SYSTEM",
                "TITLE_NOTICE_BUYER_PROFILE");
    }

    /** In this order: what is bought, else, where a form has no such field, how much of it. */
    @Nullable
    String description() {
        return text(
                        form,
                        "SHORT_CONTRACT_DESCRIPTION",
                        "SHORT_DESCRIPTION",
                        "SHORT_DESCRIPTION_CONTRACT",
                        "DESCRIPTION",
                        "TOTAL_QUANTITY_OR_SCOPE")
                .orElse(null);
    }

    /** Of the whole, else of the framework agreement: the lots have their own. */
    @Nullable
    Sum estimate() {
        return Stream.of("QUANTITY_SCOPE", "TOTAL_ESTIMATED")
                .flatMap(name -> TedFields.descendants(form, name))
                .flatMap(scope -> TedFields.descendants(scope, "COSTS_RANGE_AND_CURRENCY"))
                .flatMap(costs -> fields.costs(costs).stream())
                .findFirst()
                .orElse(null);
    }

    List<String> earlier() {
        return all(form, "NOTICE_NUMBER_OJ");
    }

    /** Date and time, separated by a T. */
    Optional<String> deadline() {
        return TedFields.descendants(form, "RECEIPT_LIMIT_DATE")
                .flatMap(date -> fields.concluded(date).stream()
                        .map(day ->
                                day + text(date, "TIME").map(time -> "T" + time).orElse("")))
                .findFirst();
    }

    List<Lot> lots() {
        List<Lot> lots = new ArrayList<>();
        for (Element lot : Stream.concat(annexes(form), TedFields.descendants(form, "LOT_PRIOR_INFORMATION"))
                .toList()) {
            lots.add(new Lot(
                    text(lot, "LOT_NUMBER").orElse("unique"),
                    text(lot, "LOT_TITLE").orElse(null),
                    text(lot, "LOT_DESCRIPTION").orElse(null),
                    TedFields.descendants(lot, "COSTS_RANGE_AND_CURRENCY")
                            .flatMap(costs -> fields.costs(costs).stream())
                            .findFirst()
                            .orElse(null),
                    TedFields.descendants(lot, "CPV_CODE")
                            .flatMap(code -> Stream.ofNullable(code.attributes().get("CODE")))
                            .distinct()
                            .toList()));
        }
        return lots;
    }

    private static Stream<Element> annexes(Element in) {
        return in.children().stream()
                .flatMap(child -> child.name().matches("F\\d\\d_ANNEX_B") ? Stream.of(child) : annexes(child));
    }

    List<Award> awards() {
        return AWARDS.stream()
                .flatMap(name -> TedFields.descendants(form, name))
                .map(this::award)
                .toList();
    }

    private Award award(Element award) {
        String lots = String.join(", ", all(award, "LOT_NUMBER"));
        return new Award(
                lots.isEmpty() ? null : lots,
                text(award, "CONTRACT_NUMBER", "CONTRACT_NO", "CONTEST_NUMBER").orElse(null),
                fields.parties(
                        award,
                        "ECONOMIC_OPERATOR_NAME_ADDRESS",
                        "CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME_CHP",
                        "NAME_ADDRESS_WINNER"),
                TedFields.descendants(award, VALUE)
                        .flatMap(value -> TedFields.descendants(value, COSTS))
                        .flatMap(costs -> fields.costs(costs).stream())
                        .findFirst()
                        .orElse(null),
                Stream.of("CONTRACT_AWARD_DATE", "DATE_OF_CONTRACT_AWARD")
                        .flatMap(name -> TedFields.descendants(award, name))
                        .flatMap(date -> fields.concluded(date).stream())
                        .findFirst()
                        .orElse(null),
                null,
                null);
    }

    /** What else the form says; to be asked last, for it takes what nobody took. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (List<String> row : names) {
            for (Element element : named(form, row.get(0)).toList()) {
                if (row.get(1).equals(LEFT_OUT)) {
                    strict.leave(element);
                    continue;
                }
                String text = words(element);
                if (!text.isEmpty()) {
                    lines.add(new Line(row.get(1), text));
                }
            }
        }
        return lines;
    }

    private String words(Element element) {
        List<Element> open = strict.take(element);
        if (open.isEmpty()) {
            return "";
        }
        String range = fields.range(element).orElse(null);
        if (range != null) {
            return range;
        }
        if (!element.all("YEAR").isEmpty()) {
            return fields.concluded(element).map(Object::toString).orElse("");
        }
        String unit = switch (element.name()) {
            case "MONTHS" -> " mois";
            case "DAYS" -> " jours";
            default -> "";
        };
        return open.stream()
                .map(fields::words)
                .filter(value -> !value.isBlank())
                .distinct()
                .map(value -> value + unit)
                .collect(Collectors.joining(", "));
    }

    /** The nearest elements below whose name is {@code name}, or, where that ends with a star, starts like it. */
    private static Stream<Element> named(Element in, String name) {
        if (!name.endsWith("*")) {
            return TedFields.descendants(in, name);
        }
        String start = name.substring(0, name.length() - 1);
        return in.children().stream()
                .flatMap(child -> child.name().startsWith(start) ? Stream.of(child) : named(child, name));
    }

    private List<String> all(Element in, String name) {
        return TedFields.descendants(in, name)
                .peek(strict::leave)
                .map(Element::allText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private Optional<String> text(Element in, String... some) {
        return Stream.of(some).flatMap(name -> all(in, name).stream().limit(1)).findFirst();
    }
}
