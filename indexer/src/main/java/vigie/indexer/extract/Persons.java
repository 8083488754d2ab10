package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vigie.model.Evidence;

/** People in quotes: recognised so that nobody takes one for a vendor, and so that publication can mask them. */
final class Persons {

    private static final Pattern TITLED =
            Pattern.compile("^(?:MM?\\.|M\\.|Mmes?|Mlle|Monsieur|Madame)\\s.*", Pattern.DOTALL);

    private Persons() {}

    /**
     * Where the quote of {@code draft} names people; empty where its vendor itself is a person of that name, so that it is
     * no claim at all.
     */
    static Optional<List<Evidence.Stretch>> in(Linguist linguist, String text, Draft draft) {
        Span quote = draft.quote();
        int anchor = draft.subject().anchor().start() - quote.start();
        List<Evidence.Stretch> people = new ArrayList<>();
        for (Linguist.Name name : linguist.names(text.substring(quote.start(), quote.end()))) {
            if (name.kind() != Linguist.NameKind.PERSON) {
                continue;
            }
            boolean anchored = draft.subject().vendor() != null && name.span().contains(anchor);
            String words = text.substring(
                    quote.start() + name.span().start(),
                    quote.start() + name.span().end());
            if (anchored && TITLED.matcher(words).matches()) {
                return Optional.empty();
            }
            if (!anchored) {
                people.add(new Evidence.Stretch(name.span().start(), name.span().end()));
            }
        }
        return Optional.of(people);
    }
}
