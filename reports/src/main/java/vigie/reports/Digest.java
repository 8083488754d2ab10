package vigie.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Contract;
import vigie.model.Presence;
import vigie.model.Term;

/**
 * What is new since some moment, and what is ahead.
 *
 * @param until when it was made
 * @param index version of the index that it was made from
 * @param changes of deployments, the most telling first
 * @param ahead claims of what lies ahead, names of people masked: votes, deadlines, starts
 * @param ending contracts that end within {@link #MONTHS_AHEAD} months, the next first
 * @param vanished documents with claims that are no longer online
 * @param sources that have gone silent or do not answer
 */
public record Digest(
        Instant since,
        Instant until,
        String index,
        List<Change> changes,
        List<Claim> ahead,
        List<Ending> ending,
        List<Gone> vanished,
        List<Quiet> sources) {

    /** How far ahead the end of contracts is told. */
    public static final int MONTHS_AHEAD = 6;

    public Digest {
        changes = List.copyOf(changes);
        ahead = List.copyOf(ahead);
        ending = List.copyOf(ending);
        vanished = List.copyOf(vanished);
        sources = List.copyOf(sources);
    }

    /**
     * A contract that is about to end.
     *
     * @param end last day
     * @param isReckoned whether that is reckoned from award and duration, not told by a source
     */
    public record Ending(CommuneRef commune, Contract contract, LocalDate end, boolean isReckoned) {}

    /** A document that a claim cites and that is no longer online; the archived copy stays. */
    public record Gone(String document, @Nullable String title, String url, Presence presence) {}

    /**
     * A source of which nothing new came.
     *
     * @param since when it was last well, or null if it never was
     */
    public record Quiet(
            String source,
            String name,
            Trouble trouble,
            @Nullable Instant since) {}

    /** What is the matter with a source. */
    public enum Trouble implements Term {
        SILENT,
        UNREACHABLE
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return changes.isEmpty() && ahead.isEmpty() && ending.isEmpty() && vanished.isEmpty() && sources.isEmpty();
    }
}
