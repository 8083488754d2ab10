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
import vigie.model.ReviewState;
import vigie.model.SourceCoverage;
import vigie.model.SourceLedger;
import vigie.model.Technology;
import vigie.model.Term;
import vigie.model.WarcPosition;
import vigie.model.config.LegalRule;

/**
 * All that a city report says, before it is written in some format.
 *
 * @param departement name of the département
 * @param generated when the report was made
 * @param asOf the day whose knowledge is told, or null for all that is known
 * @param index version of the index that it was made from, for people to quote
 * @param findings deployments with their proof, the most certain and advanced first
 * @param contradictions where sources disagree about a finding
 * @param contracts by which the findings were bought, each once, oldest first
 * @param law dated rules that bear on the findings, as questions, in the order of the configuration
 * @param request what to ask the town for, or null where nothing was found to ask about
 * @param citations every claim about the commune, in the order of their numbers
 * @param extracts what stands around the quotes, in the order of the citations
 * @param coverage what was read, one entry per source that concerns the commune
 * @param ledger the same sources, month by month
 * @param period dates of the oldest and newest document read, or null where none is dated
 */
public record CityReport(
        Commune commune,
        String departement,
        Instant generated,
        @Nullable LocalDate asOf,
        String index,
        List<Finding> findings,
        List<Contradiction> contradictions,
        List<Purchased> contracts,
        List<LegalQuestion> law,
        @Nullable Request request,
        List<Citation> citations,
        List<Extract> extracts,
        List<SourceCoverage> coverage,
        List<SourceLedger> ledger,
        @Nullable Period period) {

    public CityReport {
        findings = List.copyOf(findings);
        contradictions = List.copyOf(contradictions);
        contracts = List.copyOf(contracts);
        law = List.copyOf(law);
        citations = List.copyOf(citations);
        extracts = List.copyOf(extracts);
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
     * @param functions those that its claims name, the most named first
     * @param citations numbers of the citations that prove it
     */
    public record Finding(
            Deployment deployment,
            @Nullable String vendor,
            @Nullable String product,
            @Nullable String integrator,
            List<String> possible,
            List<Function> functions,
            List<Integer> citations) {

        public Finding {
            possible = List.copyOf(possible);
            functions = List.copyOf(functions);
            citations = List.copyOf(citations);
        }
    }

    /**
     * What the software is to find or do: a term of the lexicon.
     *
     * @param label how people call it, French
     * @param english how they call it in English; the French label where the lexicon has no other
     */
    public record Function(String id, String label, String english) {}

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
     * @param ending when it ends, or null where nothing is told of that
     */
    public record Purchased(
            Contract contract,
            @Nullable String holder,
            @Nullable String integrator,
            List<String> software,
            List<Technology> technologies,
            List<Integer> notices,
            List<Integer> amendments,
            List<Integer> citations,
            @Nullable Ending ending) {

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
     * @param review what people said of it
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
            ReviewState review,
            @Nullable Integer recognised) {}

    /**
     * When a contract ends, seen from the day of the report.
     *
     * @param day the last one, at the latest that the sources allow
     * @param stated whether a source names it; else it is the award and the term, added up
     * @param over whether it is past
     * @param months whole months from the report's day to it, or back to it where it is over
     */
    public record Ending(LocalDate day, boolean stated, boolean over, int months) {}

    /**
     * Sources that disagree about a finding's current stage.
     *
     * @param deployment id of the finding
     * @param says numbers of the citations for the stage that is shown
     * @param denies numbers of those against it
     */
    public record Contradiction(String deployment, List<Integer> says, List<Integer> denies) {

        public Contradiction {
            says = List.copyOf(says);
            denies = List.copyOf(denies);
        }
    }

    /** A rule of law that bears on findings; a question for people, never a verdict. */
    public record LegalQuestion(LegalRule rule, List<Concern> concerns) {

        public LegalQuestion {
            concerns = List.copyOf(concerns);
        }
    }

    /**
     * Why a rule bears on a finding.
     *
     * @param deployment id of the finding
     * @param citations numbers of the citations that tell of a stage which the rule concerns, while it was in force
     * @param dated whether one of them is dated; where none is, the rule may not have been in force yet, or no longer
     */
    public record Concern(String deployment, List<Integer> citations, boolean dated) {

        public Concern {
            citations = List.copyOf(citations);
        }
    }

    /** Administrative documents that a town should have about what was found. */
    public enum Piece implements Term {
        /** Analyse d'impact relative à la protection des données. */
        AIPD,
        /** The contract with all that belongs to it. */
        CONTRACT,
        /** Its amendments (<em>avenants</em>). */
        AMENDMENTS,
        /** Cahier des clauses techniques particulières. */
        CCTP,
        /** The prefect's authorisation of the cameras, and the request for it. */
        AUTHORISATION,
        /** The deliberation or decision by which it was bought or approved. */
        DELIBERATION,
        /** The list of software in use and of its functions that are switched on. */
        SOFTWARE,
        /** The entry in the register of processing (RGPD, art. 30). */
        REGISTER
    }

    /**
     * A request for administrative documents.
     *
     * @param missing what to ask for
     * @param supplied what the cited documents hold already
     */
    public record Request(List<Piece> missing, List<Supplied> supplied) {

        public Request {
            missing = List.copyOf(missing);
            supplied = List.copyOf(supplied);
        }
    }

    /** A piece that need not be asked for, and the citations whose documents are it. */
    public record Supplied(Piece piece, List<Integer> citations) {

        public Supplied {
            citations = List.copyOf(citations);
        }
    }

    /**
     * What stands around a quote in its document, a few lines each; names of people are masked as far as they are known.
     *
     * @param citation number of the citation
     * @param before may be empty
     * @param after may be empty
     */
    public record Extract(int citation, String before, String after) {}

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
