package vigie.reports.export;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import vigie.model.Amount;
import vigie.model.Claim;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.ReviewState;
import vigie.model.Stage;
import vigie.model.Technology;

/**
 * How people say it, for titles and for what a map shows; in French, as the sources are.
 *
 * @param reasons why a claim was made, step by step
 */
public record Words(
        BiFunction<Stage, Modality, String> stage,
        Function<Technology, String> technology,
        Function<PartialDate, String> date,
        Function<Amount, String> amount,
        Function<Double, String> confidence,
        Function<ReviewState, String> review,
        Function<Claim, List<String>> reasons) {}
