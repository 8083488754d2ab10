package vigie.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.PartialDate;
import vigie.model.Presence;
import vigie.model.SourceCoverage;
import vigie.model.SourceLedger;
import vigie.model.Technology;
import vigie.model.WarcPosition;

/**
 * All that a city report says, before it is written in some format.
 *
 * @param departement name of the département
 * @param generated when the report was made
 * @param index version of the index that it was made from, for people to quote
 * @param findings deployments with their proof, the most certain and advanced first
 * @param contracts by which the findings were bought, each once, oldest first
 * @param citations every claim about the commune, in the order of their numbers
 * @param coverage what was read, one entry per source that concerns the commune
 * @param ledger the same sources, month by month
 * @param period dates of the oldest and newest document read, or null where none is dated
 */
public record CityReport(
        Commune commune,
        String departement,
        Instant generated,
        String index,
        List<Finding> findings,
        List<Purchased> contracts,
        List<Citation> citations,
        List<SourceCoverage> coverage,
        List<SourceLedger> ledger,
        @Nullable Period period) {

    public CityReport {
        findings = List.copyOf(findings);
        contracts = List.copyOf(contracts);
        citations = List.copyOf(citations);
        coverage = List.copyOf(coverage);
        ledger = List.copyOf(ledger);
    }

    /** How many names of people are masked in the quotes. */
    public int masked() {
        return citations.stream()
                .mapToInt(citation -> citation.claim().evidence().persons().size())
                .sum();
    }

    /**
     * A deployment as the report shows it.
     *
     * @param vendor display name, or null
     * @param product display name, or null
     * @param integrator display name, or null
     * @param possible display names of the makers whose software may be behind it
     * @param citations numbers of the citations that prove it
     */
    public record Finding(
            Deployment deployment,
            @Nullable String vendor,
            @Nullable String product,
            @Nullable String integrator,
            List<String> possible,
            List<Integer> citations) {

        public Finding {
            possible = List.copyOf(possible);
            citations = List.copyOf(citations);
        }
    }

    /**
     * A contract as the report shows it.
     *
     * @param holder display name, or null
     * @param integrator display name where it is another firm than the holder, or null
     * @param software display names of the vendors of what it buys; none where no source names one
     * @param technologies of what it buys
     * @param notices numbers of the citations that are notices, amendments left out
     * @param amendments numbers of the citations that tell of amendments
     * @param citations numbers of all citations that speak of it
     */
    public record Purchased(
            Contract contract,
            @Nullable String holder,
            @Nullable String integrator,
            List<String> software,
            List<Technology> technologies,
            List<Integer> notices,
            List<Integer> amendments,
            List<Integer> citations) {

        public Purchased {
            software = List.copyOf(software);
            technologies = List.copyOf(technologies);
            notices = List.copyOf(notices);
            amendments = List.copyOf(amendments);
            citations = List.copyOf(citations);
        }
    }

    /**
     * A claim with all that is needed to check it.
     *
     * @param number from 1
     * @param vendor display name, or null
     * @param title of the document, or null
     * @param published date of the document, or null
     * @param source display name of the source
     * @param archived where the captured bytes lie in the archive, or null
     * @param presence when the document was there to be read, or null where it is no longer in the index
     * @param recognised how sure character recognition is of the page, 0 to 100, or null where the text is the file's own
     */
    public record Citation(
            int number,
            Claim claim,
            @Nullable String vendor,
            @Nullable String title,
            @Nullable PartialDate published,
            String source,
            @Nullable WarcPosition archived,
            @Nullable Presence presence,
            @Nullable Integer recognised) {}

    /** Dates of the oldest and the newest document. */
    public record Period(LocalDate from, LocalDate to) {}

    /** Documents whose text was read, over all sources. */
    public int documentsRead() {
        return coverage.stream().mapToInt(SourceCoverage::read).sum();
    }

    /** Documents without a text layer, over all sources. */
    public int documentsWithoutText() {
        return coverage.stream().mapToInt(SourceCoverage::noText).sum();
    }
}
