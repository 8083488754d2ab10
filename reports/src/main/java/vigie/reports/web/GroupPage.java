package vigie.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.reports.render.MapDrawing;

/**
 * A page about the deployments of a vendor or a territory.
 *
 * @param kind what it is about
 * @param place what else is known of it, or null
 * @param lead the sentence that people will quote
 * @param map where they are, or null where there is no map of it
 * @param search the documents about it
 * @param empty what is said where there are no deployments
 */
public record GroupPage(
        String kind,
        String title,
        @Nullable String place,
        String lead,
        @Nullable MapDrawing map,
        List<Tally> tallies,
        List<DeploymentRow> rows,
        @Nullable Link search,
        String empty) {

    public GroupPage {
        tallies = tallies.stream().filter(tally -> !tally.bars().isEmpty()).toList();
        rows = List.copyOf(rows);
    }
}
