package vigie.cli;

import org.jspecify.annotations.Nullable;
import vigie.model.config.Register;

/** How people call firms, where facts only have ids. */
final class FirmNames {

    private final Register register;

    FirmNames(GlobalOptions options) {
        this.register = options.projectPart();
    }

    /** The name of the firm with that id; {@code otherwise} where there is none. */
    String of(@Nullable String id, String otherwise) {
        return id == null ? otherwise : register.firm(id).name();
    }
}
