package vigie.model.config;

import java.util.List;

/** Sentences that the build runs: the entry must be found in each of {@code match}, in none of {@code noMatch}. */
public record Examples(List<String> match, List<String> noMatch) {

    public Examples {
        match = List.copyOf(match);
        noMatch = List.copyOf(noMatch);
    }
}
