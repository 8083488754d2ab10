package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Award;
import vigie.crawler.feed.Notice.Line;
import vigie.crawler.feed.Notice.Lot;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Notice.Sum;

/**
 * The forms of BOAMP's national notices since 2019, {@code MAPA}, {@code FNSimple} and {@code DSP}: who buys in {@code
 * organisme}, and one body that is called after what the notice does. They differ in where the same thing stands.
 */
final class BoampFamily {

    /** What the body is called, by what it does. */
    private static final Set<String> BODIES =
            Set.of("initial", "rectificatif", "attribution", "annulation", "modification", "intention");

    private final Strict record;
    private final Element family;
    private final List<Element> bodies;

    private BoampFamily(Strict record, Element family) {
        this.record = record;
        this.family = family;
        this.bodies = family.children().stream()
                .filter(child -> BODIES.contains(child.name()))
                .toList();
    }

    /** @param family with the names that {@link BoampRecords} gives */
    static BoampContent read(Strict record, Element family) {
        return new BoampFamily(record, family).content();
    }

    private BoampContent content() {
        List<Line> more = new ArrayList<>();
        List<Award> awards = new ArrayList<>();
        in("attributionmarche").forEach(words -> {
            record.leave(words);
            BoampResult result = BoampResult.read(words.text());
            awards.addAll(result.awards());
            more.addAll(result.more());
        });
        in("attribution/resultat", "resultat").forEach(result -> awards.add(award(result)));
        criteria(more);
        return new BoampContent(
                first("naturemarche/intitule", "description/objet", "descriptionmarche/titremarche"),
                first(
                        "naturemarche/description",
                        "caracteristiques/principales",
                        "descriptionmarche/description",
                        "caracteristiques/quantites"),
                buyers(),
                in(
                                "naturemarche/valeurestimee",
                                "descriptionmarche/estimationvaleur",
                                "caracteristiques/estimationvaleur")
                        .flatMap(this::sum)
                        .findFirst()
                        .orElse(null),
                in("naturemarche", "description", "descriptionmarche", "")
                        .flatMap(this::cpv)
                        .toList(),
                lots(),
                awards,
                Stream.of("avisinitial", "avisanterieur")
                        .flatMap(path -> texts(path + "/idweb").stream())
                        .toList(),
                first("delais/receptionoffres", "procedure/datereceptionoffres", "delais/receptioncandidatures"),
                first(
                        "renseignements/idmarche",
                        "communication/identifiantinterne",
                        "descriptionmarche/numeroreference"),
                more,
                Map.of());
    }

    private List<Party> buyers() {
        String name = BoampValues.first(
                record.text(family, "organisme/nomofficiel"),
                record.text(family, "organisme/acheteurpublic"),
                record.text(family, "organisme/denomination"));
        String number =
                record.text(family, "organisme/codeidentificationnational").orElse(null);
        String city =
                BoampValues.first(record.text(family, "organisme/ville"), record.text(family, "organisme/adr/ville"));
        Optional<String> postcode =
                record.text(family, "organisme/cp").or(() -> record.text(family, "organisme/adr/cp"));
        return name == null && number == null
                ? List.of()
                : List.of(new Party(
                        name,
                        number,
                        city,
                        postcode.map(BoampValues::departement).orElse(null)));
    }

    private List<Lot> lots() {
        List<Lot> lots = new ArrayList<>();
        for (Element lot : in("lots/lot", "description/lots/lot", "descriptionmarche/lots/lot", "descriptionmarche/lot")
                .toList()) {
            String description = BoampValues.first(record.text(lot, "description"), record.text(lot, "descriptionlot"));
            lots.add(new Lot(
                    Optional.ofNullable(BoampValues.first(
                                    record.text(lot, "numlot"), record.text(lot, "numero"), record.text(lot, "num")))
                            .orElse(String.valueOf(lots.size() + 1)),
                    BoampValues.first(
                            record.text(lot, "intitule"),
                            record.text(lot, "denominationlot"),
                            record.text(lot, "titre"),
                            Optional.ofNullable(description)),
                    description,
                    Stream.of("estimationvaleur", "valeurestimee", "montant")
                            .flatMap(path -> lot.at(path).stream())
                            .flatMap(this::sum)
                            .findFirst()
                            .orElse(null),
                    cpv(lot).toList()));
        }
        return lots;
    }

    private Stream<String> cpv(Element in) {
        return Stream.of("codecpv", "cpv")
                .flatMap(list -> Stream.of("objetprincipal", "objetcomplementaire", "objetsecondaire")
                        .flatMap(part -> in.at(list + "/" + part).stream()))
                .flatMap(this::codes);
    }

    /** {@code {"classPrincipale": "32323500"}}, or the code itself as the name of a choice. */
    private Stream<String> codes(Element object) {
        List<String> codes = new ArrayList<>();
        for (Element child : object.children()) {
            List<String> found = Stream.of(child.text(), child.name())
                    .flatMap(BoampValues::cpv)
                    .toList();
            if (!found.isEmpty()) {
                record.leave(child);
                codes.add(found.get(0));
            }
        }
        return codes.stream();
    }

    private Award award(Element result) {
        List<Party> holders = Stream.of("attribue/titulaire", "titulaire", "attribue/attributaire", "attributaire")
                .flatMap(path -> result.at(path).stream())
                .flatMap(this::holder)
                .toList();
        Optional<String> date =
                record.text(result, "attribue/dateattribution").or(() -> record.text(result, "dateattribution"));
        return new Award(
                BoampValues.first(record.text(result, "numlot"), record.text(result, "attribue/numlot")),
                BoampValues.first(record.text(result, "nummarche"), record.text(result, "attribue/nummarche")),
                holders,
                Stream.of("attribue/montant", "montant")
                        .flatMap(path -> result.at(path).stream())
                        .flatMap(this::sum)
                        .findFirst()
                        .orElse(null),
                date.flatMap(BoampValues::day).orElse(null),
                null,
                !result.all("infructueux").isEmpty()
                        ? "Infructueux"
                        : result.all("sanssuite").isEmpty() ? null : "Sans suite");
    }

    private Stream<Party> holder(Element holder) {
        String name = holder.children().isEmpty()
                ? holder.text()
                : BoampValues.first(
                        record.text(holder, "denomination"),
                        record.text(holder, "nomofficiel"),
                        record.text(holder, "raisonsociale"));
        if (name == null || name.isBlank()) {
            return Stream.empty();
        }
        if (holder.children().isEmpty()) {
            record.leave(holder);
        }
        String number = BoampValues.first(
                record.text(holder, "codeidentificationnational"), record.text(holder, "codeidentnational"));
        String city = BoampValues.first(record.text(holder, "ville"), record.text(holder, "adr/ville"));
        return Stream.of(new Party(name, number, city, null));
    }

    /** A sum, or the element that holds one as {@code valeur}. */
    private Stream<Sum> sum(Element element) {
        for (Element leaf : element.children().isEmpty() ? List.of(element) : element.all("valeur")) {
            Element told = leaf.attributes().isEmpty()
                    ? new Element(leaf.name(), element.attributes(), leaf.text(), List.of())
                    : leaf;
            Optional<Sum> sum = BoampValues.sum(told);
            if (sum.isPresent()) {
                record.leave(leaf);
                return sum.stream();
            }
        }
        return Stream.empty();
    }

    private void criteria(List<Line> more) {
        in("criteres/criterepondere", "procedure/criteres/criterepondere").forEach(criterion -> {
            String name = record.text(criterion, "critere").orElse("");
            String weight = record.text(criterion, "criterepct").orElse(null);
            more.add(new Line("Critère d'attribution", weight == null ? name : name + " (" + weight + " %)"));
        });
    }

    /** What stands at the end of a path in one of the bodies, or in the body's own body of the same name. */
    private Stream<Element> in(String... paths) {
        return Stream.of(paths)
                .flatMap(path ->
                        bodies.stream().flatMap(body -> path.isEmpty() ? Stream.of(body) : body.at(path).stream()));
    }

    private List<String> texts(String path) {
        return bodies.stream()
                .flatMap(body -> record.texts(body, path).stream())
                .toList();
    }

    private @Nullable String first(String... paths) {
        for (String path : paths) {
            List<String> found = texts(path);
            if (!found.isEmpty()) {
                return found.get(0);
            }
        }
        return null;
    }
}
