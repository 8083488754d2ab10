package vigie.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Contract;
import vigie.model.Deployment;
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
        MISSING,
        UNREACHABLE
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return changes.isEmpty() && ahead.isEmpty() && ending.isEmpty() && vanished.isEmpty() && sources.isEmpty();
    }

    /**
     * What became known about a deployment since some moment.
     *
     * @param now as it stands, or null where it is no longer held to be there
     * @param before as it stood, or null where nothing was known of it
     * @param firstInTown whether nothing at all was known of that town
     * @param claims that became known, people's names masked; none where only a review changed it
     * @param when the last of them was captured, or the moment itself where there is none
     */
    public record Change(
            Kind kind,
            @Nullable Deployment now,
            @Nullable Deployment before,
            boolean firstInTown,
            List<Claim> claims,
            Instant when) {

        /** What has become of it. */
        public enum Kind implements Term {
            /** Nothing was known of it. */
            NEW,
            /** Its stage, or whether it is asserted, is another. */
            CHANGED,
            /** More is known: proof, vendor, amount, date. */
            CONFIRMED,
            /** A reader rejected what it rested on. */
            WITHDRAWN
        }

        public Change {
            claims = List.copyOf(claims);
        }

        /** The deployment as it stands, or as it stood where it is gone. */
        public Deployment deployment() {
            Deployment known = now == null ? before : now;
            if (known == null) {
                throw new IllegalStateException("a change is of something");
            }
            return known;
        }

        /** Of which town. */
        public CommuneRef commune() {
            return deployment().commune();
        }

        /** The same change has the same id in every digest. */
        public String id() {
            Deployment deployment = deployment();
            return deployment.id() + ":" + kind.id() + ":" + deployment.stage().id() + ":"
                    + deployment.modality().id() + ":" + when.getEpochSecond();
        }
    }
}
