package vigie.reports.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.config.Project;

/** What deployments can be narrowed to in a form. Immutable, thread-safe. */
public final class Choices {

    private final List<Option> vendors;
    private final List<Option> departements;

    Choices(Project project) {
        vendors = project.lexicon().vendors().stream()
                .map(vendor -> new Option(vendor.id(), vendor.name()))
                .sorted(Comparator.comparing(Option::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
        departements = project.communes().departements().stream()
                .map(departement -> new Option(departement.code(), departement.code() + " · " + departement.name()))
                .toList();
    }

    /** A value and what people call it. */
    public record Option(String value, String label) {}

    /** The options of each field. */
    public record Lists(
            List<Option> technologies, List<Option> stages, List<Option> vendors, List<Option> departements) {}

    Lists in(WebTexts texts) {
        return new Lists(
                Stream.of(Technology.values())
                        .map(term -> new Option(term.id(), texts.words().technology(term)))
                        .toList(),
                Stream.of(Stage.values())
                        .map(term -> new Option(term.id(), texts.words().stage(term, Modality.ASSERTED)))
                        .toList(),
                vendors,
                departements);
    }
}
