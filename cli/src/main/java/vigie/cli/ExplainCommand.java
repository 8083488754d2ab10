package vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.model.Claim;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.Json;
import vigie.reports.query.Queries;
import vigie.reports.render.ContractTexts;
import vigie.reports.render.Texts;

/** {@code vigie explain}: a deployment or claim, followed back to the bytes that it came from. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    /** Characters of an id that must be given. */
    private static final int LEAST = 4;

    /** Ids that are told where several begin alike. */
    private static final int SHOWN = 5;

    @ParentCommand
    Main main;

    @Parameters(paramLabel = "ID", descriptionKey = "id")
    String id = "";

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", descriptionKey = "format")
    Format format = Format.TEXT;

    enum Format {
        TEXT,
        JSON
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Queries queries = main.queries()) {
            String whole = whole(queries);
            Optional<Deployment> deployment = queries.deployment(whole);
            Optional<Claim> claim = queries.extracted(whole);
            if (deployment.isEmpty() && claim.isEmpty()) {
                throw new UserException(Main.USAGE, main.messages().get("explain.unknown", id));
            }
            if (format == Format.JSON) {
                json(queries, deployment, claim);
            } else if (deployment.isPresent()) {
                print(queries, deployment.get());
            } else {
                new ClaimText(main, queries).print(claim.orElseThrow());
            }
        }
        return Main.OK;
    }

    /** Tables cut ids where the terminal is narrow; a beginning that only one id has is enough. */
    private String whole(Queries queries) {
        String beginning = id.endsWith("…") ? id.substring(0, id.length() - 1) : id;
        List<String> ids = beginning.length() < LEAST ? List.of() : queries.ids(beginning, SHOWN);
        if (ids.size() > 1 && !ids.contains(beginning)) {
            throw new UserException(Main.USAGE, main.messages().get("explain.several", id, String.join(", ", ids)));
        }
        return ids.size() == 1 ? ids.get(0) : beginning;
    }

    private void json(Queries queries, Optional<Deployment> deployment, Optional<Claim> claim)
            throws JsonProcessingException {
        Map<String, Object> answer = new LinkedHashMap<>();
        deployment.ifPresent(found -> {
            answer.put("deployment", found);
            answer.put(
                    "claims",
                    found.timeline().stream()
                            .flatMap(event -> queries.claim(event.claim()).stream())
                            .toList());
        });
        claim.ifPresent(found -> {
            answer.put("claim", found);
            queries.document(found.document()).ifPresent(document -> answer.put("capture", document.capture()));
            queries.presence(found.document()).ifPresent(presence -> answer.put("presence", presence));
            answer.put("versions", queries.versions(found.document()));
            answer.put("review", queries.reviews().state(found));
            answer.put("reviews", queries.reviews().of(found));
        });
        main.terminal().out().println(Json.mapper().writeValueAsString(answer));
    }

    private void print(Queries queries, Deployment deployment) {
        Texts texts = new Texts(main.messages().language());
        FirmNames firms = new FirmNames(main.options);
        PrintStream out = main.terminal().out();
        out.println(main.terminal()
                .bold(deployment.commune().name() + " (" + deployment.commune().insee() + ") · "
                        + texts.technology(deployment.technology())
                        + (deployment.vendor() == null ? "" : " · " + firms.of(deployment.vendor(), ""))));
        out.println(main.messages()
                .get(
                        "explain.conclusion",
                        texts.stage(deployment.stage(), deployment.modality()),
                        deployment.since() == null ? "?" : texts.date(deployment.since()),
                        deployment.timeline().size()));
        if (deployment.contradicted()) {
            out.println(texts.get("deployments.contradicted"));
        }
        deployment
                .possible()
                .forEach(possible -> out.println(texts.get("deployments.possible", firms.of(possible.vendor(), "?"))));
        print(deployment.contracts(), new ContractTexts(texts), firms);
        for (Deployment.Event event : deployment.timeline()) {
            out.println();
            queries.extracted(event.claim()).ifPresent(new ClaimText(main, queries)::print);
        }
    }

    private void print(List<Contract> contracts, ContractTexts words, FirmNames firms) {
        PrintStream out = main.terminal().out();
        if (!contracts.isEmpty()) {
            out.println(main.messages().get("explain.contracts"));
        }
        for (Contract contract : contracts) {
            out.println("  " + contract.id() + " · "
                    + words.line(contract, contract.holder() == null ? null : firms.of(contract.holder(), "?")));
            contract.ties().forEach(tie -> out.println("    - " + words.tie(tie)));
        }
    }
}
