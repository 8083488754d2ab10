package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.List;
import vigie.indexer.gate.Pattern.Choice;
import vigie.indexer.gate.Pattern.Joint;
import vigie.indexer.gate.Pattern.Part;
import vigie.indexer.gate.Pattern.Sign;

/** Reads the pattern language of {@link vigie.model.config.TermForm#text}. */
final class PatternParser {

    private final String text;
    private int position;

    private PatternParser(String text) {
        this.text = text;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if a bracket is open, a sign is unknown, or the pattern could match nothing
     */
    static Pattern parse(String text) {
        PatternParser parser = new PatternParser(text.strip());
        Pattern pattern = new Pattern(loosened(parser.sequence("")));
        if (parser.position < parser.text.length()) {
            throw parser.error("a bracket is closed that was not opened");
        }
        if (pattern.letters() == 0) {
            throw parser.error("it could match without a letter or digit");
        }
        return pattern;
    }

    private List<Part> sequence(String until) {
        List<Part> parts = new ArrayList<>();
        while (position < text.length() && until.indexOf(text.charAt(position)) < 0) {
            char c = text.charAt(position);
            if (c == ')' || c == '}') {
                return parts;
            }
            position++;
            switch (c) {
                case '(' -> parts.add(optional());
                case '{' -> parts.add(choice());
                default -> append(parts, c);
            }
        }
        return parts;
    }

    private Choice optional() {
        List<Part> inside = sequence(")");
        close(')');
        return new Choice(List.of(inside, List.of()));
    }

    private Choice choice() {
        List<List<Part>> branches = new ArrayList<>();
        branches.add(sequence("|}"));
        while (position < text.length() && text.charAt(position) == '|') {
            position++;
            branches.add(sequence("|}"));
        }
        close('}');
        return new Choice(branches);
    }

    private void close(char bracket) {
        if (position >= text.length() || text.charAt(position) != bracket) {
            throw error("'" + bracket + "' is missing");
        }
        position++;
    }

    private void append(List<Part> parts, char c) {
        int symbol = Symbols.of(c);
        switch (symbol) {
            case Symbols.BLANK -> {
                if (parts.isEmpty() || parts.get(parts.size() - 1) != Joint.SPACE) {
                    parts.add(Joint.SPACE);
                }
            }
            case Symbols.HYPHEN -> parts.add(Joint.HYPHEN);
            case Symbols.APOSTROPHE -> parts.add(Joint.APOSTROPHE);
            case Symbols.OTHER, Symbols.WORD, Symbols.LOST, Symbols.IGNORED, Symbols.SOFT_HYPHEN, Symbols.ACCENT ->
                throw error("'" + c + "' cannot be used");
            default -> {
                boolean accented = Symbols.isLetter(symbol) && c > 0x7F;
                boolean numbered = Pattern.endsWithFigure(parts);
                for (int part : Symbols.parts(symbol)) {
                    parts.add(new Sign(part, accented, numbered));
                }
            }
        }
    }

    /** Typography puts spaces of its own inside quotation marks and before other signs. */
    private static List<Part> loosened(List<Part> parts) {
        List<Part> loose = new ArrayList<>(parts);
        for (int i = 1; i + 1 < loose.size(); i++) {
            if (loose.get(i) == Joint.SPACE && (isSign(loose.get(i - 1)) || isSign(loose.get(i + 1)))) {
                loose.set(i, Joint.LOOSE_SPACE);
            }
        }
        return loose;
    }

    private static boolean isSign(Part part) {
        return part instanceof Sign sign && !Symbols.inWord(sign.symbol());
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException("term form \"" + text + "\": " + what);
    }
}
