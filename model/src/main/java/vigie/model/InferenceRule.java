package vigie.model;

/** A rule by which something is held possible that no source says. */
public enum InferenceRule implements Term {
    /** The firm that is named is known, by its file in {@code config/vendors/}, to sell that software. */
    SELLS
}
