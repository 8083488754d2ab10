package vigie.indexer.gate;

/** One run of an automaton over a stretch of text, from event to event. */
final class Scan {

    private static final int CHUNK = 4096;

    private final Dfa dfa;
    private final String text;
    private final int to;
    private final char[] chunk;
    private final int[] states = new int[2];
    private int chunkStart;
    private int chunkEnd;
    private int position;
    private boolean finished;
    private int signs;

    Scan(Dfa dfa, String text, int from, int to) {
        this.dfa = dfa;
        this.text = text;
        this.to = to;
        this.chunk = new char[Math.min(CHUNK, to - from)];
        this.position = from;
        this.chunkEnd = from;
        boolean midWord = from > 0 && Symbols.inWord(Symbols.of(text.charAt(from - 1)));
        this.states[0] = midWord ? dfa.inWord : dfa.boundary;
    }

    /** The next place before which something needs a closer look; -1 if there is none. */
    int next() {
        while (position < to) {
            fill();
            position = chunkStart + dfa.run(chunk, position - chunkStart, chunkEnd - chunkStart, states);
            if (Dfa.isEvent(states[0]) && isWorthALook(position - 1)) {
                return position - 1;
            }
        }
        return finish();
    }

    /** The most visible signs of a form that ends at the place which {@link #next} gave. */
    int signs() {
        return signs;
    }

    /** Settles the event at {@code i}: most hyphens and blanks are none. */
    private boolean isWorthALook(int i) {
        signs = dfa.signs(states[0]);
        if (!Dfa.isBreak(states[0])) {
            return true;
        }
        states[0] = dfa.stepOver(states[1], text.charAt(i));
        if (Dfa.isEvent(states[0])) {
            return true;
        }
        return Symbols.of(text.charAt(i)) == Symbols.BLANK
                ? LineBreaks.wordBelow(text, LineBreaks.blanksStart(text, i), to) >= 0
                : LineBreaks.resume(text, i, to) >= 0 || LineBreaks.resumeBelow(text, i, to) >= 0;
    }

    private int finish() {
        if (finished) {
            return -1;
        }
        finished = true;
        char behind = to < text.length() ? text.charAt(to) : '\n';
        int last = dfa.step(states[0], behind);
        if (Dfa.isBreak(last)) {
            last = dfa.stepOver(states[0], behind);
        }
        if (!Dfa.isEvent(last)) {
            return -1;
        }
        signs = dfa.signs(last);
        return to;
    }

    private void fill() {
        if (position >= chunkEnd) {
            chunkStart = position;
            chunkEnd = Math.min(to, position + chunk.length);
            text.getChars(chunkStart, chunkEnd, chunk, 0);
        }
    }
}
