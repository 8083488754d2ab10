package vigie.indexer;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.indexer.extract.ClaimExtractor;
import vigie.indexer.extract.Deadline;
import vigie.indexer.extract.Place;
import vigie.indexer.extract.Span;
import vigie.indexer.extract.Whereabouts;
import vigie.indexer.gate.Gate;
import vigie.model.Buyer;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.SourceDocument;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.id.InseeCode;

/** An invented town whose papers are read with the shipped vendors and terms, but for names of persons. */
final class Roquebelle {

    private static final CommuneRef COMMUNE = new CommuneRef(new InseeCode("01999"), "Roquebelle");

    private static final CommuneRef NEIGHBOUR = new CommuneRef(new InseeCode("01998"), "Valtorre");

    /** Towns that papers name beside each other. */
    static final CommuneRef BRISELANDE = new CommuneRef(new InseeCode("01991"), "Briselande");

    static final CommuneRef CORVILLON = new CommuneRef(new InseeCode("01992"), "Corvillon");

    static final CommuneRef MARNESSE = new CommuneRef(new InseeCode("01993"), "Marnesse");

    static final List<CommuneRef> TOWNS = List.of(BRISELANDE, CORVILLON, MARNESSE);

    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));
    private static final Project PROJECT = project();
    private static final Gate GATE = Gate.compile(PROJECT.lexicon());
    private static final ClaimExtractor EXTRACTOR = new ClaimExtractor(PROJECT.lexicon(), new SentencesOnly());

    private Roquebelle() {}

    private static Project project() {
        try {
            return Project.load(ROOT.resolve("seeds"), ROOT.resolve("config"));
        } catch (ProjectException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a paper of 14 March 2023. */
    static List<Claim> claims(String text) {
        return claims(Documents.of(text, "2023-03-14"), null);
    }

    /** The same, read in the time that there is. */
    static List<Claim> claims(String text, Deadline deadline) {
        SourceDocument document = Documents.of(text, "2023-03-14");
        return EXTRACTOR
                .extract(document, GATE.scan(text), List.of(), town(List.of(), null), deadline)
                .claims();
    }

    /** The claims of a list of which nobody knows who made it; its names are those of the town and of Valtorre. */
    static List<Claim> claimsOfAnyone(String text) {
        List<Place> places = Pattern.compile("Roquebelle|Valtorre")
                .matcher(text)
                .results()
                .map(name -> new Place(
                        new Span(name.start(), name.end()), name.group().equals("Valtorre") ? NEIGHBOUR : COMMUNE))
                .toList();
        SourceDocument document = Documents.of(text, null);
        Whereabouts unknown = new Whereabouts(null, 0, false, places, List.of(), null, List.of("invented"));
        return EXTRACTOR.extract(document, GATE.scan(text), List.of(), unknown).claims();
    }

    /**
     * The claims of a paper of {@code publisher}, or of a body of several communes where that is null; every name of {@code towns}
     * in it is found.
     */
    static List<Claim> claims(String text, @Nullable CommuneRef publisher, List<CommuneRef> towns) {
        List<Place> places = towns.stream()
                .flatMap(town -> Pattern.compile(Pattern.quote(town.name()))
                        .matcher(text)
                        .results()
                        .map(name -> new Place(new Span(name.start(), name.end()), town)))
                .sorted(Comparator.comparingInt(place -> place.span().start()))
                .toList();
        Whereabouts whereabouts = new Whereabouts(
                publisher, publisher == null ? 0 : 1, publisher == null, places, List.of(), null, List.of("invented"));
        return EXTRACTOR
                .extract(Documents.of(text, "2023-03-14"), GATE.scan(text), List.of(), whereabouts)
                .claims();
    }

    /** The same, of a paper that names {@code other} once. */
    static List<Claim> claims(String text, CommuneRef other) {
        int at = text.indexOf(other.name());
        Place named = new Place(new Span(at, at + other.name().length()), other);
        return claims(Documents.of(text, "2023-03-14"), List.of(named), null);
    }

    /** The claims of a document; the town is the publisher, {@code buyer} who buys, if that is known. */
    static List<Claim> claims(SourceDocument document, @Nullable Buyer buyer) {
        return claims(document, List.of(), buyer);
    }

    private static List<Claim> claims(SourceDocument document, List<Place> named, @Nullable Buyer buyer) {
        return EXTRACTOR
                .extract(document, GATE.scan(document.text()), GATE.doubtful(document.text()), town(named, buyer))
                .claims();
    }

    private static Whereabouts town(List<Place> named, @Nullable Buyer buyer) {
        return new Whereabouts(COMMUNE, 1, false, named, List.of(), buyer, List.of("invented"));
    }

    /** The names of the towns of those of {@code claims} that are meant, in the order of the alphabet. */
    static Set<String> towns(List<Claim> claims, Predicate<Claim> which) {
        return claims.stream()
                .filter(which)
                .map(Claim::commune)
                .filter(Objects::nonNull)
                .map(CommuneRef::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
