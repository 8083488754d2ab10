package vigie.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.Claim;
import vigie.model.Correction;
import vigie.model.Review;
import vigie.model.Verdict;
import vigie.reports.web.ReviewDesk;

/** Asks a reader at the terminal about one claim until they have judged it. */
final class ReviewDialogue {

    /** A letter by itself or before what belongs to it: "rien" rejects nothing. */
    private static final Pattern ANSWER = Pattern.compile("([arncsq])(?:\\s+(.*))?");
    /** Values such as a sum have blanks of their own. */
    private static final String NEXT_FIELD = "\\s+(?=[a-z]+=)";

    private final Main main;
    private final BufferedReader keys;
    private final ReviewDesk desk;

    ReviewDialogue(Main main, BufferedReader keys, ReviewDesk desk) {
        this.main = main;
        this.keys = keys;
        this.desk = desk;
    }

    /** Asks until the claim is judged or passed over, which a remark does not do; false if the reader has had enough. */
    boolean judged(Claim claim, String reviewer) throws IOException {
        while (true) {
            main.terminal().err().print(main.messages().get("review.ask") + " ");
            main.terminal().err().flush();
            String line = keys.readLine();
            if (line == null) {
                return false;
            }
            Matcher answer = ANSWER.matcher(line.isBlank() ? "s" : line.strip());
            if (!answer.matches()) {
                say("review.keys");
                continue;
            }
            String rest = answer.group(2) == null ? "" : answer.group(2);
            switch (answer.group(1)) {
                case "a" -> write(claim, Verdict.ACCEPT, Correction.NONE, reviewer, rest);
                case "r" -> write(claim, Verdict.REJECT, Correction.NONE, reviewer, rest);
                case "c" -> {
                    if (!corrected(claim, reviewer, rest)) {
                        continue;
                    }
                }
                case "n" -> {
                    note(claim, reviewer, rest);
                    continue;
                }
                case "q" -> {
                    return false;
                }
                default -> {}
            }
            return true;
        }
    }

    private boolean corrected(Claim claim, String reviewer, String values) throws IOException {
        try {
            Correction correction = main.asked().correction(List.of(values.split(NEXT_FIELD)));
            write(claim, Verdict.CORRECT, correction, reviewer, "");
            return true;
        } catch (UserException e) {
            main.terminal().err().println(e.getMessage());
            return false;
        }
    }

    private void note(Claim claim, String reviewer, String note) throws IOException {
        if (note.isEmpty()) {
            say("review.note.empty");
        } else {
            write(claim, Verdict.NOTE, Correction.NONE, reviewer, note);
            say("review.noted", claim.id());
        }
    }

    private void write(Claim claim, Verdict verdict, Correction correction, String reviewer, String note)
            throws IOException {
        desk.append(
                new Review(Clock.systemUTC().instant(), reviewer, verdict, Review.Subject.of(claim), correction, note));
        if (verdict != Verdict.NOTE) {
            String said = main.messages().get("review.verdict." + verdict.id());
            String what = correction.values().isEmpty() ? note : correction.toString();
            say("review.said", claim.id(), what.isEmpty() ? said : said + " · " + what);
        }
    }

    private void say(String key, Object... values) {
        main.terminal().err().println(main.messages().get(key, values));
    }
}
