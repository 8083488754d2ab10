package vigie.reports.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.reports.query.Queries;
import vigie.reports.render.ContractTexts;

/** How a deployment was concluded: its claims, oldest first, and the contracts by which it was bought. */
public final class DeploymentFacts {

    private final Queries queries;
    private final Names names;
    private final WebTexts texts;

    DeploymentFacts(Queries queries, Names names, WebTexts texts) {
        this.queries = queries;
        this.names = names;
        this.texts = texts;
    }

    /**
     * What the page shows.
     *
     * @param possible names of makers whose software may be behind it
     * @param contracts each with why its claims are held to speak of the same
     */
    public record Model(
            DeploymentRow deployment,
            String id,
            List<String> possible,
            List<Bought> contracts,
            List<ClaimRow> claims) {}

    /** A contract in one line, and what ties its claims. */
    public record Bought(String line, List<String> ties) {}

    Model of(Deployment deployment) {
        return new Model(
                DeploymentRow.of(deployment, names, texts),
                deployment.id(),
                deployment.possible().stream()
                        .map(possible -> names.vendor(possible.vendor()))
                        .filter(Objects::nonNull)
                        .map(name -> Objects.requireNonNull(name))
                        .toList(),
                deployment.contracts().stream().map(this::bought).toList(),
                deployment.timeline().stream()
                        .flatMap(event -> queries.claim(event.claim()).stream())
                        .map(claim -> ClaimRow.of(claim, names, texts))
                        .toList());
    }

    private Bought bought(Contract contract) {
        ContractTexts words = new ContractTexts(texts.words());
        return new Bought(
                words.line(contract, names.vendor(contract.holder())),
                Stream.concat(Stream.of(contract.id()), contract.ties().stream().map(words::tie))
                        .toList());
    }
}
