package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a section into paragraphs and those into sentences; a table's lines and labelled lines stay whole. */
final class Reading {

    private static final Pattern NEW_BLOCK = Pattern.compile(
            "^\\s*(?:[-–—•*·▪]\\s|\\(?[a-z0-9]{1,2}[)°]\\s|(?iu:articles?\\s+\\d|art\\.\\s*\\d|vu\\b|consid[ée]rant\\b"
                    + "|(?:lot|poste|fiche|phase|tranche|volet)\\s+(?:n\\s?[°ºo]\\s*)?(?:\\d|[a-z]\\s*[:,.)–—-]))|«"
                    + "|[A-ZÀ-Ü][^:.\\n]{2,70}\\s?:\\s).*");
    private static final Pattern ABBREVIATED =
            Pattern.compile(".*(?:^|[\\s(])(?:MM?|Mmes?|Mlles?|Dr|St|Ste|[Nn]°?|[Aa]rt|[Aa]v|[Bb]d|H\\.T)\\.$");
    private static final Pattern CELLS = Pattern.compile("\\S(?:[ \\u00a0]{2,}|\\s*[\\t|]\\s*)\\S");
    private static final Pattern GAP =
            Pattern.compile("(?<=\\S)(?:[ \\u00a0\\t]*\\.{3,}[ \\u00a0\\t]*|[ \\u00a0\\t]{2,})(?=\\S)");

    /** "Cameras ......... 12 000". */
    private static final Pattern LEADER = Pattern.compile("[^.].*?\\.{3,}\\s*(\\d[^.]*)$");

    private static final Pattern NUMBER_LAST =
            Pattern.compile("[\\d\\s\\u00a0\\u202f.,]*\\d\\s*(?:€|eur(?:os?)?|[kKmM]€|%)?(?:\\s*(?:HT|TTC))?\\s*$");

    /** A line that begins so much farther in than the one above has nothing in its first cell. */
    private static final int EMPTY_CELL = 4;

    /** How a line of a motion begins that ends with a comma as all of them do. */
    private static final Pattern MOTION = Pattern.compile(
            "(?iu)(?:et )?(?:constat|inform|rappel|renonc|confirm|demand|s'engag|s'oppos|s'étonn|refus|interdi|exig|déclar|affirm|estim|regrett|souhait|invit|charg|pren(?:d|ant) acte|décid|not)(?:ant|e|ée?|it|t)?\\b|(?iu)soucieu|attach");

    /** A line of its own: which council sits, and when. */
    private static final Pattern SITTING = Pattern.compile(
            "(?iu)(?=.{5,120}$)(?:[^.;]{0,60}\\b(?:séance|conseil|comité|réunion|assemblée|session|commission|compte[- ]rendu|procès-verbal)\\b[^.;]{0,60}?)?\\b(?:1er|\\d{1,2})\\s+\\p{L}{3,9}\\s+(?:19|20)\\d{2}");

    private static final Pattern DAY_FIRST = Pattern.compile("\\s*\\d{2}/\\d{2}(?:/\\d{2,4})?\\s");

    /** Text without paragraphs is cut, so that no sentence grows without bound. */
    private static final int LONGEST_BLOCK = 6_000;

    private static final int LONGEST_SENTENCE = 1_500;

    private final String text;
    private final Linguist linguist;

    Reading(String text, Linguist linguist) {
        this.text = text;
        this.linguist = linguist;
    }

    /** The sentences of {@code section} in reading order, headings not included; all said by the town so far. */
    List<Sentence> sentences(Section section) {
        List<Sentence> sentences = new ArrayList<>();
        List<Span> block = new ArrayList<>();
        List<Span> row = new ArrayList<>();
        int number = 0;
        Entries entries = Entries.in(text, section.lines());
        for (Span line : section.lines()) {
            String words = Lines.words(text, line);
            boolean goesOn = !row.isEmpty() && !words.isBlank() && goesOn(row.get(0), line);
            boolean isRow = goesOn || isRow(words) || (leads(words) && hasLeaderBeside(section.lines(), line));
            if (!row.isEmpty() && !goesOn) {
                addRow(section, row, number++, sentences);
                row.clear();
            }
            if (words.isBlank() || isRow) {
                number += flush(section, block, entries, number, sentences);
                if (isRow) {
                    row.add(line);
                }
                continue;
            }
            boolean full = !block.isEmpty() && line.end() - block.get(0).start() > LONGEST_BLOCK;
            if (full || (!block.isEmpty() && (entries.beginAt(line) || breaks(block.get(block.size() - 1), words)))) {
                number += flush(section, block, entries, number, sentences);
            }
            block.add(line);
        }
        if (!row.isEmpty()) {
            addRow(section, row, number++, sentences);
        }
        flush(section, block, entries, number, sentences);
        return sentences;
    }

    /** Whether the line above or below is such a line as {@code line} is: one alone may be a label with its value. */
    private boolean hasLeaderBeside(List<Span> lines, Span line) {
        int at = lines.indexOf(line);
        return lines.subList(Math.max(0, at - 1), Math.min(lines.size(), at + 2)).stream()
                        .filter(near -> leads(Lines.words(text, near)))
                        .count()
                > 1;
    }

    private static boolean leads(String words) {
        Matcher leader = LEADER.matcher(words.strip());
        return words.contains("...")
                && leader.matches()
                && NUMBER_LAST.matcher(leader.group(1)).matches();
    }

    /** Whether a table's line is indented under the one that {@code first} begins: its first cell is empty. */
    private boolean goesOn(Span first, Span line) {
        return indent(line) >= indent(first) + EMPTY_CELL;
    }

    private int indent(Span line) {
        int i = line.start();
        while (i < line.end() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i - line.start();
    }

    private boolean breaks(Span before, String words) {
        String previous = Lines.words(text, before);
        if (previous.isEmpty() || NEW_BLOCK.matcher(words).matches() || isTitleLine(previous, words)) {
            return true;
        }
        char last = previous.charAt(previous.length() - 1);
        if (last == ';' || last == ':' || (last == ',' && MOTION.matcher(words).lookingAt())) {
            return true;
        }
        return ".!?»\"”".indexOf(last) >= 0 && !ABBREVIATED.matcher(previous).matches();
    }

    /** A short line without a stop, followed by one that begins like a sentence and is longer: a title, a place and date. */
    private static boolean isTitleLine(String line, String next) {
        boolean open = Character.isLetterOrDigit(line.charAt(line.length() - 1)) || line.endsWith(")");
        if (Character.isUpperCase(next.charAt(0)) && SITTING.matcher(line).matches()) {
            return true;
        }
        return open
                && Character.isUpperCase(next.charAt(0))
                && line.length() < 60
                && next.length() > 1.4 * line.length();
    }

    /** Whether a line is a table's: three cells, or two of which the first is a day or the last a number. */
    static boolean isRow(String words) {
        Matcher gaps = CELLS.matcher(words.strip());
        int found = 0;
        int last = 0;
        while (found < 3 && gaps.find(last)) {
            found++;
            last = gaps.end() - 1;
        }
        return found >= 2
                || (found == 1 && DAY_FIRST.matcher(words).lookingAt())
                || (found == 1
                        && NUMBER_LAST.matcher(words.strip().substring(last)).matches());
    }

    private void addRow(Section section, List<Span> lines, int number, List<Sentence> into) {
        Joined joined = Joined.of(text, lines);
        View view = View.of(withCells(joined.raw), i -> joined.offsets[i]);
        into.add(Sentence.of(view, List.copyOf(lines), section.setting(), true, number));
    }

    /** The line with a sign in each gap between cells, which the plain form would else close. */
    private static String withCells(String line) {
        Matcher gap = GAP.matcher(line);
        return gap.replaceAll(found -> "\u00a6" + " ".repeat(found.group().length() - 1));
    }

    private int flush(Section section, List<Span> block, Entries entries, int number, List<Sentence> into) {
        if (block.isEmpty()) {
            return 0;
        }
        Joined joined = Joined.of(text, block);
        boolean entry = entries.beginAt(block.get(0));
        for (Span span : bounded(joined.raw, linguist.sentences(joined.raw))) {
            View view = View.of(joined.raw.substring(span.start(), span.end()), i -> joined.offsets[span.start() + i]);
            if (!view.isEmpty()) {
                into.add(Sentence.of(view, joined.spans(span), section.setting(), entry, number));
            }
        }
        block.clear();
        return 1;
    }

    /** The same sentences, endless ones cut at commas or spaces. */
    private static List<Span> bounded(String raw, List<Span> sentences) {
        List<Span> bounded = new ArrayList<>();
        for (Span sentence : sentences) {
            int start = sentence.start();
            while (sentence.end() - start > LONGEST_SENTENCE) {
                int limit = start + LONGEST_SENTENCE;
                int comma = raw.lastIndexOf(", ", limit);
                int space = raw.lastIndexOf(' ', limit);
                int cut = comma > start + LONGEST_SENTENCE / 2 ? comma + 1 : space > start ? space : limit;
                bounded.add(new Span(start, cut));
                start = cut;
            }
            bounded.add(new Span(start, sentence.end()));
        }
        return bounded;
    }

    /** The lines of a paragraph as one string, and where its characters lie. */
    private record Joined(String raw, int[] offsets) {

        static Joined of(String text, List<Span> lines) {
            StringBuilder raw = new StringBuilder();
            int[] offsets =
                    new int[lines.stream().mapToInt(line -> line.length() + 1).sum()];
            for (int n = 0; n < lines.size(); n++) {
                Span line = lines.get(n);
                boolean more = n + 1 < lines.size();
                for (int i = line.start(); i < line.end(); i++) {
                    offsets[raw.length()] = i;
                    raw.append(text.charAt(i));
                }
                if (more) {
                    offsets[raw.length()] = line.end();
                    raw.append('\n');
                }
            }
            return new Joined(raw.toString(), Arrays.copyOf(offsets, raw.length()));
        }

        /** Where a stretch of the string lies in the document: one stretch where its lines follow each other. */
        List<Span> spans(Span of) {
            List<Span> spans = new ArrayList<>();
            int start = offsets[of.start()];
            for (int i = of.start() + 1; i < of.end(); i++) {
                if (offsets[i] != offsets[i - 1] + 1) {
                    spans.add(new Span(start, offsets[i - 1] + 1));
                    start = offsets[i];
                }
            }
            spans.add(new Span(start, offsets[of.end() - 1] + 1));
            return spans.stream().filter(span -> span.length() > 1).toList();
        }
    }
}
