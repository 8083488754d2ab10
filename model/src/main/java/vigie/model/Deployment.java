package vigie.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.model.id.Digest;

/**
 * What we conclude for a commune, a technology and a vendor over all claims.
 *
 * @param id stable: {@link #idOf}
 * @param vendor null where no source names one
 * @param stage the current one
 * @param modality {@code NEGATED} where the sources only deny, {@code HYPOTHETICAL} where they only suppose
 * @param since date of the claim that gives the current stage, or null where no claim is dated
 * @param timeline one entry per claim, oldest first, undated last
 * @param review what people said of the claims that give the current stage
 * @param possible what may be behind it where only an installer is named; never part of the conclusion
 * @param contradicted whether two sources disagree about the current stage
 * @param contracts by which it was bought, oldest first; one may stand in several deployments
 */
public record Deployment(
        String id,
        CommuneRef commune,
        Technology technology,
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String integrator,
        Stage stage,
        Modality modality,
        @Nullable PartialDate since,
        @Nullable Amount amount,
        double confidence,
        ReviewState review,
        boolean contradicted,
        List<Event> timeline,
        List<Possible> possible,
        List<Contract> contracts) {

    public Deployment {
        timeline = List.copyOf(timeline);
        possible = List.copyOf(possible);
        contracts = List.copyOf(contracts);
    }

    /**
     * Software that may be behind a purchase of which only the firm that sold or installed it is known: an inference, no
     * claim.
     *
     * @param vendor id of the software's maker
     * @param rule why
     */
    public record Possible(String vendor, InferenceRule rule) {}

    /** A point of the timeline: what one claim says, and when that was. */
    public record Event(@Nullable PartialDate date, Stage stage, Modality modality, String claim) {

        /** Whether it denies what {@code current} asserts, not before that began, or says no earlier that it is over. */
        public boolean contradicts(Event current) {
            if (isBefore(current)) {
                return false;
            }
            if (current.modality == Modality.ASSERTED && modality == Modality.NEGATED) {
                return stage == current.stage;
            }
            boolean over = stage.compareTo(Stage.SUSPENDED) >= 0;
            boolean alive = current.stage.compareTo(Stage.SUSPENDED) < 0 && current.stage != Stage.MENTIONED;
            return modality == Modality.ASSERTED && over && alive;
        }

        private boolean isBefore(Event other) {
            return date != null && other.date != null && date.latest().isBefore(other.date.earliest());
        }
    }

    /** The same with what people said of it. */
    public Deployment reviewed(ReviewState state) {
        return new Deployment(
                id,
                commune,
                technology,
                vendor,
                product,
                integrator,
                stage,
                modality,
                since,
                amount,
                confidence,
                state,
                contradicted,
                timeline,
                possible,
                contracts);
    }

    /** What claims must have in common to speak of one deployment; a firm without a vendor file is written in various cases. */
    public static String keyOf(CommuneRef commune, Technology technology, @Nullable String vendor) {
        return commune.insee().value() + "\n" + technology.id() + "\n"
                + (vendor == null ? "" : vendor.toLowerCase(Locale.ROOT));
    }

    /** The stable id for a commune, technology and vendor. */
    public static String idOf(CommuneRef commune, Technology technology, @Nullable String vendor) {
        String key = keyOf(commune, technology, vendor);
        return "p-" + Digest.sha256(key.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
