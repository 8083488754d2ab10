package vigie.model;

import org.jspecify.annotations.Nullable;

/** A stretch {@code [start, end)} of a document's text, and its page (from 1) where there are pages. */
public record Passage(
        String document, int start, int end, @Nullable Integer page) {}
