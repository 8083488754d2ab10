package vigie.reports.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import vigie.model.Modality;
import vigie.model.Technology;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Finding;
import vigie.reports.CityReport.Piece;
import vigie.reports.CityReport.Purchased;
import vigie.reports.CityReport.Request;
import vigie.reports.CityReport.Supplied;

/**
 * The request for administrative documents (CRPA, book III) as a letter to the town. It is in French whatever the language
 * of the report: its readers are French administrations. Only the sender is left to fill in, in square brackets.
 *
 * @param sender lines
 * @param recipient lines
 * @param opening paragraphs before the list
 * @param asked the documents asked for
 * @param supplied those that the asker has already; may be empty
 * @param closing paragraphs behind the lists
 */
public record Letter(
        String title,
        List<String> sender,
        List<String> recipient,
        String place,
        String subject,
        List<String> opening,
        List<String> asked,
        String suppliedIntroduction,
        List<String> supplied,
        List<String> closing) {

    private static final Locale LOCALE = Locale.FRANCE;

    public Letter {
        sender = List.copyOf(sender);
        recipient = List.copyOf(recipient);
        opening = List.copyOf(opening);
        asked = List.copyOf(asked);
        supplied = List.copyOf(supplied);
        closing = List.copyOf(closing);
    }

    /** The letter that follows from a report with a {@linkplain CityReport#request request}. */
    public static Letter of(CityReport report) {
        return new Writer(report).letter();
    }

    private static final class Writer {

        private final CityReport report;
        private final Texts texts = new Texts(LOCALE);
        private final Wording wording = new Wording("vigie.reports.letter", LOCALE);

        Writer(CityReport report) {
            this.report = report;
        }

        Letter letter() {
            Request request = Objects.requireNonNull(report.request(), "nothing to ask for");
            List<String> opening = new ArrayList<>(List.of(get("salutation"), get("opening", subjects()), get("list")));
            return new Letter(
                    get("title", report.commune().name()),
                    lines("sender"),
                    lines("recipient", report.commune().name()),
                    get("place"),
                    get("subject"),
                    opening,
                    asked(request.missing()),
                    get("supplied"),
                    request.supplied().stream().map(this::supplied).toList(),
                    List.of(get("electronic"), get("elsewhere"), get("silence"), get("greeting"), get("signature")));
        }

        /** What the letter is about: the software found, by its name where there is one. */
        private String subjects() {
            return report.findings().stream()
                    .filter(finding -> finding.deployment().modality() != Modality.NEGATED)
                    .filter(finding -> finding.deployment().technology() != Technology.VIDEOPROTECTION)
                    .map(this::subject)
                    .distinct()
                    .collect(texts.joining());
        }

        private String subject(Finding finding) {
            String technology = texts.technology(finding.deployment().technology());
            return finding.vendor() == null ? technology : finding.vendor() + " (" + technology + ")";
        }

        private List<String> asked(List<Piece> missing) {
            List<String> asked = new ArrayList<>();
            for (Piece piece : missing) {
                asked.add(asked(piece) + (asked.size() < missing.size() - 1 ? Texts.END : "."));
            }
            return asked;
        }

        private String asked(Piece piece) {
            String text = get("piece." + piece.id());
            if (piece != Piece.CONTRACT || report.contracts().isEmpty()) {
                return text;
            }
            ContractTexts words = new ContractTexts(texts);
            return text
                    + report.contracts().stream()
                            .map((Purchased purchased) -> words.called(purchased))
                            .collect(Collectors.joining(texts.separator(), get("piece.contract.which"), ""));
        }

        private String supplied(Supplied supplied) {
            String documents = supplied.citations().stream()
                    .map(number -> report.citations().get(number - 1))
                    .map(this::document)
                    .distinct()
                    .collect(texts.joining());
            return texts.labelled(get("piece." + supplied.piece().id() + ".short"), documents);
        }

        private String document(Citation citation) {
            String title = citation.title() == null ? citation.source() : citation.title();
            return citation.published() == null ? title : title + " (" + texts.date(citation.published()) + ")";
        }

        private List<String> lines(String key, Object... values) {
            return get(key, values).lines().toList();
        }

        private String get(String key, Object... values) {
            return wording.get(key, values);
        }
    }
}
