package vigie.model.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Modality;
import vigie.model.Stage;

/**
 * Words that speak for a stage or a modality; features of the classifier, never rules by themselves.
 *
 * @param stage or null where the cue speaks of modality alone
 * @param modality or null where it speaks of the stage alone
 * @param weight how strongly, 0 to 1
 */
public record Cue(
        String id, @Nullable Stage stage, @Nullable Modality modality, double weight, List<TermForm> forms) {

    public Cue {
        forms = List.copyOf(forms);
    }
}
