package vigie.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vigie.model.Amount;
import vigie.model.Mention;
import vigie.model.Stage;

/** The sum that a section ties to what a draft tells: in its sentence, or in one that goes on about the price. */
final class Money {

    private static final int FOLLOWING = 2;
    private static final Pattern FREE = Pattern.compile(
            "\\b(?:gratuit\\w*|sans frais|a titre gracieux|gracieusement|sans contrepartie financiere|ne coutait rien|ne coute rien)\\b");

    private Money() {}

    static Optional<Amount> of(SectionText section, Draft draft) {
        Sentence judged = draft.sentence();
        int anchor = judged.contains(draft.subject().anchor().start())
                ? draft.subject().anchor().start()
                : judged.start();
        Optional<Amount> here = AmountChoice.in(judged, anchor, section.sums());
        if (here.isPresent()) {
            return here;
        }
        if (FREE.matcher(judged.view().text()).find()) {
            return Optional.of(Amount.euros(java.math.BigDecimal.ZERO, null));
        }
        return draft.judgement().stage() == Stage.ENDED ? Optional.empty() : around(section, draft);
    }

    private static Optional<Amount> around(SectionText section, Draft draft) {
        List<Sentence> sentences = section.sentences();
        int index = sentences.indexOf(draft.sentence());
        for (int i = index + 1; i >= 1 && i <= index + FOLLOWING && i < sentences.size(); i++) {
            Optional<Amount> next = AmountChoice.after(sentences.get(i), section.sums());
            if (next.isPresent()) {
                return next;
            }
        }
        return named(section, draft, index);
    }

    /** The price where the purchase was named, if the decision came in a later sentence. */
    private static Optional<Amount> named(SectionText section, Draft draft, int index) {
        int anchor = draft.subject().anchor().start();
        for (int i = Math.max(0, index - 4); i < index; i++) {
            Sentence before = section.sentences().get(i);
            if (before.contains(anchor)) {
                Optional<Amount> there = AmountChoice.in(before, anchor, section.sums());
                return there.isPresent()
                        ? there
                        : AmountChoice.after(section.sentences().get(i + 1), section.sums());
            }
        }
        return sameParties(section, draft, index);
    }

    /** "The firm offers it for 6,840 € … the council accepts the firm's estimate." */
    private static Optional<Amount> sameParties(SectionText section, Draft draft, int index) {
        Subject subject = draft.subject();
        for (int i = index - 1; i >= Math.max(0, index - 4); i--) {
            Sentence before = section.sentences().get(i);
            Optional<Mention> party = section.in(before).stream()
                    .filter(mention -> mention.ref().equals(subject.vendor())
                            || mention.ref().equals(subject.integrator()))
                    .findFirst();
            Optional<Amount> sum = party.flatMap(mention -> AmountChoice.in(before, mention.start(), section.sums()));
            if (sum.isPresent()) {
                return sum;
            }
        }
        return Optional.empty();
    }
}
