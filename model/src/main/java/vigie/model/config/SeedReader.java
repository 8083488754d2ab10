package vigie.model.config;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigie.model.Expectation;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.config.Node.Mapping;

/** Reads a file of {@code seeds/}. */
final class SeedReader {

    private static final List<String> KEYS = List.of(
            "id",
            "name",
            "kind",
            "url",
            "starts",
            "hosts",
            "commune",
            "publisher",
            "adapter",
            "options",
            "allow-address",
            "gap",
            "verified",
            "origin",
            "expect",
            "dead");

    private final FileProblems problems;
    private final Values values;
    private final Addresses addresses;
    private final PublisherReader publishers;
    private final Ids ids;

    SeedReader(FileProblems problems, Communes communes, Ids ids) {
        this.problems = problems;
        this.values = new Values(problems);
        this.addresses = new Addresses(values);
        this.publishers = new PublisherReader(problems, communes);
        this.ids = ids;
    }

    List<Source> read(Mapping root) {
        return new Fields(root, problems, List.of("sources"))
                .required("sources")
                .map(list -> values.list(list, node -> values.fields(node, KEYS).flatMap(this::source)))
                .orElse(List.of());
    }

    private Optional<Source> source(Fields fields) {
        Optional<String> id = fields.required("id").flatMap(node -> ids.take("source", node, problems));
        Optional<String> name = fields.required("name").flatMap(values::text);
        Optional<SourceKind> kind = fields.required("kind").flatMap(node -> values.term(node, SourceKind.class));
        Optional<URI> url = fields.required("url").flatMap(addresses::url);
        Set<String> hosts = hosts(fields, url);
        List<URI> starts = starts(fields, url, hosts);
        Publisher publisher = publishers.read(fields, name.orElse(""));
        Optional<String> adapter = adapter(fields, kind);
        Map<String, String> options =
                fields.optional("options").map(this::options).orElse(Map.of());
        Set<String> allowed = names(fields, "allow-address");
        Optional<Duration> gap = fields.optional("gap").flatMap(new Quantities(values)::duration);
        Optional<String> verified = fields.optional("verified").flatMap(values::dateOrNo);
        Optional<String> origin = fields.required("origin").flatMap(values::text);
        Optional<Expectation> expect = fields.optional("expect").flatMap(this::expectation);
        boolean isDead = fields.optional("dead").flatMap(values::dateOrNo).isPresent();
        if (isDead || !problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Source(
                id.orElseThrow(),
                name.orElseThrow(),
                kind.orElseThrow(),
                url.orElseThrow(),
                starts,
                hosts,
                publisher,
                adapter.orElse(null),
                options,
                allowed,
                gap.orElse(null),
                verified.orElse(null),
                origin.orElseThrow(),
                expect.orElse(null)));
    }

    private Set<String> hosts(Fields fields, Optional<URI> url) {
        return fields.has("hosts")
                ? names(fields, "hosts")
                : url.map(SeedReader::host).map(Set::of).orElse(Set.of());
    }

    private List<URI> starts(Fields fields, Optional<URI> url, Set<String> hosts) {
        if (!fields.has("starts")) {
            return url.stream().toList();
        }
        return fields.optional("starts")
                .map(list -> values.fullList(list, node -> start(node, hosts)))
                .orElse(List.of());
    }

    private Optional<URI> start(Node node, Set<String> hosts) {
        Optional<URI> start = addresses.url(node);
        start.filter(uri -> !hosts.isEmpty() && !hosts.contains(host(uri)))
                .ifPresent(uri -> values.fault(node, Fault.START_OUTSIDE_HOSTS, uri.toString(), host(uri)));
        return start;
    }

    private Set<String> names(Fields fields, String key) {
        return fields.optional(key)
                .map(list -> values.fullList(list, addresses::host))
                .<Set<String>>map(LinkedHashSet::new)
                .orElse(Set.of());
    }

    private Optional<String> adapter(Fields fields, Optional<SourceKind> kind) {
        if (kind.filter(SourceKind.FEED::equals).isPresent() && !fields.has("adapter")) {
            problems.add(fields.line(), Fault.FEED_WITHOUT_ADAPTER);
        }
        if (kind.filter(SourceKind.SITE::equals).isPresent() && fields.has("adapter")) {
            problems.add(fields.lineOf("adapter"), Fault.SITE_WITH_ADAPTER);
        }
        return fields.optional("adapter").flatMap(values::id);
    }

    private Map<String, String> options(Node node) {
        Map<String, String> options = new HashMap<>();
        values.mapping(node)
                .ifPresent(mapping -> mapping.values()
                        .forEach((name, value) -> values.word(value).ifPresent(word -> options.put(name, word))));
        return options;
    }

    private Optional<Expectation> expectation(Node node) {
        Quantities quantities = new Quantities(values);
        return values.fields(node, List.of("records", "dated", "published"))
                .map(fields -> new Expectation(
                        fields.optional("records")
                                .flatMap(number -> quantities.whole(number, 0, 1_000_000))
                                .orElse(0),
                        fields.optional("dated")
                                .flatMap(number -> quantities.number(number, 0, 1))
                                .orElse(0.0),
                        fields.optional("published")
                                .flatMap(number -> quantities.number(number, 0, 1))
                                .orElse(0.0)));
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }
}
