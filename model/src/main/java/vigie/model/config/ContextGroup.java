package vigie.model.config;

import java.util.List;

/** Words one of which must be near an ambiguous term; see {@link TermForm#needs}. */
public record ContextGroup(String id, List<TermForm> forms) {

    public ContextGroup {
        forms = List.copyOf(forms);
    }
}
