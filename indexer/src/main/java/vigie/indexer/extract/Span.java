package vigie.indexer.extract;

/** A stretch {@code [start, end)} of a text. */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no such stretch: " + start + " to " + end);
        }
    }

    /** Whether {@code offset} lies in it. */
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /** Its length in characters. */
    public int length() {
        return end - start;
    }
}
