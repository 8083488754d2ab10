package vigie.reports.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigie.model.Claim;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.Modality;
import vigie.model.Technology;
import vigie.reports.Change;
import vigie.reports.Digest;
import vigie.reports.Digest.Ending;

/** Puts digests together. Thread-safe. */
public final class Digests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** First mentions in a town, then what is new, then what changed; algorithmic surveillance before all else. */
    private static final Comparator<Change> TELLING = Comparator.comparing((Change change) -> !change.firstInTown())
            .thenComparing(Change::kind)
            .thenComparing(change -> change.deployment().technology() != Technology.VSA)
            .thenComparing(change -> change.deployment().modality() != Modality.ASSERTED)
            .thenComparing(change -> change.commune().insee())
            .thenComparing(change -> change.deployment().id());

    private final LocalDate today;
    private final Instant now;

    /** Digests as of {@code now}. */
    public Digests(Instant now) {
        this.now = now;
        this.today = LocalDate.ofInstant(now, PARIS);
    }

    /**
     * The digest since a moment.
     *
     * @param index version of the index, for people to quote
     * @param claims of which some may lie ahead
     * @param deployments whose contracts may end
     */
    public Digest of(
            Instant since,
            String index,
            List<Change> changes,
            Collection<Claim> claims,
            Collection<Deployment> deployments,
            List<Digest.Gone> vanished,
            List<Digest.Quiet> sources) {
        return new Digest(
                since,
                now,
                index,
                changes.stream().sorted(TELLING).toList(),
                ahead(claims),
                ending(deployments),
                vanished,
                sources);
    }

    private List<Claim> ahead(Collection<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.commune() != null && day(claim).isAfter(today))
                .sorted(Comparator.comparing(Digests::day).thenComparing(Claim::id))
                .map(Claim::masked)
                .toList();
    }

    /** The first day that the claim can mean; one without a date lies behind us. */
    private static LocalDate day(Claim claim) {
        return claim.date() == null ? LocalDate.MIN : claim.date().earliest();
    }

    private List<Ending> ending(Collection<Deployment> deployments) {
        LocalDate last = today.plusMonths(Digest.MONTHS_AHEAD);
        Map<String, Ending> endings = new LinkedHashMap<>();
        for (Deployment deployment : deployments) {
            for (Contract contract : deployment.contracts()) {
                end(contract)
                        .filter(end -> !end.isBefore(today) && !end.isAfter(last))
                        .ifPresent(end -> endings.putIfAbsent(
                                contract.id(),
                                new Ending(deployment.commune(), contract, end, contract.end() == null)));
            }
        }
        return endings.values().stream()
                .sorted(Comparator.comparing(Ending::end))
                .toList();
    }

    /** The last day: as a source tells it, else reckoned from an award whose day is known. */
    private static Optional<LocalDate> end(Contract contract) {
        if (contract.end() != null) {
            return Optional.of(contract.end().latest());
        }
        return contract.awarded() == null
                        || contract.months() == null
                        || contract.awarded().day() == null
                ? Optional.empty()
                : Optional.of(contract.awarded().latest().plusMonths(contract.months()));
    }
}
