package vigie.reports.render;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.Contract;
import vigie.model.Purchase;
import vigie.reports.CityReport.Ending;
import vigie.reports.CityReport.Purchased;

/** How contracts are told in words; immutable, thread-safe. */
public record ContractTexts(Texts texts) {

    /** What a contract is called by: its number, its part, and its buyer where that is not the town itself. */
    public String reference(Contract contract) {
        String number = numbered(contract.number(), contract.part());
        String buyer = contract.buyer().kind() == BuyerKind.COMMUNE
                ? null
                : texts.get("contracts.buyer", contract.buyer().name());
        return joined(", ", number.isEmpty() ? "—" : number, buyer);
    }

    /** How long it is made for, as far as known. */
    public String term(Contract contract) {
        String months = contract.months() == null ? null : texts.get("contracts.months", contract.months());
        String end = contract.end() == null ? null : texts.get("contracts.until", texts.date(contract.end()));
        String term = joined(", ", months, end);
        return term.isEmpty() ? "—" : term;
    }

    /** When it ends or ended, seen from the report's day; empty where nothing is told of that. */
    public String ending(@Nullable Ending ending) {
        if (ending == null) {
            return "";
        }
        String key = "contracts." + (ending.stated() ? "end" : "end-reckoned") + (ending.over() ? ".over" : ".ahead");
        return texts.get(key, texts.date(ending.day()), ending.months());
    }

    /** What a letter calls a contract by. */
    String called(Purchased purchased) {
        Contract contract = purchased.contract();
        return joined(
                ", ",
                contract.number() == null && contract.part() == null ? null : reference(contract),
                purchased.holder() == null ? null : texts.get("contracts.held", purchased.holder()),
                contract.awarded() == null ? null : texts.get("contracts.on", texts.date(contract.awarded())));
    }

    /** All of a contract in one line; {@code holder} as people call it. */
    public String line(Contract contract, @Nullable String holder) {
        return joined(
                " · ",
                reference(contract),
                holder == null ? null : texts.get("contracts.held", holder),
                contract.amounts().isEmpty()
                        ? null
                        : contract.amounts().stream().map(texts::amount).collect(Collectors.joining(" + ")),
                contract.awarded() == null ? null : texts.get("contracts.on", texts.date(contract.awarded())),
                contract.months() == null && contract.end() == null ? null : term(contract));
    }

    /** Why a claim is held to speak of the contract that another speaks of. */
    public String tie(Contract.Tie tie) {
        return texts.get("tie." + tie.rule().id(), tie.claim(), tie.to(), Objects.toString(tie.by(), ""));
    }

    /** What the passage of a claim calls the contract by; empty where it calls it by nothing. */
    public String called(Claim claim) {
        Purchase purchase = claim.purchase();
        if (purchase == null) {
            return "";
        }
        String notices = purchase.notices().isEmpty()
                ? null
                : texts.get("contracts.announced", String.join(", ", purchase.notices()));
        String number = numbered(purchase.number(), purchase.part());
        return joined(
                " · ",
                number.isEmpty() ? null : number,
                notices,
                purchase.amendment() ? texts.get("contracts.amendment") : null);
    }

    private String numbered(@Nullable String number, @Nullable String part) {
        return joined(", ", number == null ? null : texts.get("contracts.number", number), part);
    }

    private static String joined(String by, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(by));
    }
}
