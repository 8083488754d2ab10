package vigie.model.config;

import java.util.List;
import java.util.Optional;
import vigie.model.Commune;
import vigie.model.Publisher;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

/** Reads who publishes a source: a commune of the register, or another body. */
final class PublisherReader {

    private static final List<String> KEYS = List.of("name", "siren", "departement");

    private final FileProblems problems;
    private final Values values;
    private final Communes communes;

    PublisherReader(FileProblems problems, Communes communes) {
        this.problems = problems;
        this.values = new Values(problems);
        this.communes = communes;
    }

    /** The publisher that {@code commune} or {@code publisher} names; unknown where there is neither. */
    Publisher read(Fields seed, String name) {
        if (seed.has("commune") && seed.has("publisher")) {
            problems.add(seed.lineOf("publisher"), Fault.COMMUNE_AND_PUBLISHER);
        }
        Optional<Publisher> commune = seed.optional("commune")
                .flatMap(node -> commune(node, name))
                .map(one -> new Publisher(one.name(), one.code(), one.siren(), one.departement()));
        Optional<Publisher> body = seed.optional("publisher")
                .flatMap(node -> values.fields(node, KEYS))
                .map(this::body);
        return commune.or(() -> body).orElseGet(Publisher::unknown);
    }

    private Publisher body(Fields fields) {
        Optional<String> name = fields.required("name").flatMap(values::text);
        Optional<Siren> siren = fields.optional("siren").flatMap(values::siren);
        Optional<String> departement = fields.optional("departement").flatMap(this::departement);
        return new Publisher(name.orElse(null), null, siren.orElse(null), departement.orElse(null));
    }

    private Optional<String> departement(Node node) {
        return values.word(node)
                .flatMap(code -> communes.departement(code).isPresent()
                        ? Optional.of(code)
                        : values.fault(node, Fault.UNKNOWN_DEPARTEMENT, code));
    }

    private Optional<Commune> commune(Node node, String sourceName) {
        return values.word(node)
                .flatMap(word -> InseeCode.isValid(word)
                        ? ofCode(node, new InseeCode(word), sourceName)
                        : values.fault(node, Fault.BAD_COMMUNE_CODE, word, near(word)));
    }

    private Optional<Commune> ofCode(Node node, InseeCode code, String sourceName) {
        Optional<Commune> commune = communes.byCode(code);
        if (commune.isPresent()) {
            return commune;
        }
        return communes.currentOf(code)
                .map(today ->
                        values.<Commune>fault(node, Fault.FORMER_COMMUNE, code.value(), today.name(), described(today)))
                .orElseGet(() -> values.fault(node, Fault.UNKNOWN_COMMUNE, code.value(), near(sourceName)));
    }

    private String near(String name) {
        String bare = Communes.fold(name).replaceAll("^(?:ville|mairie|commune|site) (?:de |d |du )?", "");
        List<String> near = communes.nearest(bare, 3).stream()
                .map(PublisherReader::described)
                .toList();
        return near.isEmpty()
                ? problems.text("hint.five-characters")
                : problems.text("hint.communes", String.join(", ", near));
    }

    private static String described(Commune commune) {
        return commune.code() + " (" + commune.name() + ")";
    }
}
