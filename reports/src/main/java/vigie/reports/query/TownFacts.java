package vigie.reports.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.Presence;
import vigie.model.ReviewState;
import vigie.model.Reviews;
import vigie.model.SourceCoverage;
import vigie.model.SourceLedger;
import vigie.model.id.InseeCode;

/**
 * What is known of one commune.
 *
 * @param moment only what was known before it; null = all
 */
public record TownFacts(
        Queries queries, InseeCode commune, @Nullable Instant moment) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** What was known before a moment; all where that is null or still to come. */
    public static TownFacts before(@Nullable Instant moment, Instant now, Queries queries, InseeCode commune) {
        return new TownFacts(queries, commune, moment == null || moment.isAfter(now) ? null : moment);
    }

    /** The last day whose knowledge is told, or null for all. */
    public @Nullable LocalDate asOf() {
        return moment == null ? null : LocalDate.ofInstant(moment.minusMillis(1), PARIS);
    }

    /** Its deployments. */
    public List<Deployment> deployments() {
        DeploymentFilter filter = DeploymentFilter.of(commune);
        return moment == null ? queries.deployments(filter) : queries.deployments(filter, moment);
    }

    /** Its claims. */
    public List<Claim> claims() {
        ClaimFilter filter = ClaimFilter.of(commune);
        return moment == null ? queries.claims(filter) : queries.claims(filter, moment);
    }

    /** What was read for it. */
    public List<SourceCoverage> coverage() {
        return queries.coverage(commune, moment);
    }

    /** The same month by month, up to {@code now} or the month of the moment. */
    public List<SourceLedger> ledger(YearMonth now) {
        LocalDate day = asOf();
        return queries.ledger(commune, null, day == null ? now : YearMonth.from(day), moment);
    }

    /** When a document was there to be read. */
    public Optional<Presence> presence(String document) {
        return queries.presence(document).map(now -> moment == null ? now : now.before(moment));
    }

    /** What people had said of a claim. */
    public ReviewState review(String claim) {
        Reviews reviews = moment == null ? queries.reviews() : queries.reviews().before(moment);
        return queries.extracted(claim).map(reviews::state).orElse(ReviewState.UNREVIEWED);
    }
}
