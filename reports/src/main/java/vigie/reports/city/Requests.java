package vigie.reports.city;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vigie.model.Modality;
import vigie.model.SourceDocument;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.config.Communes;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Finding;
import vigie.reports.CityReport.Piece;
import vigie.reports.CityReport.Purchased;
import vigie.reports.CityReport.Request;
import vigie.reports.CityReport.Supplied;

/**
 * What to ask a town for: the documents that there should be about what was found, without those that are among the cited
 * ones. A document is taken for one of them by its kind or its title only, so rather too much is asked for than too little.
 */
record Requests(Function<String, Optional<SourceDocument>> document) {

    private static final List<Piece> ALWAYS =
            List.of(Piece.AIPD, Piece.AUTHORISATION, Piece.DELIBERATION, Piece.SOFTWARE, Piece.REGISTER);

    /** The request, or null where sources assert or suppose nothing but plain cameras. */
    @Nullable
    Request of(List<Finding> findings, List<Purchased> contracts, List<Citation> citations) {
        List<Finding> about = findings.stream()
                .filter(finding -> finding.deployment().technology() != Technology.VIDEOPROTECTION)
                .filter(finding -> finding.deployment().modality() != Modality.NEGATED)
                .toList();
        if (about.isEmpty()) {
            return null;
        }
        Map<Piece, TreeSet<Integer>> held = held(citations);
        List<Piece> missing = new ArrayList<>();
        for (Piece piece : Piece.values()) {
            boolean due = ALWAYS.contains(piece)
                    || !contracts.isEmpty()
                    || about.stream().anyMatch(Requests::isBought);
            if (due && !held.containsKey(piece)) {
                missing.add(piece);
            }
        }
        return new Request(
                missing,
                held.entrySet().stream()
                        .map(entry -> new Supplied(entry.getKey(), List.copyOf(entry.getValue())))
                        .toList());
    }

    private static boolean isBought(Finding finding) {
        return finding.deployment().timeline().stream()
                .anyMatch(event -> event.modality() == Modality.ASSERTED
                        && event.stage().compareTo(Stage.TENDERED) >= 0
                        && event.stage() != Stage.REJECTED);
    }

    private Map<Piece, TreeSet<Integer>> held(List<Citation> citations) {
        Map<Piece, TreeSet<Integer>> held = new EnumMap<>(Piece.class);
        for (Citation citation : citations) {
            document.apply(citation.claim().document())
                    .flatMap(Requests::piece)
                    .filter(piece -> piece != Piece.DELIBERATION || decides(citation))
                    .ifPresent(piece -> held.computeIfAbsent(piece, unused -> new TreeSet<>())
                            .add(citation.number()));
        }
        return held;
    }

    /** Whether it decides the matter; a request for money decides something else. */
    private static boolean decides(Citation citation) {
        Stage stage = citation.claim().stage();
        return citation.claim().modality() == Modality.ASSERTED && (stage == Stage.APPROVED || stage == Stage.AWARDED);
    }

    /** Which piece a document is; minutes tell of a vote, only the act itself is it. */
    private static Optional<Piece> piece(SourceDocument document) {
        String title = document.title() == null ? "" : " " + Communes.fold(document.title()) + " ";
        if (title.contains("analyse d'impact") || title.contains("analyse d impact") || title.contains(" aipd ")) {
            return Optional.of(Piece.AIPD);
        }
        if (title.contains(" cctp ") || title.contains("clauses techniques particulieres")) {
            return Optional.of(Piece.CCTP);
        }
        if (title.contains("registre des traitements") || title.contains("registre des activites de traitement")) {
            return Optional.of(Piece.REGISTER);
        }
        return switch (document.kind()) {
            case AUTORISATION_PREFECTORALE -> Optional.of(Piece.AUTHORISATION);
            case DELIBERATION, DECISION -> Optional.of(Piece.DELIBERATION);
            case AVENANT -> Optional.of(Piece.AMENDMENTS);
            default -> Optional.empty();
        };
    }
}
