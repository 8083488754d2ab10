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
import vigie.model.Evidence;
import vigie.model.Json;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;
import vigie.reports.query.Queries;
import vigie.reports.render.ContractTexts;
import vigie.reports.render.Texts;

/** {@code vigie explain}: a deployment or claim, followed back to the bytes that it came from. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private static final int CONTEXT = 300;

    @ParentCommand
    Main main;

    @Parameters(paramLabel = "ID", descriptionKey = "id")
    String id = "";

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", descriptionKey = "format")
    SearchCommand.Format format = SearchCommand.Format.TEXT;

    @Override
    public Integer call() throws JsonProcessingException {
        try (Queries queries = Queries.open(main.options.dataDirectory().index())) {
            Optional<Deployment> deployment = queries.deployment(id);
            Optional<Claim> claim = queries.claim(id);
            if (deployment.isEmpty() && claim.isEmpty()) {
                throw new UserException(Main.USAGE, main.messages().get("explain.unknown", id));
            }
            if (format == SearchCommand.Format.JSON) {
                json(queries, deployment, claim);
            } else if (deployment.isPresent()) {
                print(queries, deployment.get());
            } else {
                print(queries, claim.orElseThrow(), new Texts(main.messages().language()));
            }
        }
        return Main.OK;
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
        });
        main.terminal().out().println(Json.mapper().writeValueAsString(answer));
    }

    private void print(Queries queries, Deployment deployment) {
        Texts texts = new Texts(main.messages().language());
        PrintStream out = main.terminal().out();
        out.println(main.terminal()
                .bold(deployment.commune().name() + " (" + deployment.commune().insee() + ") · "
                        + texts.technology(deployment.technology())
                        + (deployment.vendor() == null ? "" : " · " + deployment.vendor())));
        out.println(main.messages()
                .get(
                        "explain.conclusion",
                        texts.stage(deployment.stage(), deployment.modality()),
                        deployment.since() == null ? "?" : texts.date(deployment.since()),
                        deployment.timeline().size()));
        if (deployment.contradicted()) {
            out.println(texts.get("deployments.contradicted"));
        }
        deployment.possible().forEach(possible -> out.println(texts.get("deployments.possible", possible.vendor())));
        print(deployment.contracts(), new ContractTexts(texts));
        for (Deployment.Event event : deployment.timeline()) {
            out.println();
            queries.claim(event.claim()).ifPresent(claim -> print(queries, claim, texts));
        }
    }

    private void print(List<Contract> contracts, ContractTexts words) {
        PrintStream out = main.terminal().out();
        if (!contracts.isEmpty()) {
            out.println(main.messages().get("explain.contracts"));
        }
        for (Contract contract : contracts) {
            out.println("  " + contract.id() + " · " + words.line(contract, contract.holder()));
            contract.ties().forEach(tie -> out.println("    - " + words.tie(tie)));
        }
    }

    private void print(Queries queries, Claim claim, Texts texts) {
        Terminal terminal = main.terminal();
        PrintStream out = terminal.out();
        out.println(terminal.bold(claim.id() + " · " + texts.stage(claim.stage(), claim.modality()) + " · "
                + texts.date(claim.date()) + " · " + texts.confidence(claim.confidence())));
        Optional<SourceDocument> document = queries.document(claim.document());
        out.println(context(claim.evidence(), document));
        Evidence evidence = claim.evidence();
        line(
                "explain.document",
                claim.document() + document.map(found -> " · " + found.title()).orElse(""));
        String called = new ContractTexts(texts).called(claim);
        if (!called.isEmpty()) {
            line("explain.contract", called);
        }
        if (evidence.page() != null) {
            line("explain.page", String.valueOf(evidence.page()));
        }
        document.map(found -> found.recognised(evidence.page()))
                .ifPresent(
                        sure -> line("explain.recognised", main.messages().get("explain.recognised.confidence", sure)));
        line("explain.offsets", evidence.start() + "–" + evidence.end());
        line("explain.url", String.valueOf(evidence.url()));
        line("explain.fetched", String.valueOf(evidence.fetched()));
        line("explain.hash", evidence.sha256());
        queries.presence(claim.document()).ifPresent(presence -> {
            line(
                    "explain.seen",
                    main.messages()
                            .get(
                                    "explain.seen.from",
                                    texts.time(presence.firstSeen()),
                                    texts.time(presence.lastSeen()),
                                    presence.versions()));
            if (presence.vanished() != null) {
                line("explain.vanished", texts.since(presence));
            }
        });
        document.ifPresent(found -> {
            WarcPosition position = found.capture().warc();
            if (position != null) {
                line(
                        "explain.archive",
                        main.options.dataDirectory().archive().resolve(position.file()) + " @ " + position.offset());
            }
        });
        out.println(main.messages().get("explain.because"));
        claim.because().forEach(reason -> out.println("  - " + reason));
    }

    /** The quote where it stands, marked, with some text around. */
    private String context(Evidence evidence, Optional<SourceDocument> document) {
        if (document.isEmpty() || !document.get().text().startsWith(evidence.quote(), evidence.start())) {
            return "  « " + evidence.quote() + " »";
        }
        String text = document.get().text();
        String before = text.substring(Math.max(0, evidence.start() - CONTEXT), evidence.start());
        String after = text.substring(evidence.end(), Math.min(text.length(), evidence.end() + CONTEXT));
        return main.terminal().dim("…" + before)
                + main.terminal().bold("«" + evidence.quote() + "»")
                + main.terminal().dim(after + "…");
    }

    private void line(String key, String value) {
        main.terminal().out().println("  " + main.messages().get(key) + " : " + value);
    }
}
