package vigie.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Deployment;
import vigie.model.Term;

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
