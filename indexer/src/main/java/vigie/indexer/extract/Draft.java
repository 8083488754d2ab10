package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.PartialDate;
import vigie.model.Purchase;
import vigie.model.Reference;
import vigie.model.Vote;

/**
 * A claim in the making: what a section says of a subject.
 *
 * @param sentence which decided
 * @param quote where its evidence lies
 * @param support other sentences of the section that say the same
 * @param purchase the contract behind it, as far as the section tells
 * @param references numbers of its act, codes of what is bought
 * @param functions ids of those that its quote names
 * @param vote on it
 */
record Draft(
        Subject subject,
        Judgement judgement,
        Sentence sentence,
        Span quote,
        List<Sentence> support,
        @Nullable Amount amount,
        @Nullable PartialDate date,
        @Nullable Purchase purchase,
        List<Reference> references,
        List<String> functions,
        @Nullable Vote vote,
        List<String> because) {

    Draft {
        support = List.copyOf(support);
        references = List.copyOf(references);
        functions = List.copyOf(functions);
        because = List.copyOf(because);
    }

    /** A draft without sum and date yet. */
    static Draft of(Subject subject, Judgement judgement, Sentence sentence, Span quote, List<String> because) {
        return new Draft(
                subject, judgement, sentence, quote, List.of(), null, null, null, List.of(), List.of(), null, because);
    }

    /** The same, judged otherwise for the reason {@code step}. */
    Draft judged(Judgement other, String step) {
        List<String> steps = new ArrayList<>(because);
        steps.add(step);
        return new Draft(
                subject, other, sentence, quote, support, amount, date, purchase, references, functions, vote, steps);
    }

    Draft worth(@Nullable Amount sum, @Nullable PartialDate when) {
        return new Draft(
                subject,
                judgement,
                sentence,
                quote,
                support,
                sum,
                when,
                purchase,
                references,
                functions,
                vote,
                because);
    }

    Draft buying(@Nullable Purchase bought) {
        return new Draft(
                subject,
                judgement,
                sentence,
                quote,
                support,
                amount,
                date,
                bought,
                references,
                functions,
                vote,
                because);
    }

    Draft telling(List<String> named, @Nullable Vote held) {
        return new Draft(
                subject, judgement, sentence, quote, support, amount, date, purchase, references, named, held, because);
    }

    Draft citing(List<Reference> cited) {
        return new Draft(
                subject, judgement, sentence, quote, support, amount, date, purchase, cited, functions, vote, because);
    }

    Draft about(Subject other) {
        return new Draft(
                other,
                judgement,
                sentence,
                quote,
                support,
                amount,
                date,
                purchase,
                references,
                functions,
                vote,
                because);
    }

    Draft backedBy(List<Sentence> sentences) {
        return new Draft(
                subject,
                judgement,
                sentence,
                quote,
                sentences,
                amount,
                date,
                purchase,
                references,
                functions,
                vote,
                because);
    }

    /** Whether it is the same but for what backs it. */
    boolean isSameAs(Draft other) {
        return subject.equals(other.subject) && judgement.equals(other.judgement) && sentence.equals(other.sentence);
    }

    boolean saysTheSameAs(Draft other) {
        return subject.sameAs(other.subject)
                && judgement.stage() == other.judgement.stage()
                && judgement.modality() == other.judgement.modality();
    }
}
