package vigie.reports.render;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.Coordinates;
import vigie.model.Modality;
import vigie.model.Stage;

/**
 * What a map shows on top of the land.
 *
 * @param id begins all ids in the drawing; unique in the page
 * @param title name of the map, for those who do not see it
 * @param description what it shows in a sentence or two, and where to read the same as a list
 * @param dots one per commune; those of places that the map does not reach are left out
 * @param links where a département leads to, by code; may be empty
 */
public record MapContent(String id, String title, String description, List<Dot> dots, Map<String, String> links) {

    public MapContent {
        dots = List.copyOf(dots);
        links = Map.copyOf(links);
    }

    /**
     * A commune and how far it has come.
     *
     * @param departement code
     * @param label name and stage in words, for people to read; for example "Moirans: in use"
     * @param href where it leads to, or null
     */
    public record Dot(
            String departement,
            Coordinates at,
            Tone tone,
            String label,
            @Nullable String href) {

        /** The dot of a commune; null where nobody knows where it lies. */
        public static @Nullable Dot of(
                Commune commune, Stage stage, Modality modality, Texts texts, @Nullable String href) {
            Coordinates at = commune.coordinates();
            if (at == null) {
                return null;
            }
            String label = texts.get("map.dot", commune.name(), texts.stage(stage, modality));
            Dot dot = new Dot(commune.departement(), at, Tone.of(stage, modality), label, href);
            return dot.isVague() ? dot.labelled(texts.get("map.dot.vague", label)) : dot;
        }

        private Dot labelled(String words) {
            return new Dot(departement, at, tone, words, href);
        }

        /** Whether only the département is known. */
        boolean isVague() {
            return at.precision().equals("departement");
        }
    }
}
