package vigie.reports.atlas;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Contract;
import vigie.reports.AtlasReport.Entry;
import vigie.reports.AtlasReport.Price;

/** Adds the prices of contracts up: each contract once, each way of stating a price apart. */
final class Prices {

    private static final Comparator<Price> ORDER = Comparator.comparing(
                    Price::vat, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Price::currency);

    /** What may be added to each other. */
    private record Basis(Amount.@Nullable Vat vat, String currency) {}

    private Prices() {}

    /** The contracts of the entries, each once. */
    static Collection<Contract> contracts(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.deployment().contracts().stream())
                .collect(Collectors.toMap(Contract::id, Function.identity(), (one, same) -> one))
                .values();
    }

    /** Prices of those contracts of which one is known: the first amount; those after it are of amendments. */
    static List<Price> of(Collection<Contract> contracts) {
        Map<Basis, List<Amount>> apart = contracts.stream()
                .filter(contract -> !contract.amounts().isEmpty())
                .map(contract -> contract.amounts().get(0))
                .collect(Collectors.groupingBy(amount -> new Basis(amount.vat(), amount.currency())));
        return apart.entrySet().stream()
                .map(same -> price(same.getKey(), same.getValue()))
                .sorted(ORDER)
                .toList();
    }

    private static Price price(Basis basis, List<Amount> amounts) {
        return new Price(
                basis.vat(),
                basis.currency(),
                amounts.stream().map(Amount::value).reduce(BigDecimal.ZERO, BigDecimal::add),
                amounts.size());
    }
}
