package vigie.indexer.extract;

import java.util.List;
import java.util.regex.Pattern;

/** People in quotes: recognised so that nobody takes one for a vendor, and so that publication can mask them. */
final class Persons {

    private static final Pattern TITLED =
            Pattern.compile("^(?:MM?\\.|M\\.|Mmes?|Mlle|Monsieur|Madame)\\s.*", Pattern.DOTALL);

    private Persons() {}

    /** Says false where the vendor of {@code draft} is a person of that name; notes other persons in the quote. */
    static boolean isVendor(Linguist linguist, String text, Draft draft, List<String> because) {
        Span quote = draft.quote();
        int anchor = draft.subject().anchor().start() - quote.start();
        boolean named = false;
        for (Linguist.Name name : linguist.names(text.substring(quote.start(), quote.end()))) {
            boolean person = name.kind() == Linguist.NameKind.PERSON;
            boolean anchored = draft.subject().vendor() != null && name.span().contains(anchor);
            String words = text.substring(
                    quote.start() + name.span().start(),
                    quote.start() + name.span().end());
            if (person && anchored && TITLED.matcher(words).matches()) {
                return false;
            }
            named |= person && !anchored;
        }
        if (named) {
            because.add("names a person; mask on publication");
        }
        return true;
    }
}
